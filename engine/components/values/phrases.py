"""Values that are known by their wording: a table of phrases in `engine/data/`.

`values` has a list of regular expressions a value; `intents` names where these are read and
`not_intents` where nothing is. `short` has words that mean it only when they are all that is
said, give or take a small word, and `anywhere` what means it in any message: both whatever the
intent, since an answer is often taken for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from components.data import read
from components.values.found import Found, Heard

_SMALL = (
    r"(?:eerst|dan|graag|liever|liefst|ik|wil|maar|gewoon|doe|kies|nou|ok|oke|ja|weer|wel|snel)"
)


def phrases(heard: Heard, entity: str, table: str) -> Iterator[Found]:
    """The values of `entity`, each once; of two in the same words the longest."""
    intents = read(table).get("intents")
    if heard.intent in read(table).get("not_intents", ()):
        return
    patterns = _patterns(table, "anywhere") + _patterns(table, "short")
    if not intents or heard.intent in intents:
        patterns += _patterns(table, "values")
    hits = [
        Found(entity, value, *match.span())
        for value, pattern in patterns
        for match in pattern.finditer(heard.text)
    ]
    taken: list[Found] = []
    said = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
            if hit.value not in said:
                yield hit
            said.add(hit.value)


@cache
def _patterns(table: str, part: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    alone = rf"\A\s*(?:{_SMALL}\s+)*", rf"(?:\s+{_SMALL})*\W*\Z"
    before, after = alone if part == "short" else (r"(?<!\w)", r"(?!\w)")
    return tuple(
        (value, re.compile(rf"{before}(?:{wording}){after}"))
        for value, wordings in (read(table).get(part) or {}).items()
        for wording in wordings
    )
