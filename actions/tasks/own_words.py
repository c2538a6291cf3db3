"""A sentence that somebody gives as an answer: a goal, a level, a reason."""

from __future__ import annotations

from collections.abc import Callable

from actions.knowing import fits
from actions.turn import Turn
from doelenmeter.matching import amounts

LONGEST = 160
"""Characters; a level has to fit on a button and in a picture."""

NO_SENTENCE = ("affirm", "deny", "unsure", "prefer_not_say", "step_back")
"""Short answers that tell nothing to keep."""


def told(turn: Turn) -> str:
    """What was typed, on one line and without markup; empty where it tells nothing."""
    heard = turn.heard
    if heard.pressed or says_unsure(turn) or thinks_again(turn):
        return ""
    if heard.short and heard.intent in NO_SENTENCE and not amounts(heard.text):
        return ""
    return _on_one_line(heard.text)


def text(turn: Turn) -> str:
    """What was typed where any words may be meant: "goed" and "soms" are texts, "ja" is not."""
    nothing, words = turn.phrases.words("says_nothing"), plain(turn)
    empty = words in nothing or set(words.split()) <= set(nothing)
    return "" if turn.heard.pressed or empty else _on_one_line(turn.heard.text)


def _on_one_line(words: str) -> str:
    line = " ".join(words.replace("*", " ").split())
    return line if any(character.isalnum() for character in line) else ""


def plain(turn: Turn) -> str:
    """What was typed in small letters, without signs and without words of politeness."""
    signs = "".join(c if c.isalnum() or c.isspace() else " " for c in turn.heard.text.casefold())
    polite = turn.phrases.words("polite")
    return " ".join(word for word in signs.split() if word not in polite)


def hears(
    take: Callable[[Turn, str], None], read: Callable[[Turn], str] = told
) -> Callable[[Turn], bool]:
    """Hear a sentence and hand it on; one that is too long is asked back shorter."""

    def hear(turn: Turn) -> bool:
        words = read(turn)
        if not words:
            return False
        if len(words) > LONGEST:
            turn.say("utter_shorter_please")
        else:
            take(turn, words)
        return True

    return hear


def unsure(turn: Turn) -> bool:
    """Whether somebody does not know, or would rather not say."""
    heard = turn.heard
    meant = heard.intent in ("unsure", "prefer_not_say") and (heard.pressed or heard.short)
    return meant or (not heard.pressed and says_unsure(turn))


def skips(turn: Turn) -> bool:
    """The same where any words may be meant: pressed, or in words that say nothing else."""
    return unsure(turn) if turn.heard.pressed else says_unsure(turn)


def says_unsure(turn: Turn) -> bool:
    """The same by the words alone, where "soms" or "kan kiezen" would be a text.

    "Maak jij maar" leaves it to the bot, as not to know does.
    """
    leaves_it = _nothing_but(turn, "making", with_one_of="leaving_it")
    return leaves_it or _nothing_but(turn, "not_knowing", with_one_of="knowing")


def commands(turn: Turn) -> bool:
    """Whether somebody types a command, as they are told to, and nothing else."""
    told_to = plain(turn) in turn.phrases.words("told_to_say")
    return told_to or _nothing_but(turn, "commands", with_one_of="commanding")


def thinks_again(turn: Turn) -> bool:
    """Whether somebody leaves it, in words that say nothing else: "toch niet", "laat maar"."""
    return not turn.heard.pressed and fits(turn, "thinks_again")


def waits(turn: Turn) -> bool:
    """Whether somebody only asks for time: "wacht even", "momentje"."""
    return not turn.heard.pressed and fits(turn, "waits")


def _nothing_but(turn: Turn, known: str, *, with_one_of: str) -> bool:
    words = set(plain(turn).split())
    allowed, needed = (set(turn.phrases.words(name)) for name in (known, with_one_of))
    return bool(words & needed) and words <= allowed | needed
