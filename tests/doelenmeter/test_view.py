import json
from datetime import timedelta

from sqlalchemy.orm import Session

from doelenmeter import scores
from doelenmeter.tables import Kind, Party
from doelenmeter.view import everything, worked_on_since
from tests.caseload.full import MARK, NOW, fill

WHEN = NOW.isoformat()


def test_a_client_sees_goals_with_all_that_was_said(session: Session) -> None:
    full = fill(session)

    seen = json.loads(json.dumps(everything(session, full.client)))

    (goal,) = seen["goals"]
    assert (goal["kenmerk"], goal["state"], goal["start"]) == ("1.1", "active", "2026-11-22")
    assert [step["state"] for step in goal["steps"]] == ["proposed", "pipeline", "active"]
    (words,) = goal["wordings"]
    assert words["title"] == f"{MARK} op tijd"
    assert list(words["texts"].items())[:2] == [("-1", f"{MARK} -1"), ("0", f"{MARK} 0")]
    assert words["agreed"] == {"client": WHEN, "coach": WHEN}
    weekly = [score for score in goal["scores"] if score["kind"] == "weekly"]
    assert [(s["by"], s["level"], s["current"]) for s in weekly] == [
        ("coach", 1, False),
        ("coach", 2, True),
        ("client", 1, False),
        ("client", 2, True),
    ]
    assert weekly[-1]["text"] == f"{MARK} 2"
    assert [link["name"] for link in goal["links"]] == ["Ali"]
    assert seen["signs"] == "smiley"
    assert [day["weekday"] for day in seen["schedules"]] == [2]
    assert [prompt["kind"] for prompt in seen["prompts"]] == ["moment"]


def test_a_score_that_anchors_waits_for_an_own_one(session: Session) -> None:
    full = fill(session)
    (goal,) = everything(session, full.client)["goals"]
    assert {score["kind"] for score in goal["scores"]} == {"weekly"}
    assert (goal["hidden_scores"], len(goal["remarks"])) == (1, 2)

    start = scores.open_check_ins(session, full.goal)[-1]
    assert start.kind == Kind.START
    scores.give(session, start.id, by=Party.CLIENT, person_id=full.client, level=0, now=NOW)

    (goal,) = everything(session, full.client)["goals"]
    assert {score["kind"] for score in goal["scores"]} == {"weekly", "start"}
    assert (goal["hidden_scores"], len(goal["remarks"])) == (0, 3)


def test_a_coach_sees_how_much_they_wrote_and_no_word_of_it(session: Session) -> None:
    full = fill(session)

    seen = everything(session, full.coach)

    assert seen["goals"] == seen["prompts"] == []
    assert seen["written_about_others"] == {"scores": 4, "remarks": 2}
    assert MARK not in json.dumps(seen)


def test_who_was_worked_with_since_a_moment(session: Session) -> None:
    full = fill(session)

    assert worked_on_since(session, NOW - timedelta(days=1)) == {full.client}
    assert worked_on_since(session, NOW) == frozenset()
