"""What the dialogue shows when it was not sure: at most three choices.

`data/texts/phrases.yml` holds the words of a choice, for everybody and for a coach. A meaning that
has no words there is never shown, and two with the same words are one choice. A story gets the
kenmerken that were heard, or of a doubtful one of some length the likeliest
(`actions/answer_open.py`, `actions/misses.py`).
"""

from __future__ import annotations

from functools import cache

import project
from evaluation.phrases import Phrase, read
from evaluation.understanding import FALLBACK, Understood

MOST = 3
FEW_WORDS = 3
"""A shorter message is no story to guess from."""
STORY = "find_instrument"
TOLD = frozenset({STORY, "refine_practical", "more_options", "choose", FALLBACK})
"""What a sure kenmerk in it is shown for, beside what else was heard."""
TEXTS = project.ROOT / "data" / "texts" / "phrases.yml"


def is_asked(meant: Phrase, got: Understood) -> bool:
    """Whether what was meant is among the choices that are shown."""
    if got.kenmerken and got.intent in TOLD:
        return bool(meant.kenmerken & set(got.kenmerken))
    if got.likeliest == STORY and len(meant.text.split()) > FEW_WORDS:
        return bool(meant.kenmerken & set(got.candidates))
    if got.intent != FALLBACK:
        return False
    words = _words(meant.who == "coach")
    shown = list(dict.fromkeys(words[name] for name in got.intents if name in words))[:MOST]
    return words.get(meant.intent) in shown


@cache
def _words(coach: bool) -> dict[str, str]:
    texts = read(TEXTS)
    return {**texts["meanings"], **(texts["meanings_of_a_coach"] if coach else {})}
