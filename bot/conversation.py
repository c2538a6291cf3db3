"""One message in, replies out: the only way from a channel to the engine."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakValueDictionary

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from bot.engine import Engine, EngineError, EngineReply
from bot.texts import say
from bot.typed import clean
from caseload import buttons, conversations
from caseload.buttons import Shown
from caseload.models import Channel
from store.session import writing

log = logging.getLogger(__name__)

TEXT_LIMIT = 2000
OPENING = "/greet"
KEPT_ANSWERS = 1000
FOR_CHANNELS = {"finished", "list"}
"""What of `custom` a channel may know; the rest is between the actions and this gateway."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at a door. The person, where one is given, was proven by the door itself."""

    channel: Channel
    external_id: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a channel shows. In the text only `**bold**` is markup."""

    text: str = ""
    buttons: tuple[Shown, ...] = ()
    image: str | None = None
    custom: dict[str, Any] = field(default_factory=dict)

    @property
    def visible(self) -> bool:
        """Whether there is anything to see; a reply may also carry only `custom`."""
        return bool(self.text or self.buttons or self.image)


P = ParamSpec("P")
T = TypeVar("T")
Put = Callable[[], Awaitable[list[EngineReply]]]


class Conversations:
    """All conversations of one gateway."""

    def __init__(
        self, engine: Engine, sessions: sessionmaker[Session], clock: Callable[[], datetime]
    ) -> None:
        """Take the engine, the session factory of our tables, and the clock."""
        self._engine = engine
        self._sessions = sessions
        self._clock = clock
        self._locks: WeakValueDictionary[Visitor, asyncio.Lock] = WeakValueDictionary()
        self._answers: OrderedDict[tuple[Visitor, str], list[Reply]] = OrderedDict()

    async def say(self, visitor: Visitor, text: str, message_id: str | None = None) -> list[Reply]:
        """Answer typed text. It is only ever text, also when it looks like a command.

        Who types the title of a button that is on the screen presses it.
        """

        async def answer() -> list[Reply]:
            words = clean(text)
            conversation_id = await self._current(visitor)
            if not words:
                return await self._aside(conversation_id, say("texts.gateway.empty"))
            if len(words) > TEXT_LIMIT:
                return await self._aside(
                    conversation_id, say("texts.gateway.too_long", limit=TEXT_LIMIT)
                )
            payload = await self._store(_typed_title, conversation_id, words)
            if payload is not None:
                return await self._turn(
                    conversation_id, lambda: self._engine.press(conversation_id, payload)
                )
            return await self._turn(
                conversation_id, lambda: self._engine.say(conversation_id, words)
            )

        return await self._in_order(visitor, message_id, answer)

    async def press(
        self, visitor: Visitor, reference: str, message_id: str | None = None
    ) -> list[Reply]:
        """Answer a press on a button, by its reference. An outdated one gets a friendly answer."""

        async def answer() -> list[Reply]:
            conversation_id = await self._current(visitor)
            payload = await self._store(_payload, conversation_id, reference)
            if payload is None:
                return await self._aside(conversation_id, say("texts.gateway.outdated"))
            return await self._turn(
                conversation_id, lambda: self._engine.press(conversation_id, payload)
            )

        return await self._in_order(visitor, message_id, answer)

    async def open(self, visitor: Visitor, message_id: str | None = None) -> list[Reply]:
        """Let the bot speak first, or say where we were."""

        async def answer() -> list[Reply]:
            conversation_id = await self._current(visitor)
            return await self._turn(
                conversation_id, lambda: self._engine.press(conversation_id, OPENING)
            )

        return await self._in_order(visitor, message_id, answer)

    async def _in_order(
        self, visitor: Visitor, message_id: str | None, answer: Callable[[], Awaitable[list[Reply]]]
    ) -> list[Reply]:
        """One message at a time per visitor; a message that comes twice is answered once."""
        lock = self._locks.setdefault(visitor, asyncio.Lock())
        async with lock:
            key = (visitor, message_id or "")
            if message_id and key in self._answers:
                return self._answers[key]
            try:
                replies = await answer()
            except SQLAlchemyError as error:
                log.error("the database failed: %s", type(error).__name__)
                replies = [Reply(say("texts.gateway.apology"))]
            if message_id:
                self._answers[key] = replies
                while len(self._answers) > KEPT_ANSWERS:
                    self._answers.popitem(last=False)
            return replies

    async def _turn(self, conversation_id: str, put: Put) -> list[Reply]:
        """Put something to the engine; try once more before saying sorry."""
        for attempt in (1, 2):
            try:
                found = await put()
            except EngineError as error:
                log.warning("attempt %d: the engine failed: %s", attempt, error)
                continue
            if found:
                replies = await self._store(_shown, conversation_id, found)
                await self._erase(found)
                return replies
            log.warning("attempt %d: the engine had no answer", attempt)
        return await self._aside(conversation_id, say("texts.gateway.apology"))

    async def _erase(self, found: Sequence[EngineReply]) -> None:
        """Remove conversations from the engine's store where somebody asked for it."""
        for reply in found:
            for conversation_id in reply.custom.get("erase", ()):
                try:
                    await self._engine.erase(conversation_id)
                except EngineError as error:
                    log.error("a conversation could not be erased: %s", error)

    async def _aside(self, conversation_id: str, text: str) -> list[Reply]:
        """Say something outside the dialogue; the buttons on screen go on working."""
        return [Reply(text, await self._store(_on_screen, conversation_id))]

    async def _current(self, visitor: Visitor) -> str:
        return await self._store(_conversation, visitor)

    async def _store(
        self,
        work: Callable[Concatenate[Session, datetime, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do database work in one transaction, outside the event loop."""
        now = self._clock()

        def transaction() -> T:
            with writing(self._sessions) as session:
                return work(session, now, *args, **kwargs)

        return await asyncio.to_thread(transaction)


def _conversation(session: Session, now: datetime, visitor: Visitor) -> str:
    account = conversations.account(
        session,
        channel=visitor.channel,
        external_id=visitor.external_id,
        person_id=visitor.person_id,
        now=now,
    )
    return conversations.conversation(session, account.id, now=now)


def _payload(session: Session, now: datetime, conversation_id: str, reference: str) -> str | None:
    button = buttons.pressed(session, conversation_id, reference, now=now)
    return button.payload if button else None


def _plain(words: str) -> str:
    """Words without capitals and signs, as people copy the title of a button."""
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


def _typed_title(session: Session, now: datetime, conversation_id: str, words: str) -> str | None:
    shown = buttons.on_screen(session, conversation_id, now=now)
    reference = next((b.reference for b in shown if _plain(b.title) == _plain(words)), None)
    return _payload(session, now, conversation_id, reference) if reference else None


def _on_screen(session: Session, now: datetime, conversation_id: str) -> tuple[Shown, ...]:
    return tuple(buttons.on_screen(session, conversation_id, now=now))


def _shown(
    session: Session, now: datetime, conversation_id: str, found: Sequence[EngineReply]
) -> list[Reply]:
    """Keep the payloads here and give the channel references; start anew after the end."""
    if any(reply.custom.get("finished") for reply in found):
        buttons.forget(session, conversation_id)
        conversation_id = conversations.finish(session, conversation_id, now=now)
    references = iter(
        buttons.show(
            session,
            conversation_id,
            [(button.title, button.payload) for reply in found for button in reply.buttons],
            now=now,
        )
    )
    return [
        Reply(
            text=reply.text or "",
            buttons=tuple(next(references) for _ in reply.buttons),
            image=reply.image,
            custom={name: reply.custom[name] for name in FOR_CHANNELS & reply.custom.keys()},
        )
        for reply in found
    ]
