"""Which level somebody means who tells it in own words: always a guess, to be confirmed."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from rapidfuzz import fuzz, utils

from doelenmeter import said
from doelenmeter.smart import telling

NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
    )
}
NONE = re.compile(r"\b(geen|nooit|niks|niets|niemand)\b( enkele?)?")
ONCE = re.compile(r"\b(een|één|1) (keer|maal|dag|uur)\b")

LIKE = 60
"""Score (0 to 100) from which words are taken to resemble a level text."""

SAME_WORD = 74
"""Score (0 to 100) from which two words are forms of one."""

MORE = 2
"""So many telling words beside the level make a remark."""

_AFTER_A_LEVEL = re.compile(
    r"[^,.;:]*?(?<!\w)[+-]?\d\b[^,.;:]{0,40}?(?:[,.;:]\s*|\s(?=want\b|omdat\b))(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\d+(?:,\d+)?")
_OF_ALL = re.compile(r"(\d+|alle) van de \d+")
_ALL = re.compile(r"\balle (\d+)")
_OPEN_END = re.compile(r"\bof (meer|vaker|langer)\b|(?<!niet )\bmeer dan\b|\bminstens\b")
_OPEN_START = re.compile(r"\bhoogstens\b|\bminder dan\b")

Range = tuple[Decimal, Decimal | None]
"""The lowest and the highest amount of a level; None is no limit."""


def suggest(texts: Mapping[int, str], words: str) -> tuple[int, ...]:
    """Give the levels whose text fits these words, the likeliest first; empty without any.

    An amount ("3x te laat", "twee keer") goes before words that only resemble a text.
    """
    likeness = {level: _likeness(text, words) for level, text in texts.items()}
    told = amounts(words) if _counts_this(texts, words) else ()
    by_amount = [
        level for level, text in texts.items() if any(_holds(_range(text), n) for n in told)
    ]
    found = by_amount or [
        level
        for level, score in likeness.items()
        if score >= LIKE and (_share(texts[level], words) or not telling(texts[level]))
    ]
    return tuple(sorted(found, key=lambda level: -likeness[level]))


def _counts_this(texts: Mapping[int, str], words: str) -> bool:
    """Tell whether an amount may be of what these levels count.

    It is, alone ("2 keer"), in their unit ("de bus kwam niet, anderhalf uur") or beside one of
    their words. "Ik had geen tijd" is not.
    """
    known = said.load()
    spoken = set(re.findall(r"[^\W\d_]+", words.casefold()))
    written = set(re.findall(r"[^\W\d_]+", " ".join(texts.values()).casefold()))
    for unit in known.units.values():
        if spoken & set(unit) and written & set(unit):
            return True
    plain = {*known.numbers, *known.moods["good"], *known.moods["bad"], *known.about_the_week}
    plain |= {
        word for words_of in (known.none, known.beside) for one in words_of for word in one.split()
    }
    left = set(telling(words)) - plain - {word for unit in known.units.values() for word in unit}
    return not left or any(_share(text, words) for text in texts.values())


def _share(text: str, words: str) -> bool:
    """Tell whether both say one thing, in one form or another: "gepraat" and "praat"."""
    return any(
        fuzz.ratio(one.removeprefix("ge"), other.removeprefix("ge")) >= SAME_WORD
        for one in telling(text)
        for other in telling(words)
    )


def counts_the_same(texts: Mapping[int, str], words: str) -> bool:
    """Tell whether words give an amount of what these levels count: "weer 3 keer te laat"."""
    about = {word for text in texts.values() for word in telling(text)}
    return bool(amounts(words) and about & set(telling(words)) and suggest(texts, words))


def beside_the_level(words: str) -> str:
    """Give what is told after a level: "hij belt nu zelf" of "+1 voor Rafiq, hij belt nu zelf"."""
    found = _AFTER_A_LEVEL.match(words)
    return found["rest"] if found else words


def tells_more(text: str, words: str) -> bool:
    """Tell whether words say more than that a level fits: what happened, or who helped."""
    known = said.load()
    of_no_use = {*telling(text), *known.moods["good"], *known.moods["bad"], *known.numbers}
    of_no_use |= {word for unit in known.units.values() for word in unit}
    left = set(telling(words)) - of_no_use - known.about_the_week
    return len(left) >= MORE


def amounts(words: str) -> tuple[Decimal, ...]:
    """Give the amounts that are said, in digits or in words; "geen" is none at all."""
    return tuple(_amounts(_digits(words)))


def _amounts(text: str) -> Iterator[Decimal]:
    for number in _AMOUNT.findall(text):
        yield Decimal(number.replace(",", "."))


def _digits(words: str) -> str:
    """Write every amount as digits."""
    text = NONE.sub("0", ONCE.sub(r"1 \2", words.casefold())).replace(".", ",")
    for word, number in NUMBERS.items():
        text = re.sub(rf"\b{word}\b", number, text)
    return text


def _range(text: str) -> Range | None:
    """Read the amounts that a level text stands for; None where it counts nothing."""
    plain = _ALL.sub(r"\1", _OF_ALL.sub(r"\1", _digits(text)))
    found = sorted(_amounts(plain))
    if not found:
        return None
    low, high = found[0], found[-1]
    if len(found) == 1 and _OPEN_START.search(plain):
        return Decimal(0), low
    if _OPEN_END.search(plain) and not _OPEN_START.search(plain):
        return low, None
    return low, high


def _holds(held: Range | None, amount: Decimal) -> bool:
    return held is not None and held[0] <= amount and (held[1] is None or amount <= held[1])


def _likeness(text: str, words: str) -> float:
    return fuzz.token_set_ratio(text, words, processor=utils.default_process)
