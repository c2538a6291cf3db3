"""Due prompts on their way to people: planned, claimed, put to the engine, and sent.

Several gateways may sweep at once; `doelenmeter.prompts` keeps the order of the steps. A prompt
never breaks into a conversation that goes on. It waits until `QUIET` after the person's last
message at any door; where that message was answered with buttons, which is a question, and where
another prompt went out since, until `QUESTION` after it.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.conversation import Conversations
from bot.database import Store
from bot.engine import EngineError
from bot.screen import Reply, Visitor
from caseload import buttons, unread
from caseload.buttons import on_screen
from caseload.conversations import accounts_of, conversation
from caseload.models import Channel, ChannelAccount
from doelenmeter.planning import plan
from doelenmeter.prompts import (
    Claimed,
    LostError,
    claim,
    last_out,
    mark_sending,
    mark_sent,
    report_unknown,
    skip,
    wait,
)
from doelenmeter.rounds import open_due

log = logging.getLogger(__name__)

QUIET = timedelta(minutes=15)
"""Who said something less than this ago is talking."""

QUESTION = buttons.LIFETIME
"""A question, of a turn or of a prompt before, is open for as long as the engine's session."""

AGAIN = timedelta(minutes=1)
"""When to try again what surely did not go out."""

AT_ONCE = 8

Due = tuple[Claimed, ChannelAccount | None]
"""A claimed prompt and the door for it."""


class NotSentError(Exception):
    """A channel surely did not deliver: now, when there is an `again`, or ever."""

    def __init__(self, why: str, *, again: timedelta | None = None) -> None:
        """Take a short reason without anything personal, and when to try again."""
        super().__init__(why)
        self.why = why
        self.again = again


class Sender(Protocol):
    """A channel that can speak without having been spoken to."""

    @property
    def ready(self) -> bool:
        """Whether it can deliver now; else nothing is worded for it."""

    async def send(self, account: ChannelAccount, replies: Sequence[Reply]) -> None:
        """Deliver. Raises NotSentError; after any other error nobody knows whether it arrived."""


class Mailbox:
    """The sender of doors where nobody can be called: it keeps replies until somebody looks."""

    def __init__(self, store: Store) -> None:
        """Take our database."""
        self._store = store

    @property
    def ready(self) -> bool:
        """It can always keep something."""
        return True

    async def send(self, account: ChannelAccount, replies: Sequence[Reply]) -> None:
        """Keep them."""
        contents = [reply.to_json() for reply in replies]
        await self._store(lambda session, now: unread.keep(session, account.id, contents, now=now))


