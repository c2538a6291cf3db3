"""What a coach told of a case and the search does not use: said in a line, so that nothing is lost.

A case, or a wish over a list, comes in parts, between commas. A part is used when a kenmerk or a
value was read in it.
Some facts have no place in the catalogue, used or not: age, level of language, the job that is
wanted. The others are named where their part was not used, and what is left is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from actions.cases import parts
from actions.far_places import far_in
from actions.knowing import fits, tokens
from actions.turn import Turn
from actions.wording import listed

NEVER = ("age", "language_level", "job", "hours")
"""Facts that no search can use, also where their part tells a kenmerk."""

IF_UNUSED = ("diagnosis", "benefit", "origin", "family", "education")
"""Facts that are named where no kenmerk was read in them."""

FEWEST_PARTS = 2
"""From so many parts what is left is quoted; else it would be the whole message."""

MOST_QUOTED = 4
LONGEST_QUOTE = 6
"""Words; a longer part is a sentence, which is about what was read elsewhere."""


def left_aside(turn: Turn) -> str:
    """The line on what is not used; empty where all is."""
    if turn.heard.pressed:
        return ""
    told = parts(turn.heard.text)
    facts = list(dict.fromkeys(fact for part in told for fact in _facts(turn, part)))
    unread = (_unread(turn, part) for part in told if not _used(turn, part))
    quoted = [part for part in unread if _tells(turn, part)][:MOST_QUOTED]
    quoted = quoted if len(told) >= FEWEST_PARTS else []
    names = listed([turn.phrases(f"facts.case_{fact}") for fact in facts])
    said = [turn.phrases("facts.not_filtered", what=names)] if facts else []
    if quoted:
        words = ", ".join(turn.phrases("facts.quote", words=part) for part in quoted)
        said.append(turn.phrases("facts.not_read", parts=words))
    return " ".join(said)


def _unread(turn: Turn, part: str) -> str:
    """What is left of a part: nothing of a fact, but what stands behind an age is told as well."""
    for words in turn.phrases.words("case_age"):
        if age := re.search(words, part.casefold()):
            return part[age.end() :].strip()
    facts = any(True for _ in _facts(turn, part))
    return "" if facts or fits(turn, "person_by_name", part) else part


def _facts(turn: Turn, part: str) -> Iterator[str]:
    """The facts in a part that the search does not use."""
    names = NEVER if _used(turn, part) else (*NEVER, *IF_UNUSED)
    for name in names:
        if any(re.search(words, part.casefold()) for words in turn.phrases.words(f"case_{name}")):
            yield name


def _used(turn: Turn, part: str) -> bool:
    """Whether a kenmerk or a value was read in this part."""
    heard, lowered = turn.heard, part.casefold()
    read = [*(kenmerk.words for kenmerk in heard.kenmerken), *heard.read]
    spoken = (words.casefold() for words in read if words)
    also = (*turn.phrases.words("vague_weeks"), *turn.phrases.words("every_kenmerk"))
    said_before = any(re.search(words, lowered) for words in turn.phrases.words("distance"))
    return (
        said_before
        or far_in(turn, part) is not None
        or any(words in lowered or lowered in words for words in spoken)
        or any(words in lowered for words in also)
        or fits(turn, "whole_region", part)
        or (turn.known.form is not None and _tells_the_form(turn, part))
    )


def _tells_the_form(turn: Turn, part: str) -> bool:
    words = (*turn.phrases.words("group"), *turn.phrases.words("alone"))
    said = any(f" {form}" in f" {part.casefold()}" for form in words)
    return said or fits(turn, "no_group", part) or fits(turn, "wants_a_form", part)


def _tells(turn: Turn, part: str) -> bool:
    """Whether a part is more than "mw", "wat past?" or a whole sentence."""
    words = tokens(part.casefold()) - set(turn.phrases.words("case_small"))
    return bool(words) and not part.endswith("?") and len(part.split()) <= LONGEST_QUOTE
