import json

from sqlalchemy.orm import Session

from caseload.view import everything
from tests.caseload.full import MARK, NOW, fill

WHEN = NOW.isoformat()


def test_a_client_sees_everything_this_room_keeps(session: Session) -> None:
    full = fill(session)

    seen = json.loads(json.dumps(everything(session, full.client)))

    assert seen["person"] == {"role": "client", "name": f"Rafiq {MARK}", "since": WHEN}
    assert seen["coach"] == {"name": "Sanne", "since": WHEN}
    assert seen["clients"] == []
    assert seen["accounts"] == [{"channel": "web", "last_seen": WHEN}]
    ended, goes_on = seen["conversations"]
    assert (ended["started"], ended["finished"]) == (WHEN, goes_on["started"])
    assert goes_on["finished"] is None
    assert [yes["purpose"] for yes in seen["consents"]] == ["goals", "weekly", "sharing", "figures"]
    assert all(yes["given"] and yes["text"]["seen"] for yes in seen["consents"])
    assert [wish["sentence"] for wish in seen["requests"]] == [
        f"{MARK} vroeg iets zonder naam",
        f"{MARK} wil praten",
    ]
    assert [(way["role"], way["used"]) for way in seen["invites"]] == [
        ("client", WHEN),
        (None, None),
    ]
    assert seen["unread"] == [f"{MARK} heeft post"]
    (move,) = seen["handovers"]
    assert (move["from"], move["to"], move["state"]) == ("Sanne", "Mo", "agreed")
    assert move["summary"] == f"{MARK} gaat verder"


def test_nothing_that_opens_a_door_is_shown(session: Session) -> None:
    full = fill(session)

    for person in (full.client, full.coach, full.third_party):
        shown = json.dumps(everything(session, person))
        assert f"{MARK} door" not in shown
        assert not any(id_ in shown for id_ in full.conversations)
        assert "hash" not in shown


def test_a_coach_sees_an_own_part_and_nothing_that_clients_said(session: Session) -> None:
    full = fill(session)

    seen = everything(session, full.coach)

    assert seen["clients"] == [f"Rafiq {MARK}"]
    assert seen["coach"] is None
    assert seen["requests"] == seen["consents"] == []
    assert [way["name"] for way in seen["invites"]] == [f"Rafiq {MARK}"]
