"""A score in two messages: the level first, and whose it is or why in the next one."""

from typing import Any

import pytest

from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person, link
from doelenmeter.tables import Goal, Score
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person
from tests.actions.tasks.test_checkin import stored, words

WHY = "hij komt vaker op tijd"


def test_a_reason_after_a_level_goes_with_it(coach: Talk, agreed: Talk, goal: Goal) -> None:
    coach.types("score rafiq +1", "nlu_fallback", level="1").types(WHY, "checkin_score")

    assert coach.said == ["utter_score_beside", "utter_ask_meant"]
    assert coach.titles[0].startswith("+1")
    assert stored(coach) == []
    coach.types("ja", "affirm")
    assert stored(coach) == [("coach", 1)]
    assert words(coach) == [("helped", WHY)]


def test_an_amount_after_a_level_is_shown_beside_it(agreed: Talk, goal: Goal) -> None:
    agreed.types("+1", "checkin_score", level="1")
    agreed.types("ik was maar een keer te laat", "checkin_score")

    assert [title.split()[0] for title in agreed.titles[:2]] == ["+1", "+2"]


@pytest.mark.parametrize("text", ["nee", "nee dat klopt niet"])
def test_a_no_after_a_level_lets_it_go(agreed: Talk, goal: Goal, text: str) -> None:
    agreed.types("+1", "checkin_score", level="1").types(text, "deny")

    assert agreed.said == ["utter_ask_score"]


@pytest.mark.parametrize("text", ["nee +2", "nee, het was 1 keer te laat"])
def test_a_no_with_another_level_is_read_back(agreed: Talk, goal: Goal, text: str) -> None:
    named = {"level": "2"} if "+2" in text else {}
    agreed.types("+1", "checkin_score", level="1").types(text, "deny", **named)

    assert agreed.said == ["utter_ask_meant"]
    assert agreed.titles[0].startswith("+2")


def test_the_word_score_with_a_level_is_read_back(agreed: Talk, goal: Goal) -> None:
    near = (("checkin_score", 0.53), ("correct_score", 0.47))
    agreed.types("score +1", "nlu_fallback", level="1", ranking=near)

    assert agreed.said[-1] == "utter_ask_meant"


@pytest.mark.parametrize(
    ("text", "more"),
    [("Noor", {"client": "Noor"}), ("voor noor", {}), ("Noor graag", {"client": "Noor graag"})],
)
def test_a_level_stays_while_it_is_asked_whose_it_is(
    coach: Talk, agreed: Talk, goal: Goal, text: str, more: dict[str, Any]
) -> None:
    noor = add_person(coach.session, role=Role.CLIENT, name="Noor", now=NOW)
    link(coach.session, coach_id=person(coach), client_id=noor.id, now=NOW)
    consent.give(coach.session, noor.id, Purpose.GOALS, now=NOW)
    goal.client_id = noor.id
    coach.types("een +1", "checkin_score", level="1")
    assert coach.said[-1] == "utter_ask_whose"
    coach.types(text, "checkin_score" if text == "Noor" else "nlu_fallback", **more)

    assert coach.said == ["utter_ask_meant"]
    assert coach.titles[0].startswith("+1")


def test_a_correction_with_its_reason_is_not_asked_why(
    coach: Talk, agreed: Talk, goal: Goal
) -> None:
    coach.types("score rafiq", "checkin_score").presses("+2").presses("Sla over")
    coach.types(f"score rafiq +1, {WHY}", "correct_score", level="1").presses("+1")

    assert [(row.level, row.reason) for row in coach.session.query(Score)] == [(2, None), (1, WHY)]


def test_a_slip_is_a_reason(coach: Talk, agreed: Talk, goal: Goal) -> None:
    coach.types("score rafiq", "checkin_score").presses("+2").presses("Sla over")
    coach.types("score rafiq +1", "checkin_score", level="1").types("ja", "affirm")
    coach.types("verkeerd getikt", "step_back")

    assert stored(coach) == [("coach", 2), ("coach", 1)]


def test_a_step_back_is_no_reason(coach: Talk, agreed: Talk, goal: Goal) -> None:
    coach.types("score rafiq", "checkin_score").presses("+2").presses("Sla over")
    coach.types("score rafiq +1", "checkin_score", level="1").types("ja", "affirm")
    coach.types("stap terug", "step_back")

    assert coach.said[0] == "utter_scored_unchanged"
    assert stored(coach) == [("coach", 2)]
