"""Buttons to choose what something is about: a group of kenmerken, or a kenmerk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from actions.turn import Button, Turn, payload
from doelenmeter import smart


def kenmerken(turn: Turn, intent: str, codes: Iterable[str], **more: object) -> list[Button]:
    """One button for each kenmerk, in plain words."""
    return [
        Button(_capital(turn.taxonomy.kenmerken[code].chip), payload(intent, kenmerk=code, **more))
        for code in codes
        if code in turn.taxonomy.kenmerken
    ]


def groups(turn: Turn, intent: str, **more: object) -> list[Button]:
    """One button for each group of kenmerken."""
    return [
        Button(group.button, payload(intent, kenmerk=group.code, **more))
        for group in turn.taxonomy.groups
    ]


def in_group(turn: Turn, group: str) -> list[str]:
    """The kenmerken of a group."""
    return [code for code, kenmerk in turn.taxonomy.kenmerken.items() if kenmerk.group == group]


def named(turn: Turn, shown: Sequence[str]) -> list[str]:
    """The kenmerken that the typed words name, the likeliest first: "op tijd zijn", "sporten".

    A button on the screen that says so goes before the others; "de eerste" is the first of them.
    """
    heard = turn.heard
    number = heard.number("instrument") if heard.short and not heard.pressed else None
    if number and number <= len(shown):
        return [shown[number - 1]]
    told = _told(turn)
    phrases = {code: _phrases(turn, code) for code in turn.taxonomy.kenmerken}
    buttons = [code for code in shown if told & phrases[code][0]]
    if len(buttons) == 1 and told <= set().union(*phrases[buttons[0]]):
        return buttons
    found = [code for code in phrases if told and any(told <= one for one in phrases[code])]
    if len(found) <= 1:
        return found
    likely = sorted(found, key=lambda code: code not in heard.candidates)
    in_turns = chain.from_iterable(zip_longest(likely, heard.candidates))
    return list(dict.fromkeys(code for code in in_turns if code in phrases))


def guessed(turn: Turn) -> list[str]:
    """The kenmerken that a single word may be about, where no words name one."""
    return list(turn.heard.candidates) if len(_told(turn)) == 1 else []


def named_group(turn: Turn) -> str | None:
    """The group whose button holds the typed words: "gezondheid"."""
    told = _told(turn)
    groups_named = (g.code for g in turn.taxonomy.groups if told <= _telling(turn, g.button))
    return next(groups_named, None) if told else None


def _told(turn: Turn) -> set[str]:
    return set() if turn.heard.pressed else _telling(turn, turn.heard.text)


def _phrases(turn: Turn, code: str) -> list[set[str]]:
    kenmerk = turn.taxonomy.kenmerken[code]
    return [_telling(turn, words) for words in (kenmerk.chip, *kenmerk.words)]


def _telling(turn: Turn, words: str) -> set[str]:
    """What words tell; "werk" is in too many of them."""
    return set(smart.telling(words)) - set(turn.phrases.words("any_topic"))


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