class Sweep:
    """Sends what is due, again and again."""

    def __init__(
        self, talks: Conversations, store: Store, senders: Mapping[Channel, Sender]
    ) -> None:
        """Take the conversations of this gateway, our database, and one sender a channel."""
        self._talks = talks
        self._store = store
        self._senders = senders
        self._stop = asyncio.Event()
        self._speechless = False
        self._closed: set[Channel] = set()

    async def run(self, every: float) -> None:
        """Sweep every so many seconds until `stop`; what goes wrong is left to the next round."""
        while not self._stop.is_set():
            try:
                await self.once()
            except Exception as error:  # its message may hold what is in the database
                log.error("a sweep failed: %s", type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), every)

    def stop(self) -> None:
        """Begin nothing new; `run` returns when what is being sent has been sent."""
        self._stop.set()

    async def once(self) -> None:
        """Send everything that is due now, as long as the engine has words for it.

        A channel that could not send is not tried again before the next round.
        """
        self._speechless = False
        self._closed.clear()
        for number in await self._store(lambda session, now: report_unknown(session, now=now)):
            log.error("prompt %d: nobody knows whether it arrived", number)
        planned = 1
        while planned and not self._stop.is_set():
            planned = await self._store(lambda session, now: plan(session, now=now))
        moments = 1
        while moments and not self._stop.is_set():
            moments = await self._store(lambda session, now: open_due(session, now=now))
        found: deque[Due] = deque()
        looking = asyncio.Lock()
        work = (self._send_each(found, looking) for _ in range(AT_ONCE))
        for ended in await asyncio.gather(*work, return_exceptions=True):
            if ended is not None:
                raise ended

    async def _send_each(self, found: deque[Due], looking: asyncio.Lock) -> None:
        """Send one after the other; when none is left, claim some more while others still send."""
        while True:
            async with looking:
                if not (found or self._stop.is_set() or self._speechless):
                    found.extend(await self._store(_claimed, self._senders))
                if not found:
                    return
                due = found.popleft()
            await self._send(*due)

    async def _send(self, prompt: Claimed, account: ChannelAccount | None) -> None:
        try:
            await self._deliver(prompt, account)
        except LostError:
            log.info("prompt %d went to somebody else", prompt.id)
        except Exception as error:  # found claimed it is sent again, found sending reported
            log.error("prompt %d failed: %s", prompt.id, type(error).__name__)

    async def _deliver(self, prompt: Claimed, account: ChannelAccount | None) -> None:
        """Take one prompt all the way, alone with its person. Raises LostError."""
        if account is None:
            await self._leave_out(prompt, "no channel")
            return
        channel = Channel(account.channel)
        async with self._talks.alone(Visitor(channel, account.external_id)):
            if self._stop.is_set() or self._speechless or not self._open(channel):
                await self._put_back(prompt, AGAIN)
            elif conversation_id := await self._store(_begin, prompt, account):
                await self._speak(prompt, account, conversation_id)

    async def _speak(self, prompt: Claimed, account: ChannelAccount, conversation_id: str) -> None:
        """Let the engine word it and the channel send it."""
        try:
            replies = await self._worded(prompt, conversation_id)
        except (EngineError, SQLAlchemyError) as error:
            log.warning("prompt %d has no words: %s", prompt.id, type(error).__name__)
            self._speechless = True
            await self._put_back(prompt, AGAIN)
            return
        if not replies:
            await self._leave_out(prompt, "nothing to say")
            return
        channel = Channel(account.channel)
        try:
            await self._senders[channel].send(account, replies)
        except NotSentError as error:
            log.warning("prompt %d was not sent: %s", prompt.id, error.why)
            if error.again is None:
                await self._leave_out(prompt, error.why)
            else:
                self._closed.add(channel)
                await self._put_back(prompt, error.again)
            return
        await self._store(lambda session, now: mark_sent(session, prompt, now=now))

    def _open(self, channel: Channel) -> bool:
        return channel not in self._closed and self._senders[channel].ready

    async def _worded(self, prompt: Claimed, conversation_id: str) -> list[Reply]:
        """Give what can be seen of the engine's words. Raises EngineError, SQLAlchemyError."""
        entities = {} if prompt.goal_id is None else {"goal": prompt.goal_id}
        intent = f"prompt_{prompt.kind.value}"
        replies = await self._talks.trigger(conversation_id, intent, entities)
        return [reply for reply in replies if reply.visible]

    async def _put_back(self, prompt: Claimed, pause: timedelta) -> None:
        await self._store(lambda session, now: wait(session, prompt, until=now + pause, now=now))

    async def _leave_out(self, prompt: Claimed, why: str) -> None:
        await self._store(lambda session, now: skip(session, prompt, note=why, now=now))


def _claimed(session: Session, now: datetime, channels: Collection[str]) -> list[Due]:
    """Claim some prompts, each with the door that its person used last."""
    return [(one, _last_used(session, one, channels)) for one in claim(session, now=now)]


def _last_used(
    session: Session, prompt: Claimed, channels: Collection[str]
) -> ChannelAccount | None:
    accounts = accounts_of(session, prompt.person_id)
    return next((account for account in accounts if account.channel in channels), None)


def _begin(session: Session, now: datetime, prompt: Claimed, account: ChannelAccount) -> str | None:
    """Mark a prompt as being sent and give its conversation, or put it back to wait for one.

    Raises LostError.
    """
    conversation_id = conversation(session, account.id, now=now)
    seen = max(used.last_seen for used in accounts_of(session, prompt.person_id))
    asked = bool(on_screen(session, conversation_id, now=now))
    until = seen + (QUESTION if asked else QUIET)
    prompted = last_out(session, prompt.person_id)
    if prompted is not None and prompted > seen:
        until = prompted + QUESTION
    if until > now:
        wait(session, prompt, until=until, now=now)
        return None
    mark_sending(session, prompt, now=now)
    return conversation_id
