"""Whose turn a chat is, as two gateways ask for it."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.telegram import updates
from bot.telegram.updates import LEASE, LostError, Waiting
from store.session import writing
from tests.bot.clock import Clock

BOT, CHAT = 4711, 1001

Take = Callable[..., Waiting | None]


@pytest.fixture
def do(make_session: sessionmaker[Session], clock: Clock) -> Callable[..., Any]:
    """Do one piece of work in a transaction."""

    def work(what: Callable[..., Any], *args: Any, **more: Any) -> Any:
        with writing(make_session) as session:
            return what(session, clock(), BOT, *args, **more)

    return work


@pytest.fixture
def take(do: Callable[..., Any]) -> Take:
    """A chat with two updates."""
    for number in (7, 8):
        do(updates.keep, number, CHAT, {"update_id": number})
    return partial(do, updates.take, CHAT)


def test_who_gave_no_sign_loses_its_turn_and_may_not_answer_any_more(
    take: Take, do: Callable[..., Any], clock: Clock
) -> None:
    assert take("one")
    assert take("other") is None
    clock.moment += LEASE
    taken = take("other")

    assert taken
    assert taken.update_id == 7
    with pytest.raises(LostError):
        do(updates.mark_answering, CHAT, "one", 7)
    assert take("one", done=7) is None
    do(updates.mark_answering, CHAT, "other", 7)
    last = take("other", done=7)
    assert last
    assert last.update_id == 8
    assert take("other", done=8) is None
    assert do(updates.look, "one") == []


def test_who_shows_signs_keeps_its_turn(take: Take, do: Callable[..., Any], clock: Clock) -> None:
    take("one")
    for _ in range(3):
        clock.moment += LEASE - timedelta(seconds=1)
        assert do(updates.look, "one") == []
        assert take("other") is None


def test_what_nobody_answers_is_found_and_what_is_given_back_may_be_taken(
    take: Take, do: Callable[..., Any]
) -> None:
    assert do(updates.look, "other") == [CHAT]
    take("one")
    assert do(updates.look, "other") == []
    do(updates.give_back, "one")
    assert do(updates.look, "other") == [CHAT]
    assert take("other")
