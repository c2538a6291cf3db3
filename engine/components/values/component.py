"""The graph component that puts the values on the message as Rasa entities."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from components.danger import INTENT as DANGER
from components.intents import likeliest
from components.text import is_payload
from components.values.clients import is_name
from components.values.found import Found, Heard
from components.values.instruments import instruments, without_article
from components.values.ordinals import is_rank_of_something, ordinal
from components.values.readers import values
from components.values.terms import EXPLAIN, trimmed

COMPARE = "compare"

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
        """Find the values in each message; on danger there is nothing to narrow."""
        for message in messages:
            heard = Heard(message.get("text") or "", likeliest(message))
            silent = is_payload(heard.typed) or heard.intent == DANGER
            entities = [] if silent else _entities(heard, message.get("entities") or [])
            message.set("entities", entities, add_to_output=True)
        return messages


def _entities(heard: Heard, mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the rules read, and the learned names and names of help beside it."""
    read = values(heard)
    learned = _believed(heard, mentions, read)
    taken = [_entity(value) for value in read] + learned
    if heard.intent == COMPARE or not any(one["entity"] == "instrument" for one in learned):
        taken += [_entity(name) for name in instruments(heard) if _is_free(name, taken)]
    return sorted(taken, key=_place)


def _believed(
    heard: Heard, mentions: list[dict[str, Any]], read: list[Found]
) -> list[dict[str, Any]]:
    """Keep the learned names where no rule read something, and where they can be a name."""
    names = [
        _plain(mention)
        for mention in mentions
        if mention["entity"] in LEARNED and not _overlaps(mention, read)
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
        return is_name(mention["value"])
    if mention["entity"] == "term":
        return heard.intent == EXPLAIN and trimmed(mention["value"].lower(), 0) is not None
    after = heard.text[mention["end"] :]
    return not is_rank_of_something(heard.text[mention["start"] : mention["end"]], after)


def _overlaps(entity: dict[str, Any], found: list[Found]) -> bool:
    return any(value.start < entity["end"] and entity["start"] < value.end for value in found)


def _is_free(name: Found, taken: list[dict[str, Any]]) -> bool:
    return not any(_overlaps(entity, [name]) for entity in taken if entity["entity"] != "gemeente")


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
