"""Somebody who talks with the running product, and what the product stores of it."""

import re
from collections.abc import Sequence
from typing import Any, Self

from sqlalchemy import create_engine, func, select, text

from caseload.conversations import find_account, hashed
from caseload.models import Channel, ChannelAccount, Conversation, Request, ShownButton
from catalogue import tables
from catalogue.choices import Advice, last, last_advice
from tests.stack import Replies, Stack, Talk

MORE_ABOUT = "Meer over 1"
UNSURE = "Weet ik niet"
SILENT = "Zeg ik liever niet"
RIGHT = "Klopt"
PERSON = "Ik wil iemand spreken"
ROUTES = ("Rust en orde thuis", "Leren en sterker worden", "Meteen werk zoeken")
FIRST_QUESTION = "eerst aan werken"
DEBTS = "ik heb schulden"
DEBTS_CHIP = "✕ geldzorgen"
APPLYING = "ik wil beter leren solliciteren"
APPLYING_AND_DEBTS = f"{APPLYING} en {DEBTS}"

MOST_QUESTIONS = 6
MOST_BUTTONS = 5
PLACES_AND_WAYS_OUT = 10
MOST_CHIPS = 5
OTHER_SIGNS = "Andere tekens"
WORST_OF_SIX = "-3 "
LEVELS_AND_OTHER_SIGNS = 7
MOST_SENTENCES = 3
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


class Visitor:
    """Types and presses; `text` and `buttons` are what the last turn put on the screen.

    Every reply must obey the rules of the house: no empty bubble, no more buttons or sentences
    than fit a person.
    """

    def __init__(self, talk: Talk, stack: Stack) -> None:
        self.talk = talk
        self.stack = stack
        self.replies: Replies = []

    def opens(self) -> Self:
        return self._keep(self.talk.open())

    def says(self, *lines: str) -> Self:
        """Type one line after the other."""
        for line in lines:
            self._keep(self.talk.say(line))
        return self

    def presses(self, *titles: str) -> Self:
        """Press the button with each title in turn; its beginning is enough."""
        for title in titles:
            found = next((b for b in self.buttons if b.startswith(title)), title)
            self._keep(self.talk.press(found))
        return self

    def agrees(self) -> Self:
        """Say that what was understood is right, where that is asked."""
        return self.presses(RIGHT) if RIGHT in self.buttons else self

    def to_the_list(self, skip: str = UNSURE) -> Self:
        """Skip every question until the list is there; it never takes more than six."""
        for _ in range(MOST_QUESTIONS + 1):
            if MORE_ABOUT in self.buttons:
                return self
            self.presses(skip)
        raise AssertionError(f"no list after {MOST_QUESTIONS} questions: {self.text}")

    def advised(self) -> Self:
        """Have the list of three that helps with debts, rest first."""
        self.says(DEBTS).presses(RIGHT, ROUTES[0])
        return self.to_the_list()

    @property
    def text(self) -> str:
        return "\n".join(reply["text"] for reply in self.replies)

    @property
    def buttons(self) -> list[str]:
        return self.talk.buttons

    @property
    def chips(self) -> list[str]:
        """What a tap takes away."""
        return [title.removeprefix("✕ ") for title in self.buttons if title.startswith("✕ ")]

    @property
    def listed(self) -> list[str]:
        """The names in the list on the screen, in order."""
        return re.findall(r"\*\*\d\. (.+?)\*\*", self.text)

    @property
    def conversations(self) -> list[str]:
        """The ids of this visitor's conversations, the newest last."""
        with self.stack.session() as session:
            account = find_account(
                session, channel=Channel.WEB, external_id=hashed(self.talk.token)
            )
            assert account is not None
            found = session.scalars(
                select(Conversation.id)
                .where(Conversation.account_id == account.id)
                .order_by(Conversation.started_at)
            )
            return list(found)

    @property
    def role(self) -> str | None:
        """What the database says this visitor is; nothing for somebody unknown."""
        with self.stack.session() as session:
            account: ChannelAccount | None = find_account(
                session, channel=Channel.WEB, external_id=hashed(self.talk.token)
            )
            assert account is not None
            return account.person.role if account.person else None

    @property
    def advice(self) -> Advice | None:
        """The list that is stored last of this visitor."""
        with self.stack.session() as session:
            found = (last_advice(session, conversation_id=i) for i in reversed(self.conversations))
            return next((advice for advice in found if advice), None)

    @property
    def choices(self) -> list[dict[str, Any]]:
        """The stored choices of this visitor, the newest first."""
        mine = self.conversations
        with self.stack.session() as session:
            stored = [choice.to_json() for choice in last(session, 1000)]
        return [choice for choice in stored if choice["conversation_id"] in mine]

    @property
    def requests(self) -> list[tuple[str, str]]:
        """Kind and sentence of every wish for a person, told or not."""
        with self.stack.session() as session:
            found = session.scalars(
                select(Request)
                .where(Request.conversation_id.in_(self.conversations))
                .order_by(Request.id)
            )
            return [(request.kind, request.sentence) for request in found]

    def rows(self, of: Sequence[str] | None = None) -> dict[str, int]:
        """How many rows of each table belong to this visitor's conversations, or to these."""
        mine = self.conversations if of is None else of
        counted = {
            "advice": tables.Advice.conversation_id,
            "choice": tables.Choice.conversation_id,
            "request": Request.conversation_id,
            "button": ShownButton.conversation_id,
        }
        with self.stack.session() as session:
            return {
                name: session.scalar(select(func.count()).where(column.in_(mine))) or 0
                for name, column in counted.items()
            }

    def _keep(self, replies: Replies) -> Self:
        assert replies, "no answer at all"
        for reply in replies:
            assert_readable(reply)
        self.replies = replies
        return self


def assert_readable(reply: dict[str, Any]) -> None:
    """One bubble: words, few buttons with different titles, few sentences outside a list."""
    words, titles = reply["text"], [button["title"] for button in reply["buttons"]]
    assert words.strip()
    assert "None" not in words
    assert not re.search(r"[{}]", words), words
    most = MOST_BUTTONS
    if "Tiel" in titles:
        most = PLACES_AND_WAYS_OUT
    elif OTHER_SIGNS in titles or any(title.startswith(WORST_OF_SIX) for title in titles):
        most = LEVELS_AND_OTHER_SIGNS
    chips = [title for title in titles if title.startswith("✕")]
    assert len(chips) <= MOST_CHIPS, titles
    assert len(titles) - len(chips) <= most, titles
    assert len(set(titles)) == len(titles), titles
    if "\n" not in words:
        assert len(SENTENCE_END.findall(words)) <= MOST_SENTENCES, words


def tracker_events(stack: Stack, conversation_ids: list[str]) -> int:
    """How many events the engine keeps of these conversations."""
    tracker = create_engine(f"sqlite:///{stack.var / 'tracker.db'}")
    try:
        with tracker.connect() as connection:
            return sum(
                connection.execute(
                    text("SELECT count(*) FROM events WHERE sender_id = :sender"),
                    {"sender": conversation_id},
                ).scalar_one()
                for conversation_id in conversation_ids
            )
    finally:
        tracker.dispose()
