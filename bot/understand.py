"""What the model makes of a line, in the words that tests and reports use."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, BinaryIO, TextIO

from bot.engine import Engine
from bot.terminal import lines
from bot.typed import clean

FALLBACK = "nlu_fallback"
LONGEST = 4000  # characters; the engine takes no more


def understand(engine: Callable[[], Engine], *, source: BinaryIO, out: TextIO) -> None:
    """Read lines until the input ends and write one JSON line for each. Raises EngineError."""
    with asyncio.Runner() as runner:
        started = engine()
        try:
            for line in lines(source):
                words = clean(line)[:LONGEST]
                found = runner.run(started.understand(words)) if words else {}
                out.write(json.dumps(understood(line, found), ensure_ascii=False) + "\n")
                out.flush()
        finally:
            runner.run(started.aclose())


def understood(text: str, found: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of one line, from what the engine returned.

    The intent is the nearest one with its confidence, also where the dialogue would ask back.
    """
    intent = _likeliest(found)
    entities: dict[str, list[Any]] = {}
    for entity in found.get("entities") or []:
        values = entities.setdefault(entity["entity"], [])
        if entity["value"] not in values:
            values.append(entity["value"])
    return {
        "text": text,
        "intent": intent.get("name"),
        "confidence": intent.get("confidence", 0.0),
        "kenmerken": [
            {"code": kenmerk["code"], "confidence": kenmerk["confidence"]}
            for kenmerk in found.get("kenmerken") or []
        ],
        "candidates": [kenmerk["code"] for kenmerk in found.get("kenmerk_candidates") or []],
        "entities": {
            name: values[0] if len(values) == 1 else values for name, values in entities.items()
        },
    }


def _likeliest(found: dict[str, Any]) -> dict[str, Any]:
    ranking = found.get("intent_ranking") or []
    return next((one for one in ranking if one["name"] != FALLBACK), found.get("intent") or {})
