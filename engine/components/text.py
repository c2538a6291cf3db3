"""Text as the components see it: the same length as what was typed, without the noise.

Every character gives exactly one character, so that a span found in the cleaned text is the
same span in the message. The message itself stays as it is: Rasa treats a line that starts
with a slash as a command, and the word joiner that our channel puts in front must stay there.
"""

import re
import unicodedata

_TYPOGRAPHY = str.maketrans("‘’‚‛`´′“”„‟″‐‑‒–—―−", "'''''''\"\"\"\"\"-------")
_LINKS = "maar|want|omdat|dus|verder|daarnaast|bovendien"
_SUBJECTS = "ik|k|m'n|mn|mijn|me|we|wij|hij|ze|zij|er|dan|nu|ook|geen|heb|heeft|ben|is|het|de"
_BREAK = re.compile(
    rf"[.!?;\n]+|,(?!\d)|(?:^|(?<=\s))(?:{_LINKS}|en(?=\s(?:{_SUBJECTS})\b)"
    r"|alleen(?=\s(?:nog|die|dat|de|het)\b))(?=\s)",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """Plain spaces, straight quotes, no invisible characters; as long as `text`."""
    return "".join(_clean_character(character) for character in text).translate(_TYPOGRAPHY)


def lower(text: str) -> str:
    """The cleaned text in lower case; as long as `text`."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in clean(text))


def is_payload(text: str) -> bool:
    """Whether Rasa will read this as a button's payload, so that there is nothing to find."""
    return text.strip().startswith("/")


def clauses(text: str) -> list[tuple[int, int]]:
    """The spans of the clauses in `text`, without the space around them."""
    edges = [0]
    for match in _BREAK.finditer(text):
        edges += [match.start(), match.end()]
    edges.append(len(text))
    spans = [_strip(text, *edge) for edge in zip(edges[::2], edges[1::2], strict=True)]
    return [(start, end) for start, end in spans if start < end]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _clean_character(character: str) -> str:
    if character.isspace() or unicodedata.category(character) in {"Cc", "Cf"}:
        return " " if character != "\n" else "\n"
    simple = unicodedata.normalize("NFKC", character)
    return simple if len(simple) == 1 else character
