"""Dutch as it sounds: what is spelled differently and said alike becomes the same letters."""

import re

# In order: each rule sees what the ones before it made.
_SOUNDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"'", ""),
        (r"[^\w\s]", " "),
        (r"ij|ei|y", "ei"),
        (r"ou|au", "ou"),
        (r"sch", "sg"),
        (r"ch", "g"),
        (r"ph", "f"),
        (r"c(?=[eiy])", "s"),
        (r"[cq]", "k"),
        (r"x", "ks"),
        (r"dt\b|d\b", "t"),
        (r"b\b", "p"),
        (r"v", "f"),
        (r"z", "s"),
        (r"([^\W\d])\1+", r"\1"),
        (r"en\b", "e"),
    )
)


def sounds(text: str) -> str:
    """The lower-case `text` in letters that follow its sound: "ik vindt" and "k fint" meet."""
    for pattern, letters in _SOUNDS:
        text = pattern.sub(letters, text)
    return text
