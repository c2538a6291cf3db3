"""Danger before everything else: reviewed phrases first, the learned model beside them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from components.data import read
from components.intents import MARGINS, STORY
from components.spelling import sounds
from components.text import is_payload, lower

INTENT = "crisis"
DENIED = "danger_denied"
"""In the metadata of a message: its person said that there is no danger in it."""
SURE = 0.98
"""Confidence of an alarm: no other meaning may weigh against it."""
FAR = -2.0
"""A margin of what is not like it at all."""
FEW = 4
"""Words: in so few there is little to go by."""
BESIDE = 8
"""Words: so few beside a figure of speech belong to it."""
PLAIN = 20
"""Words: in a longer message danger may be one clause of a story about something else."""
_GAP = r"(?:\w+ ){0,4}"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Danger(GraphComponent):
    """Sets intent `crisis` on what may be danger, whatever the classifier made of it.

    A phrase of `data/danger.yml` is enough, unless a short message plainly is something else to
    the model ("hoe heet dat liedje, ik wil niet dood"): its margin for crisis is below `doubt`,
    another one above `elsewhere`. A suspicious word counts when the margin for crisis is above
    `half_belief`, and no other one is above it. What the model alone takes for danger counts above
    `belief` where it is `ahead` of every other meaning, and that it is any story at all no more
    than `of_story`; explained by a figure of speech ("ik ga dood van de stress") above `despite`,
    where much else is said. In a few words ("de kaart", "zzzz") it counts only `few_ahead` of all
    others.
    What one denies and tells of another ("mijn kind wel") is enough as well.
    What is long over ("vroeger geslagen") is read over too, as long as nothing is said of now; a
    message that only is a courtesy or a command ("sorry") is no danger whatever the model says.
    Where the person denied it, it is no danger and comes near none.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._half_belief: float = config["half_belief"]
        self._belief: float = config["belief"]
        self._ahead: float = config["ahead"]
        self._of_story: float = config["of_story"]
        self._few_ahead: float = config["few_ahead"]
        self._despite: float = config["despite"]
        self._doubt: float = config["doubt"]
        self._elsewhere: float = config["elsewhere"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The margins of the model from which a suspicious word, or anything, is danger.

        Danger in words that nobody thought of is like nothing else either: it counts from far,
        where no other meaning is nearer. A heavy life told to a coach is like nothing else too,
        but it is a story. How they were set, and what they cost: `docs/understanding.md`.
        """
        return {
            "half_belief": 0.1,
            "belief": -0.3,
            "ahead": 0.05,
            "of_story": 0.4,
            "few_ahead": 0.1,
            "despite": 0.2,
            "doubt": -0.8,
            "elsewhere": 0.1,
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,  # noqa: ARG003  Rasa passes it by name
        resource: Resource,  # noqa: ARG003
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> Danger:
        """The component; there is nothing to learn."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Put crisis first where there may be danger, and nowhere else."""
        for message in messages:
            text = message.get("text") or ""
            if (message.get("metadata") or {}).get(DENIED):
                _leave_out(message)
            elif not is_payload(text):
                _rank(message, self._alarm(text, message.get(MARGINS) or {}))
        return messages

    def _alarm(self, text: str, margins: dict[str, float]) -> bool:
        margin = margins.get(INTENT, FAR)
        heard = flatten(text)
        if not _pattern("alone").sub("", heard).strip():
            return False
        serious = _pattern("harmless").sub(" # ", heard)
        if not _pattern("now").search(serious):
            serious = _pattern("past").sub(" # ", serious)
        if _pattern("certain").search(serious) or _of_another(heard):
            plainly_else = margin < self._doubt and _nearest(margins) > self._elsewhere
            return not (plainly_else and len(heard.split()) <= PLAIN)
        least = max(self._half_belief, _nearest(margins))
        if margin > least and _pattern("suspicious").search(serious):
            return True
        return self._believed(margins, heard, serious)

    def _believed(self, margins: dict[str, float], heard: str, serious: str) -> bool:
        """Whether the model alone is sure enough; `serious` is what is no figure of speech."""
        nearest = _nearest(margins)
        of_story = margins.get(STORY, FAR) - self._of_story
        least = max(self._belief, nearest + self._ahead, of_story)
        if len(heard.split()) <= FEW:
            least = max(nearest + self._few_ahead, least)
        if serious != heard:
            if len(re.findall(r"\w+", serious)) <= BESIDE:
                return False
            least = max(self._despite, least)
        return margins.get(INTENT, FAR) > least


def _of_another(heard: str) -> bool:
    """Whether danger is denied of one and told of another: "ik niet in gevaar, mijn kind wel"."""
    denial = _pattern("denied").search(heard)
    return denial is not None and bool(_pattern("another").search(heard, denial.end()))


def _nearest(margins: dict[str, float]) -> float:
    others = (one for name, one in margins.items() if name not in (INTENT, STORY))
    return max(others, default=FAR)


def flatten(text: str) -> str:
    """The words of `text` by their sound, with one space around each."""
    return f" {' '.join(sounds(lower(text)).split())} "


def _rank(message: Message, alarm: bool) -> None:
    ranking = message.get("intent_ranking") or []
    others = [one for one in ranking if one["name"] != INTENT]
    if alarm:
        scale = 1 - SURE
        others = [{**one, "confidence": one["confidence"] * scale} for one in others]
        ranking = [{"name": INTENT, "confidence": SURE}, *others]
    elif ranking and ranking[0]["name"] == INTENT and others:
        ranking = others
    _set(message, ranking)


def _leave_out(message: Message) -> None:
    """Give each other intent its share of what is left without danger."""
    others = [one for one in message.get("intent_ranking") or [] if one["name"] != INTENT]
    left = sum(one["confidence"] for one in others)
    _set(message, [{**one, "confidence": one["confidence"] / left} for one in others])


def _set(message: Message, ranking: list[dict[str, Any]]) -> None:
    if ranking:
        message.set("intent", ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)


@cache
def _pattern(part: str) -> re.Pattern[str]:
    table = read("danger")
    phrases = (_phrase(phrase, table["words"]) for phrase in table[part])
    return re.compile("|".join(f"(?: {phrase}(?= ))" for phrase in phrases))


def _phrase(phrase: str, words: dict[str, str]) -> str:
    for name, alternatives in words.items():
        phrase = phrase.replace(f"{{{name}}}", alternatives)
    parts = phrase.split()
    pattern = ""
    for at, part in enumerate(parts):
        if part == "...":
            pattern += _GAP
            continue
        pattern += f"(?:{'|'.join(map(_word, part.split('|')))})"
        if at + 1 < len(parts):
            pattern += " "
    return pattern


def _word(word: str) -> str:
    word = word.replace("_", " ")
    stem = sounds(lower(word.rstrip("*"))).strip()
    if not word.endswith("*"):
        return re.escape(stem)
    inside = sounds(lower(word.replace("*", "a"))).strip()[:-1]  # a d is no t before more letters
    return rf"(?:{re.escape(stem)}|{re.escape(inside)}\w*)"
