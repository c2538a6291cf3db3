"""What somebody has on the screen, and what still waits to be shown: a turn in the database."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.agreed import ANSWERS, line_for_the_other
from bot.engine import EngineReply
from bot.links import Places
from bot.pictures import Drawn, drawn
from bot.ways_in import made
from caseload import buttons, conversations, unread
from caseload.buttons import Shown
from caseload.models import Channel, Conversation, Person

FOR_CHANNELS = {"finished", "list", "file"}
"""What of `custom` a channel may know; the rest is between the actions and this gateway."""

NOWHERE = Places()

TWO_STOPS = re.compile(r"(?<=\b\w)\.\.(?!\.)")
"""Behind initials at the end of a sentence: the stop of "R.D." ends it as well."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at a door. The person, where one is given, was proven by the door itself."""

    channel: Channel
    external_id: str
    person_id: int | None = field(default=None, compare=False)


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

    def to_json(self) -> dict[str, Any]:
        """Give it as data, to be kept until it is shown."""
        return {
            "text": self.text,
            "buttons": [[shown.reference, shown.title] for shown in self.buttons],
            "image": self.image,
            "custom": self.custom,
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Reply":
        """Read back what `to_json` gave."""
        return cls(**kept | {"buttons": tuple(Shown(*shown) for shown in kept["buttons"])})


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a message comes in, and what its sender has not seen yet."""

    conversation_id: str
    missed: tuple[Reply, ...]
    payload: str | None = None
    """What is behind the button whose title was typed."""
    number: str | None = None
    """Under which the engine hears a message that may be put again later."""


def arrive(session: Session, now: datetime, visitor: Visitor, typed: str = "") -> Arrival:
    """Find the conversation of this visitor, made where there is none, and take what was missed."""
    account = conversations.account(
        session,
        channel=visitor.channel,
        external_id=visitor.external_id,
        person_id=_still_there(session, visitor.person_id),
        now=now,
    )
    conversation_id = conversations.conversation(session, account.id, now=now)
    missed = _missed(session, now, account.id, conversation_id)
    return Arrival(conversation_id, missed, _typed_title(session, now, conversation_id, typed))


def _still_there(session: Session, person_id: int | None) -> int | None:
    """Who had everything erased is a stranger at every door."""
    return None if person_id is None or session.get(Person, person_id) is None else person_id


def missed(session: Session, now: datetime, visitor: Visitor) -> tuple[Reply, ...]:
    """Take what this visitor missed. Who never said a word, missed nothing."""
    account = conversations.find_account(
        session, channel=visitor.channel, external_id=visitor.external_id
    )
    if account is None:
        return ()
    conversation_id = conversations.conversation(session, account.id, now=now)
    return _missed(session, now, account.id, conversation_id)


def _missed(
    session: Session, now: datetime, account_id: int, conversation_id: str
) -> tuple[Reply, ...]:
    """Take it with the buttons that still work."""
    kept = unread.take(session, account_id, now=now)
    if not kept:
        return ()
    working = set(on_screen(session, now, conversation_id))
    replies = map(Reply.from_json, kept)
    return tuple(
        replace(reply, buttons=tuple(shown for shown in reply.buttons if shown in working))
        for reply in replies
    )


def payload(session: Session, now: datetime, conversation_id: str, reference: str) -> str | None:
    """Give what is behind the reference of a button that still works."""
    button = buttons.pressed(session, conversation_id, reference, now=now)
    return button.payload if button else None


def works(session: Session, now: datetime, visitor: Visitor, reference: str) -> bool:
    """Tell whether a button on this visitor's screen still works."""
    account = conversations.find_account(
        session, channel=visitor.channel, external_id=visitor.external_id
    )
    if account is None:
        return False
    here = conversations.conversation(session, account.id, now=now)
    return payload(session, now, here, reference) is not None


def _typed_title(session: Session, now: datetime, conversation_id: str, typed: str) -> str | None:
    """Give what is behind the button with this title, if one is on the screen."""
    shown = buttons.on_screen(session, conversation_id, now=now) if typed else ()
    reference = next((b.reference for b in shown if _plain(b.title) == _plain(typed)), None)
    return payload(session, now, conversation_id, reference) if reference else None


def _plain(words: str) -> str:
    """Words without capitals and signs, as people copy the title of a button."""
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


def on_screen(session: Session, now: datetime, conversation_id: str) -> tuple[Shown, ...]:
    """Give the buttons that still work."""
    return tuple(buttons.on_screen(session, conversation_id, now=now))


def show(
    session: Session,
    now: datetime,
    conversation_id: str,
    found: Sequence[EngineReply],
    lifetime: timedelta = buttons.LIFETIME,
    places: Places = NOWHERE,
) -> list[Reply]:
    """Keep the payloads here and give the channel references; start anew after the end.

    Of somebody who was erased there is no conversation any more, and then no button either.
    """
    if session.get(Conversation, conversation_id) is None:
        return [Reply(text=reply.text or "", custom=_for_channels(reply)) for reply in found]
    if any(reply.custom.get("finished") for reply in found):
        buttons.forget(session, conversation_id)
        conversation_id = conversations.finish(session, conversation_id, now=now)
    references = iter(
        buttons.show(
            session,
            conversation_id,
            [(button.title, button.payload) for reply in found for button in reply.buttons],
            now=now,
            lifetime=lifetime,
        )
    )
    return [
        _shown(
            session,
            now,
            conversation_id,
            reply,
            tuple(next(references) for _ in reply.buttons),
            places,
        )
        for reply in found
    ]


def _shown(
    session: Session,
    now: datetime,
    conversation_id: str,
    found: EngineReply,
    references: tuple[Shown, ...],
    places: Places,
) -> Reply:
    """Add the code, the links and the picture that an action asked for; `alt` words the picture.

    What an action says was `agreed` or `refused` is told to the other, who is elsewhere.
    """
    _tell_the_other(session, now, conversation_id, found)
    way = made(session, now, conversation_id, found.custom, places)
    picture = way.picture or _goal(session, conversation_id, found)
    reply = Reply(
        text="\n".join(TWO_STOPS.sub(".", part) for part in (found.text, way.words) if part),
        buttons=references,
        image=found.image,
        custom=_for_channels(found),
    )
    if picture is None:
        return reply
    return replace(reply, image=picture.address, custom=reply.custom | {"alt": picture.words})


def _goal(session: Session, conversation_id: str, found: EngineReply) -> Drawn | None:
    """Draw the goal that an action named."""
    goal_id = found.custom.get("picture")
    return drawn(session, conversation_id, int(goal_id)) if goal_id else None


def _tell_the_other(
    session: Session, now: datetime, conversation_id: str, found: EngineReply
) -> None:
    """Keep a line for the client or the coach whose goal was answered, until they look."""
    for answer in ANSWERS & found.custom.keys():
        told = line_for_the_other(session, conversation_id, int(found.custom[answer]), answer)
        if told is None:
            continue
        account_id, words = told
        unread.keep(session, account_id, [Reply(words).to_json()], now=now)


def next_one(session: Session, now: datetime, conversation_id: str) -> str:
    """Give the conversation after one that is finished."""
    return conversations.finish(session, conversation_id, now=now)


def _for_channels(reply: EngineReply) -> dict[str, Any]:
    return {name: reply.custom[name] for name in FOR_CHANNELS & reply.custom.keys()}
