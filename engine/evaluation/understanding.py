"""What the trained model makes of a phrase."""

from __future__ import annotations

import asyncio
import resource
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FALLBACK = "nlu_fallback"


@dataclass(frozen=True)
class Understood:
    """The parse of one message; intents and candidates with the likeliest first."""

    intents: tuple[str, ...]
    confidence: float
    kenmerken: tuple[str, ...]
    candidates: tuple[str, ...]
    entities: frozenset[tuple[str, str]]
    milliseconds: float

    @property
    def intent(self) -> str:
        """The intent that the dialogue acts on."""
        return self.intents[0]

    @property
    def likeliest(self) -> str:
        """The intent that comes nearest, also where the dialogue asks back."""
        return next((name for name in self.intents if name != FALLBACK), FALLBACK)


@dataclass(frozen=True)
class Cost:
    """What understanding takes; the process holds Rasa and the model and nothing else."""

    seconds_to_first_answer: float
    megabytes: float


def understand(model: Path, texts: Iterable[str]) -> tuple[list[Understood], Cost]:
    """Parse each text as the engine would, one by one."""
    started = time.monotonic()
    from rasa.core.agent import Agent

    agent = Agent.load(model)

    async def parse_all() -> tuple[list[Understood], float]:
        await agent.parse_message("hallo")
        first = time.monotonic() - started
        return [await _parse(agent, text) for text in texts], first

    understood, first = asyncio.run(parse_all())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return understood, Cost(first, peak)


async def _parse(agent: Any, text: str) -> Understood:
    started = time.perf_counter()
    parsed = await agent.parse_message(text)
    took = (time.perf_counter() - started) * 1000
    return Understood(
        intents=tuple(one["name"] or FALLBACK for one in parsed["intent_ranking"]) or (FALLBACK,),
        confidence=parsed["intent"]["confidence"],
        kenmerken=tuple(one["code"] for one in parsed.get("kenmerken", [])),
        candidates=tuple(one["code"] for one in parsed.get("kenmerk_candidates", [])),
        entities=frozenset(
            (one["entity"], str(one["value"]).lower()) for one in parsed["entities"]
        ),
        milliseconds=took,
    )
