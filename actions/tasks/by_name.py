"""Whom or what a message names: a client, an invite or a goal, in full, in part or by initials."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz, process, utils

from actions.tasks.task import client_id, client_name, person_id
from actions.turn import Turn
from caseload.models import Person
from caseload.people import clients_of

SAME_NAME = 80
"""Score (0 to 100) from which a typed name or title is taken for one that we know."""

INITIALS = 3
"""Letters; so short a name stands there as it is, for "r d" stands in "ander doel" as well."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something to choose from: its id and what people call it."""

    id: int
    title: str


def by_name(words: str, choices: Collection[Named]) -> int | None:
    """The one whose name stands in the words; with two alike nobody is guessed.

    Of "Noor" and "Noor B." the longer one is meant where it stands there in full.
    """
    titles = {choice.id: choice.title for choice in choices if choice.title}
    found = process.extract(
        words,
        titles,
        scorer=_alike,
        processor=utils.default_process,
        limit=None,
        score_cutoff=SAME_NAME,
    )
    in_full = [key for title, _, key in found if _stands_in(words, title)]
    longest = max((len(titles[key]) for key in in_full), default=0)
    sure = [key for key in in_full if len(titles[key]) == longest] or [key for *_, key in found]
    return sure[0] if len(sure) == 1 else None


def by_a_word(turn: Turn, words: str, choices: Collection[Named]) -> int | None:
    """The same of people, by one word of the name: "bo +2" is Bo de Wit, if no other is a Bo."""
    if (found := by_name(words, choices)) is not None:
        return found
    said = name_words(turn, words)
    named = [one.id for one in choices if name_words(turn, one.title) & said]
    return named[0] if len(named) == 1 else None


def own_clients(turn: Turn) -> list[Person]:
    """The clients of the coach who speaks; none of anybody else."""
    return clients_of(turn.session, person_id(turn)) if turn.for_coach else []


def names_a_client(turn: Turn) -> bool:
    """Whether a coach names one of the own clients, at least by one word of the name."""
    return bool(_named(turn))


def names_several(turn: Turn) -> bool:
    """Whether a coach names clients who have no word of their names in common."""
    named = _named(turn)
    return any(not one & other for one, other in combinations(named, 2))


def names_another(turn: Turn) -> bool:
    """Whether a coach names a client whom the task at hand is not about."""
    if not turn.for_coach or "client" not in turn.dialogue.task:
        return False
    here = client_id(turn)
    mine = name_words(turn, client_name(turn))
    others = (name_words(turn, one.name or "") for one in own_clients(turn) if one.id != here)
    said = name_words(turn, turn.heard.text)
    return any((words - mine) & said for words in others)


def _named(turn: Turn) -> list[frozenset[str]]:
    """What was said of the name of each client who is named."""
    if turn.who.person_id is None:
        return []
    said = name_words(turn, turn.heard.text)
    found = (name_words(turn, person.name or "") & said for person in own_clients(turn))
    return [words for words in found if words]


def name_words(turn: Turn, text: str) -> frozenset[str]:
    """The words that tell a name, in small letters: of "mevr. R.D. van Dijk" rd and dijk."""
    words = {word.strip(".,;:!?()\"'“”").replace(".", "") for word in text.casefold().split()}
    told = words - {"", *turn.phrases.words("beside_a_name")}
    return frozenset(word for word in told if len(word) > 1) or frozenset(told)


def _alike(words: str, name: str, **_: object) -> float:
    letters = name.replace(" ", "")
    if len(letters) > INITIALS:
        return float(fuzz.partial_ratio(words, name))
    spoken = {f"{letters}s", letters} & set(words.split())
    return 100.0 if spoken or f" {name} " in f" {words} " else 0.0


def _stands_in(words: str, title: str) -> bool:
    return f" {utils.default_process(title)} " in f" {utils.default_process(words)} "
