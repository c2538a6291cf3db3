"""A typed code lets somebody in at any step, and says no more than needed when it does not."""

from datetime import timedelta

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions.base import House
from actions.codes import spoken
from actions.conversation import ValidateForm
from caseload.conversations import account, conversation
from caseload.invites import TRIES, Fresh, invite
from caseload.models import Channel, ChannelAccount, Role, WrongCode
from tests.actions.talk import NOW, Talk


@pytest.fixture
def fresh(session: Session, coach: Talk) -> Fresh:
    return invite(session, by=coach.who.person_id, role=Role.CLIENT, name="Fatma", now=NOW)


@pytest.mark.parametrize(
    "text",
    ["K7PM-3QXR", "k7pm3qxr", "mijn code is K7PM 3QXR.", "code K7PM-3QXR", "code: k7pm – 3qxr"],
)
def test_a_code_is_recognised_in_any_writing(text: str) -> None:
    assert spoken(text) == "K7PM3QXR"


def test_a_mistyped_code_is_still_taken_for_one() -> None:
    assert spoken("K7PM-3QXO") == "K7PM3QXO"


@pytest.mark.parametrize(
    "text",
    [
        "ik heb geen code",
        "mijn code kwijt",
        "hmmm hmmm",
        "pfff pfff ik weet het niet",
        "0612345678",
        "2024-2025",
        "3477 9346",
        "werk-niet",
        "het bedrijf aan de Kerkstraat",
        "K7PM-3QXRT",
    ],
)
def test_other_words_are_no_code(text: str) -> None:
    assert spoken(text) is None


def test_a_code_lets_a_client_in_and_the_talk_goes_on(visitor: Talk, fresh: Fresh) -> None:
    visitor.types("ik wil mijn check-in doen", "checkin_start")
    visitor.types(f"ok {fresh.code.lower()}", "out_of_scope")

    assert visitor.said[0] == "utter_welcome_client"
    assert "Fatma" in visitor.text
    assert "Sandra" in visitor.text
    assert visitor.said[-1] == "utter_ask_open"
    assert visitor.who.coach_name == "Sandra"
    visitor.types("ik wil mijn check-in doen", "checkin_start")
    assert visitor.said[-1] == "utter_ask_consent"


@pytest.mark.parametrize("intent", ["crisis", "stop"])
def test_a_code_lets_somebody_in_whatever_the_model_makes_of_its_letters(
    visitor: Talk, fresh: Fresh, intent: str
) -> None:
    visitor.types(fresh.code, intent)

    assert visitor.who.person_id is not None


def test_a_code_is_heard_in_the_middle_of_a_question(visitor: Talk, fresh: Fresh) -> None:
    visitor.asked("route").types(fresh.code, "restart")

    assert visitor.said == ["utter_welcome_client", "utter_ask_route"]


def test_who_becomes_a_coach_begins_anew_with_the_right_words(
    visitor: Talk, session: Session
) -> None:
    fresh = invite(session, by=None, role=Role.COACH, name="Wim", now=NOW)
    visitor.types(fresh.code)

    assert visitor.said == ["utter_welcome_coach"]
    assert visitor.replies[0].custom == {"finished": True, "open": True}
    assert visitor.who.is_coach


def test_wrong_codes_are_counted_and_lock(visitor: Talk, session: Session) -> None:
    for _ in range(TRIES):
        visitor.types("K7PM-3QXR")
        assert visitor.said[0] == "utter_code_wrong"
    visitor.types("K7PM-3QXR")

    assert visitor.said[0] == "utter_code_locked"
    assert session.scalar(select(func.count()).select_from(WrongCode)) == TRIES


def test_a_used_an_expired_and_a_taken_code(
    visitor: Talk, client: Talk, coach: Talk, fresh: Fresh, session: Session
) -> None:
    old = invite(
        session,
        by=coach.who.person_id,
        role=Role.CLIENT,
        name="Ali",
        now=NOW - timedelta(days=8),
    )
    assert visitor.types(old.code).said[0] == "utter_code_expired"
    assert client.types(fresh.code).said[0] == "utter_code_taken"
    visitor.types(fresh.code)
    assert visitor.said[0] == "utter_welcome_client"
    other = session.scalars(select(ChannelAccount).where(ChannelAccount.person_id.is_(None))).all()
    assert not other
    assert coach.types(fresh.code).said[0] == "utter_code_taken"


def test_danger_goes_before_a_code(visitor: Talk, fresh: Fresh) -> None:
    visitor.types(f"{fresh.code} ik wil dood", "crisis")

    assert visitor.said[0] == "utter_crisis"


async def test_a_wrong_code_is_kept_with_the_answer(house: House, session: Session) -> None:
    """The action commits what the room counted."""
    here = account(session, channel=Channel.WEB, external_id="guesser", now=NOW)
    talk = conversation(session, here.id, now=NOW)
    session.commit()
    said = {"text": "K7PM-3QXR", "intent": {"name": "nlu_fallback", "confidence": 0.3}}
    tracker = Tracker(talk, {}, said, [{"event": "user"}], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    await ValidateForm(house).run(dispatcher, tracker, {})

    assert dispatcher.messages[0]["response"] == "utter_code_wrong"
    session.expire_all()
    assert session.scalar(select(func.count()).select_from(WrongCode)) == 1
