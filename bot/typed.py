"""What somebody typed, made safe to pass on."""

import re
import unicodedata

UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and lone surrogates: no database keeps them and nobody types them."""


def clean(text: str) -> str:
    """Take out what cannot be read; empty when nothing visible is left."""
    words = UNREADABLE.sub(" ", text).strip()
    return words if any(map(_visible, words)) else ""


def _visible(character: str) -> bool:
    """Whether a character can be seen; joiners, direction marks and spaces cannot."""
    return not character.isspace() and unicodedata.category(character) != "Cf"
