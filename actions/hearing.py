"""One message as Rasa understood it, in the terms that the dialogue needs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_DIGITS = 6
"""Nobody means an amount, or a number of weeks, of more digits."""


FEW_WORDS = 4

FALLBACK = "nlu_fallback"

BY_ITSELF = "EXTERNAL: "
"""What Rasa puts before the intent of a prompt, in place of a text."""

PROMPTS = frozenset({"prompt_weekly", "prompt_reminder", "prompt_moment", "prompt_digest"})
"""Intents of prompts. The model knows no examples of them, and no button carries one."""

SEARCHED = frozenset({"gemeente", "max_kosten", "max_weken", "start", "doelgroep", "route"})
"""Entities that narrow a search; a day or a client does not."""

SAID_WITH_A_SLASH = frozenset({"stop", "crisis"})
"""What is heard even in a typed slash command; any other means nothing."""


@dataclass(frozen=True, slots=True)
class HeardKenmerk:
    """A kenmerk in what was said, how sure (0 to 1), and the words it was heard in."""

    code: str
    confidence: float
    words: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A message: its text, its meaning and what it names."""

    text: str
    intent: str
    confidence: float
    pressed: bool
    entities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kenmerken: tuple[HeardKenmerk, ...] = ()
    candidates: tuple[str, ...] = ()
    ranking: tuple[tuple[str, float], ...] = ()
    ruled_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    read: tuple[str, ...] = ()
    """The words in which values were read that a search can use."""
    again: bool = False
    """Whether this was taken for danger before, and its person said that there is none."""

    @property
    def by_itself(self) -> bool:
        """Whether nobody said anything: a prompt comes by itself."""
        return self.text.startswith(BY_ITSELF) and self.intent in PROMPTS

    @property
    def likeliest(self) -> str:
        """The intent that comes nearest, also where it was not sure enough to act on."""
        names = (name for name, _ in self.ranking if name != FALLBACK)
        return next(names, self.intent)

    @property
    def short(self) -> bool:
        """Whether it is a remark rather than a sentence that tells something."""
        return len(self.text.split()) <= FEW_WORDS

    def value(self, entity: str) -> str | None:
        """The last value named for an entity, since people correct themselves as they go."""
        values = self.entities.get(entity, ())
        return values[-1] if values else None

    def number(self, entity: str) -> int | None:
        """The last value of an entity as a whole number, None if it is none or beyond reason."""
        value = self.value(entity) or ""
        return int(value) if value.isdecimal() and len(value) <= MOST_DIGITS else None


def hear(message: Mapping[str, Any]) -> Heard:
    """Read `tracker.latest_message`.

    A button's payload starts with "/"; typed text never does (the engine's channel sees to it).
    """
    text = str(message.get("text") or "").replace("\u2060", "")
    pressed = str(message.get("text") or "").startswith("/")
    intent = message.get("intent") or {}
    if not pressed and _command(text) and intent.get("name") not in SAID_WITH_A_SLASH:
        return Heard(text, FALLBACK, 0.0, pressed=False)
    kenmerken = tuple(
        HeardKenmerk(
            code=str(found["code"]),
            confidence=float(found["confidence"]),
            words=text[slice(*found["span"])].strip() if found.get("span") else "",
        )
        for found in message.get("kenmerken") or []
    )
    return Heard(
        text="" if pressed else text,
        intent=str(intent.get("name") or FALLBACK),
        confidence=float(intent.get("confidence") or 0.0),
        pressed=pressed,
        entities=_values(message.get("entities")),
        ruled_out={} if pressed else _values(message.get("ruled_out")),
        again="danger_denied" in (message.get("metadata") or {}),
        read=() if pressed else tuple(_words(message, text)),
        kenmerken=() if pressed else kenmerken,
        candidates=tuple(str(c["code"]) for c in message.get("kenmerk_candidates") or []),
        ranking=tuple(
            (str(item["name"]), float(item["confidence"]))
            for item in message.get("intent_ranking") or []
        ),
    )


def _words(message: Mapping[str, Any], text: str) -> Iterator[str]:
    """The words of what narrows a search, and of what is said no to."""
    wanted = (one for one in message.get("entities") or [] if one["entity"] in SEARCHED)
    for one in (*wanted, *(message.get("ruled_out") or [])):
        if "start" in one and "end" in one:
            yield text[one["start"] : one["end"]]


def _command(text: str) -> bool:
    """Whether somebody typed a command, behind whatever cannot be seen."""
    seen = (c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")
    return next(seen, "") == "/"


def _values(found: list[Mapping[str, Any]] | None) -> dict[str, tuple[str, ...]]:
    """What was found by entity, each value once, in the order of the words."""
    values: dict[str, dict[str, None]] = {}
    for one in found or []:
        values.setdefault(str(one["entity"]), {}).update(dict.fromkeys(_flat(one.get("value"))))
    return {name: tuple(of_one) for name, of_one in values.items()}


def _flat(value: Any) -> list[str]:
    if isinstance(value, list):
        return [str(item) for item in value]
    return [] if value is None else [str(value)]
