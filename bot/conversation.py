"""One message in, replies out: the only way from a channel to the engine."""

import asyncio
import logging
import secrets
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from weakref import WeakValueDictionary

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from bot import personal, screen
from bot.database import Store
from bot.engine import Engine, EngineError, EngineReply
from bot.links import Places
from bot.screen import Arrival, Reply, Visitor
from bot.texts import say
from bot.typed import clean
from caseload import unread

__all__ = ["Conversations", "Reply", "Visitor"]

log = logging.getLogger(__name__)

TEXT_LIMIT = 2000
OPENING = "/greet"
KEPT_ANSWERS = 1000

Put = Callable[[str], Awaitable[list[EngineReply]]]
"""Puts something to the engine, under the message id that it is given."""
Answer = Callable[[Arrival], Awaitable[list[Reply]]]


class Conversations:
    """All conversations of one gateway."""

    def __init__(
        self,
        engine: Engine,
        sessions: sessionmaker[Session],
        clock: Callable[[], datetime],
        *,
        site: str = "",
    ) -> None:
        """Take the engine, the session factory of our tables, the clock, and where the page is."""
        self._engine = engine
        self._places = Places(site)
        self._store = Store(sessions, clock)
        self._locks: WeakValueDictionary[Visitor, asyncio.Lock] = WeakValueDictionary()
        self._answers: OrderedDict[tuple[Visitor, str], list[Reply]] = OrderedDict()

    def reached_by(self, bot: str) -> None:
        """Hear the name of our bot in Telegram; from now on invites lead there as well."""
        self._places = replace(self._places, bot=bot)

    async def say(
        self, visitor: Visitor, text: str, message_id: str | None = None, *, later: bool = False
    ) -> list[Reply]:
        """Answer typed text. It is only ever text, also when it looks like a command.

        Who types the title of a button that is on the screen presses it. A door that can answer
        `later` gets an error where the others get an apology: here, in `press`, `open` and `ask`
        it raises EngineError or SQLAlchemyError, and the same message may be put again.
        """
        words = clean(text)

        async def answer(at: Arrival) -> list[Reply]:
            if not words:
                return await self._aside(at, say("texts.gateway.empty"))
            if len(words) > TEXT_LIMIT:
                return await self._aside(at, say("texts.gateway.too_long", limit=TEXT_LIMIT))
            if at.payload is not None:
                return await self._pressed(at, at.payload)
            return await self._turn(
                at, lambda number: self._engine.say(at.conversation_id, number, words)
            )

        return await self._answer(visitor, message_id, answer, typed=words, later=later)

    async def press(
        self,
        visitor: Visitor,
        reference: str,
        message_id: str | None = None,
        *,
        later: bool = False,
    ) -> list[Reply]:
        """Answer a press on a button, by its reference. An outdated one gets a friendly answer."""

        async def answer(at: Arrival) -> list[Reply]:
            payload = await self._store(screen.payload, at.conversation_id, reference)
            if payload is None:
                return await self._aside(at, say("texts.gateway.outdated"))
            return await self._pressed(at, payload)

        return await self._answer(visitor, message_id, answer, later=later)

    async def works(self, visitor: Visitor, reference: str) -> bool:
        """Tell whether a button still works. Raises SQLAlchemyError."""
        return await self._store(screen.works, visitor, reference)

    async def ask(self, visitor: Visitor, intent: str, message_id: str) -> list[Reply]:
        """Answer a command of the door itself, as `say` does with `later`."""

        async def answer(at: Arrival) -> list[Reply]:
            return await self._pressed(at, f"/{intent}")

        return await self._answer(visitor, message_id, answer, later=True)

    async def open(
        self, visitor: Visitor, message_id: str | None = None, *, later: bool = False
    ) -> list[Reply]:
        """Let the bot speak first: a question that was missed, else a greeting or where we were."""

        async def answer(at: Arrival) -> list[Reply]:
            return await self._pressed(at, OPENING)

        return await self._answer(visitor, message_id, answer, opening=True, later=later)

    async def everything(self, visitor: Visitor) -> str | None:
        """Give all that is kept about this visitor, as JSON; None for a stranger."""
        found = await self._store(personal.kept, visitor)
        if found is None:
            return None
        return personal.written(found, [await self._said(id_) for id_ in found.conversation_ids])

    async def _said(self, conversation_id: str) -> personal.Lines | None:
        try:
            return await self._engine.said(conversation_id)
        except EngineError as error:
            log.error("a conversation could not be read back: %s", error)
            return None

    async def missed(self, visitor: Visitor, message_id: str | None = None) -> list[Reply]:
        """Give what came without being asked and was not shown yet, once."""

        async def look() -> list[Reply]:
            return list(await self._store(screen.missed, visitor))

        return await self._once(visitor, message_id, look)

    @asynccontextmanager
    async def alone(self, visitor: Visitor) -> AsyncIterator[None]:
        """Keep every turn of this visitor waiting."""
        lock = self._locks.setdefault(visitor, asyncio.Lock())
        async with lock:
            yield

    async def trigger(
        self, conversation_id: str, intent: str, entities: Mapping[str, int]
    ) -> list[Reply]:
        """Let the bot begin by itself; its buttons work as long as what is kept unread.

        Use it inside `alone`. Raises EngineError when the engine has no answer.
        """
        found = await self._put(
            lambda number: self._engine.trigger(conversation_id, number, intent, entities)
        )
        if not found:
            raise EngineError("no answer")
        return await self._store(screen.show, conversation_id, found, lifetime=unread.LIFETIME)

    async def _answer(
        self,
        visitor: Visitor,
        message_id: str | None,
        answer: Answer,
        *,
        typed: str = "",
        opening: bool = False,
        later: bool = False,
    ) -> list[Reply]:
        """Answer one message, after what was missed; a new turn ends the buttons of that."""

        async def arrive() -> list[Reply]:
            seen: list[Reply] = []
            try:
                at = await self._store(screen.arrive, visitor, typed)
                if opening and any(reply.buttons for reply in at.missed):
                    return list(at.missed)
                seen = [replace(reply, buttons=()) for reply in at.missed]
                return seen + await answer(replace(at, number=message_id if later else None))
            except (SQLAlchemyError, EngineError) as error:
                if later and not seen:  # what was taken to be seen would be lost
                    raise
                log.error("the database or the engine failed: %s", type(error).__name__)
                return [*seen, Reply(say("texts.gateway.apology"))]

        return await self._once(visitor, message_id, arrive)

    async def _once(
        self, visitor: Visitor, message_id: str | None, answer: Callable[[], Awaitable[list[Reply]]]
    ) -> list[Reply]:
        """One message at a time per visitor; a message that comes twice is answered once."""
        async with self.alone(visitor):
            key = (visitor, message_id or "")
            if message_id and key in self._answers:
                return self._answers[key]
            replies = await answer()
            if message_id and replies:
                self._answers[key] = replies
                while len(self._answers) > KEPT_ANSWERS:
                    self._answers.popitem(last=False)
            return replies

    async def _pressed(self, at: Arrival, payload: str) -> list[Reply]:
        return await self._turn(
            at, lambda number: self._engine.press(at.conversation_id, number, payload)
        )

    async def _turn(self, at: Arrival, put: Put) -> list[Reply]:
        """Put a message to the engine and show its answer, or say sorry.

        Raises EngineError where the message may be put again later.
        """
        found = await self._put(put, at.number)
        if not found and at.number:
            raise EngineError("no answer")
        if not found:
            return await self._aside(at, say("texts.gateway.apology"))
        replies = await self._show(at.conversation_id, found)
        await self._erase(found)
        if any(reply.custom.get("open") for reply in found):
            replies += await self._begin_next(at.conversation_id)
        return replies

    async def _show(self, conversation_id: str, found: Sequence[EngineReply]) -> list[Reply]:
        return await self._store(screen.show, conversation_id, found, places=self._places)

    async def _begin_next(self, finished: str) -> list[Reply]:
        """Let the bot open the conversation after one that was finished."""
        fresh = await self._store(screen.next_one, finished)
        found = await self._put(lambda number: self._engine.press(fresh, number, OPENING))
        return await self._show(fresh, found)

    async def _put(self, put: Put, number: str | None = None) -> list[EngineReply]:
        """Put something to the engine, and once more when that fails; the engine hears it once."""
        number = number or secrets.token_hex(16)
        for attempt in (1, 2):
            try:
                if found := await put(number):
                    return found
                log.warning("attempt %d: the engine had no answer", attempt)
            except EngineError as error:
                log.warning("attempt %d: the engine failed: %s", attempt, error)
        return []

    async def _erase(self, found: Sequence[EngineReply]) -> None:
        """Remove conversations from the engine's store where somebody asked for it."""
        for reply in found:
            for conversation_id in reply.custom.get("erase", ()):
                try:
                    await self._engine.erase(conversation_id)
                except EngineError as error:
                    log.error("a conversation could not be erased: %s", error)

    async def _aside(self, at: Arrival, text: str) -> list[Reply]:
        """Say something outside the dialogue; the buttons on screen go on working."""
        return [Reply(text, await self._store(screen.on_screen, at.conversation_id))]
