from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from caseload.buttons import LIFETIME, on_screen, pressed, show
from caseload.conversations import account, conversation
from caseload.models import Channel

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
BUTTONS = [("Ja", "/affirm"), ("Nee", '/deny{"a": "b"}')]


def start(session: Session, external_id: str = "visitor") -> str:
    here = account(session, channel=Channel.WEB, external_id=external_id, now=NOW)
    return conversation(session, here.id, now=NOW)


def test_a_reference_leads_to_the_payload_and_says_nothing_of_it(session: Session) -> None:
    talk = start(session)
    yes, no = show(session, talk, BUTTONS, now=NOW)

    found = pressed(session, talk, no.reference, now=NOW)

    assert found is not None
    assert (found.title, found.payload) == BUTTONS[1]
    assert "deny" not in no.reference
    assert len(yes.reference.encode()) <= 64


def test_a_button_of_somebody_else_does_not_work(session: Session) -> None:
    mine, theirs = start(session), start(session, "somebody else")
    (yes, _) = show(session, mine, BUTTONS, now=NOW)

    assert pressed(session, theirs, yes.reference, now=NOW) is None


def test_a_button_of_an_earlier_turn_does_not_work(session: Session) -> None:
    talk = start(session)
    (old, _) = show(session, talk, BUTTONS, now=NOW)
    new = show(session, talk, BUTTONS, now=NOW)

    assert pressed(session, talk, old.reference, now=NOW) is None
    assert on_screen(session, talk, now=NOW) == new


def test_a_button_does_not_outlive_its_session(session: Session) -> None:
    talk = start(session)
    (yes, _) = show(session, talk, BUTTONS, now=NOW)
    late = NOW + LIFETIME

    assert pressed(session, talk, yes.reference, now=late) is None
    assert on_screen(session, talk, now=late) == []


def test_a_button_can_work_for_longer(session: Session) -> None:
    talk = start(session)
    (yes, _) = show(session, talk, BUTTONS, now=NOW, lifetime=timedelta(days=7))
    show(session, start(session, "somebody else"), BUTTONS, now=NOW + timedelta(days=6))

    assert pressed(session, talk, yes.reference, now=NOW + timedelta(days=6)) is not None
    assert pressed(session, talk, yes.reference, now=NOW + timedelta(days=7)) is None
