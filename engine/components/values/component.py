"""The graph component that puts the values on the message as Rasa entities."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from components.danger import INTENT as DANGER
from components.intents import likeliest, runner_up
from components.text import is_payload
from components.values.clients import calls_me, is_name
from components.values.corrections import SCORE
from components.values.found import Found, Heard
from components.values.instruments import instruments, is_help, without_article
from components.values.numbers import NUMBER
from components.values.ordinals import is_denied, is_rank_of_something, ordinal
from components.values.readers import values
from components.values.ruled_out import ruled_out
from components.values.terms import EXPLAIN, trimmed

COMPARE = "compare"
RULED_OUT = "ruled_out"
"""Message attribute: places and instruments that are said no to, in the shape of entities."""
POSSIBLE = 0.12  # confidence: a second meaning so likely may be the right one

A_CASE = "find_instrument"
LIMITS = frozenset({"max_kosten", "max_weken", "start", "route"})
TELLS_HOW_IT_WENT = frozenset({"level", "cijfer", "direction"})
NAMES_NO_HELP = frozenset({"report"})
"""Intents in which help is named only to count who is there."""
_PART_OF_HELP = re.compile(
    rf"(?:module|les|deel|week|fase|blok|hoofdstuk|opdracht|sessie) {NUMBER}|"
    r"kring|klas(?:je)?|zaal(?:tje)?"
)

LEARNED = frozenset({"client", "instrument", "term"})
"""Names that no list holds: what was learned from the examples counts beside the rules."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Values(GraphComponent):
    """Adds the entities that follow from rules, which go before what was learned."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],  # noqa: ARG003  Rasa passes all four by name
        model_storage: ModelStorage,  # noqa: ARG003
        resource: Resource,  # noqa: ARG003
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> Values:
        """The component; there is nothing to configure."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Find the values in each message; what is danger narrows no search and has none."""
        for message in messages:
            heard = Heard(message.get("text") or "", likeliest(message))
            silent = is_payload(heard.typed) or heard.intent == DANGER
            mentions = message.get("entities") or []
            entities = [] if silent else _entities(heard, mentions)
            second = runner_up(message, POSSIBLE)
            if second and second != DANGER and not silent:
                entities += _new(_entities(Heard(heard.typed, second), mentions), entities)
            message.set("entities", sorted(entities, key=_place), add_to_output=True)
            refused = [] if silent else [_entity(one) for one in ruled_out(heard, entities)]
            message.set(RULED_OUT, refused, add_to_output=True)
        return messages


def _new(others: list[dict[str, Any]], entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the second meaning adds: values of a kind that the first one did not give.

    What is asked of help is none beside what is said already, nor a score beside a grade.
    """
    kinds = {entity["entity"] for entity in entities}
    kinds |= (SCORE if kinds & SCORE else set()) | ({"aspect"} if kinds else set())
    kinds |= TELLS_HOW_IT_WENT if kinds & LIMITS else set()
    spans = [(entity["start"], entity["end"]) for entity in entities]
    apart = [
        other
        for other in others
        if other["entity"] != "instrument"
        or not any(start < other["end"] and other["start"] < end for start, end in spans)
    ]
    return [other for other in apart if other["entity"] not in kinds]


def _entities(heard: Heard, mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the rules read, and the learned names and names of help beside it."""
    read = values(heard)
    named = list(instruments(heard))
    learned = [
        mention
        for mention in _believed(heard, mentions, read)
        if not any(_is_part(mention, name) for name in named)
    ]
    taken = [_entity(value) for value in read] + learned
    if heard.intent == COMPARE or not any(one["entity"] == "instrument" for one in learned):
        taken += [_entity(name) for name in named if _is_free(name, taken)]
    names = [one for one in taken if one["entity"] == "instrument"]
    return sorted((one for one in taken if not _is_in_name(one, names)), key=_place)


def _believed(
    heard: Heard, mentions: list[dict[str, Any]], read: list[Found]
) -> list[dict[str, Any]]:
    """Keep the learned names where no rule read something, and where they can be a name.

    A question may hold the name: "wat doet die budgetcoach dan precies" is asked as a whole.
    """
    read_apart = [value for value in read if value.entity != "aspect"]
    names = [
        _plain(mention)
        for mention in mentions
        if mention["entity"] in LEARNED and not _overlaps(mention, read_apart)
    ]
    has_term = any(value.entity == "term" for value in read)
    return [
        name
        for name in names
        if _can_be(heard, name) and not (has_term and name["entity"] == "term")
    ]


def _can_be(heard: Heard, mention: dict[str, Any]) -> bool:
    """Whether a learned name can be one: a client no month, a term no "sorry"."""
    if mention["entity"] == "client":
        return _can_be_client(heard, mention)
    if mention["entity"] == "term":
        return heard.intent == EXPLAIN and trimmed(mention["value"].lower(), 0) is not None
    if heard.intent in NAMES_NO_HELP or _PART_OF_HELP.fullmatch(mention["value"].lower()):
        return False
    before, after = heard.text[: mention["start"]], heard.text[mention["end"] :]
    if ordinal(heard.text[mention["start"] : mention["end"]]) and is_denied(before):
        return False
    return not is_rank_of_something(heard.text[mention["start"] : mention["end"]], after)


def _can_be_client(heard: Heard, mention: dict[str, Any]) -> bool:
    """Whether a coach may name a client so: a new case has none, nor has "kan Anja me bellen"."""
    name, after = mention["value"], heard.text[mention["end"] :]
    if heard.intent == A_CASE or calls_me(after):
        return False
    return is_name(name) and not is_help(name.lower())


def _overlaps(entity: dict[str, Any], found: list[Found]) -> bool:
    return any(value.start < entity["end"] and entity["start"] < value.end for value in found)


def _is_part(mention: dict[str, Any], name: Found) -> bool:
    """Whether a learned name is only a piece of one by rule: of "training omgaan met stress"."""
    inside = name.start <= mention["start"] and mention["end"] <= name.end
    return inside and mention["end"] - mention["start"] < name.end - name.start


def _is_in_name(entity: dict[str, Any], names: list[dict[str, Any]]) -> bool:
    """Whether what is asked is only a word in a name: "cursus nederlands"."""
    return entity["entity"] == "aspect" and any(
        name["start"] <= entity["start"] and entity["end"] <= name["end"] for name in names
    )


def _is_free(name: Found, taken: list[dict[str, Any]]) -> bool:
    others = (entity for entity in taken if entity["entity"] not in {"aspect", "gemeente"})
    return not any(_overlaps(entity, [name]) for entity in others)


def _plain(mention: dict[str, Any]) -> dict[str, Any]:
    """An instrument by its number in the list ("die tweede") or by its name without article."""
    if mention["entity"] != "instrument":
        return mention
    value = ordinal(mention["value"]) or without_article(mention["value"])
    return {**mention, "value": value}


def _entity(found: Found) -> dict[str, Any]:
    return {**found._asdict(), "confidence_entity": 1.0, "extractor": "Values"}


def _place(entity: dict[str, Any]) -> tuple[int, int, str]:
    return entity["start"], entity["end"], entity["entity"]
