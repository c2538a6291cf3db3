import asyncio
from collections.abc import Callable

PATIENCE_SECONDS = 20


async def until(true: Callable[[], bool]) -> None:
    """Let others work until something is true."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not true():
            await asyncio.sleep(0.01)
