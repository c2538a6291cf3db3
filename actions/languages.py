"""A message in another language gets one sentence in that language, and the offer of a person."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

SPOKEN = {
    Language.ENGLISH: "en",
    Language.TURKISH: "tr",
    Language.POLISH: "pl",
    Language.ARABIC: "ar",
    Language.UKRAINIAN: "uk",
}
SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "uk", "ETHIOPIC": "ti"}
"""Scripts in which Dutch is never written, with the language that our people write in them."""

IN_DUTCH = ("wat is ", "wat zijn ", "wat betekent ")
"""Who asks what a word means asks it in Dutch, whatever word it is."""

DUTCH_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzáéíóúàèëïöüâêîôûç0123456789'’-.,;:!?()/&+")

FEWEST_WORDS = 3
"""Shorter messages in our own script look like every language."""

SURE = 0.6
"""Confidence (0 to 1); on 7,700 Dutch phrases of three words or more it is wrong in ten."""


def foreign(text: str) -> str | None:
    """The language of a message as a code, where that is not Dutch and we have words for it."""
    if text.casefold().startswith(IN_DUTCH):
        return None
    letters = [letter for letter in text if letter.isalpha()]
    for script, code in SCRIPTS.items():
        written = sum(unicodedata.name(letter, "").startswith(script) for letter in letters)
        if letters and written > len(letters) / 2:
            return code
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    if len(words) < FEWEST_WORDS:
        return None
    beside_names = _without_names(words)
    language = _spoken(beside_names)
    enough = len(beside_names) >= FEWEST_WORDS
    return language if enough or language == _spoken(words) else None


def _without_names(words: list[str]) -> list[str]:
    """What is said beside names: a foreign name makes no Dutch sentence foreign.

    A name has a capital, or, among words that Dutch could write, a letter that it never has.
    """
    lower = [word for word in words if not word[:1].isupper()]
    if not lower and not all(map(str.isupper, words)):
        return []
    said = lower or words
    dutch = [word for word in said if set(word.casefold()) <= DUTCH_LETTERS]
    return dutch if len(dutch) > len(said) / 2 else said


def _spoken(words: list[str]) -> str | None:
    if not words:
        return None
    likeliest = _detector().compute_language_confidence_values(" ".join(words))[0]
    return SPOKEN.get(likeliest.language) if likeliest.value >= SURE else None


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(Language.DUTCH, *SPOKEN).build()
