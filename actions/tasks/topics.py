"""Buttons to choose what something is about: a group of kenmerken, or a kenmerk."""

from __future__ import annotations

from collections.abc import Iterable

from actions.turn import Button, Turn, payload


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


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
