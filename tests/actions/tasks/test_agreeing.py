"""The other says yes: each at an own screen, or both at one."""

import pytest
from sqlalchemy import select

from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person, link
from doelenmeter import goals, states
from doelenmeter.tables import Agreement, Goal, Party, State
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import ON_TIME, person


def proposed(talk: Talk, code: str = "1.1-a") -> Goal:
    """A standard goal that this person proposed."""
    talk.sends(f'/set_goal{{"standard": "{code}"}}').presses("Over 3 maanden").presses("Klopt")
    (goal,) = talk.session.scalars(
        select(Goal).where(Goal.state == State.PROPOSED).order_by(Goal.id.desc()).limit(1)
    )
    return goal


def yeses(goal: Goal, talk: Talk) -> dict[str, int | None]:
    newest = goals.latest(talk.session, goal.id)
    rows = talk.session.scalars(select(Agreement).where(Agreement.wording_id == newest.id))
    return {row.by: row.person_id for row in rows}


def test_a_coach_agrees_to_what_a_client_proposes(agreed: Talk, coach: Talk) -> None:
    goal = proposed(agreed)
    coach.types("doelen van Rafiq", "goals_list", client="Rafiq")

    assert coach.said[-1] == "utter_scale_agree"
    assert "Rafiq stelt dit doel voor" in coach.text
    coach.presses("Ja, dit klopt")
    assert goal.state == State.ACTIVE
    assert yeses(goal, coach) == {"client": person(agreed), "coach": person(coach)}
    assert coach.said == ["utter_goal_active"]
    assert coach.replies[0].custom == {"agreed": goal.id}
    assert coach.titles == ["Check-in"]


def test_both_at_the_screen_of_the_coach(agreed: Talk, coach: Talk) -> None:
    goal = proposed(coach)
    assert coach.said == ["utter_goal_proposed", "utter_ask_goal_beside"]
    coach.presses("Ja, we kijken samen")
    assert coach.said == ["utter_scale_agree_beside"]
    assert "Rafiq, dit is het doel" in coach.text
    assert goal.state == State.PROPOSED
    coach.presses("Ja, dit klopt")

    assert goal.state == State.ACTIVE
    assert coach.replies[0].custom is None
    assert yeses(goal, coach) == {"coach": person(coach), "client": person(agreed)}


def test_a_client_who_is_not_there_says_yes_later(agreed: Talk, coach: Talk) -> None:
    goal = proposed(coach)
    coach.presses("Nee, later")
    assert coach.said == ["utter_goal_later"]
    assert goal.state == State.PROPOSED
    agreed.types("wat zijn mijn doelen", "goals_list")
    assert "Sandra stelt dit doel voor" in agreed.text
    agreed.types("ja", "affirm")

    assert goal.state == State.ACTIVE
    assert agreed.replies[0].custom == {"agreed": goal.id}, "the coach is elsewhere"


def test_a_client_who_opens_it_by_the_button_reads_who_proposed_it(
    agreed: Talk, coach: Talk
) -> None:
    proposed(coach)
    agreed.types("hallo", "greet").presses("Bekijk het doel")

    assert "Sandra stelt dit doel voor" in agreed.text


def test_no_yes_for_a_client_who_took_the_consent_back(agreed: Talk, coach: Talk) -> None:
    goal = proposed(coach)
    coach.presses("Ja, we kijken samen")
    consent.withdraw(coach.session, person(agreed), Purpose.GOALS, now=NOW)
    coach.presses("Ja, dit klopt")

    assert goal.state == State.PROPOSED
    assert yeses(goal, coach) == {"coach": person(coach)}


def test_a_second_goal_waits_for_its_turn(agreed: Talk, coach: Talk, goal: Goal) -> None:
    second = proposed(agreed, "4.1-a")
    coach.types("doelen", "goals_list").presses(coach.titles[1]).presses("Ja, dit klopt")

    assert second.state == State.PIPELINE
    assert coach.said == ["utter_goal_in_line"]
    assert ON_TIME.title in coach.text
    coach.presses("Begin met dit doel")
    assert (second.state, goal.state) == (State.ACTIVE, State.PIPELINE)
    assert coach.said == ["utter_goal_begun_instead"]


def test_a_change_goes_back_to_the_other(agreed: Talk, coach: Talk) -> None:
    goal = proposed(agreed)
    coach.types("doelen", "goals_list").presses("Ik wil iets veranderen")
    coach.presses("De naam").types("om 8 uur op het werk zijn").presses("Klopt")
    coach.presses("Nee, later")
    assert yeses(goal, coach) == {"coach": person(coach)}
    agreed.types("mijn doelen", "goals_list")
    assert "Om 8 uur op het werk zijn" in agreed.text
    agreed.presses("Ja, dit klopt")

    assert goal.state == State.ACTIVE


@pytest.mark.parametrize(
    ("words", "reason"), [("dit is te veel", "dit is te veel"), (None, "Past")]
)
def test_a_no_ends_a_new_goal_with_its_reason(
    agreed: Talk, coach: Talk, words: str | None, reason: str
) -> None:
    goal = proposed(coach)
    agreed.types("mijn doelen", "goals_list").presses("Nee, dit past niet")
    assert agreed.said == ["utter_ask_goal_no"]
    assert goal.state == State.PROPOSED
    if words:
        agreed.types(words)
    else:
        agreed.presses("Sla over")

    assert goal.state == State.STOPPED
    assert (states.steps(agreed.session, goal.id)[-1].reason or "").startswith(reason)
    assert agreed.said == ["utter_goal_refused"]


def test_a_no_that_was_a_slip(agreed: Talk, coach: Talk) -> None:
    goal = proposed(coach)
    agreed.types("mijn doelen", "goals_list").presses("Nee, dit").presses("Toch niet")

    assert agreed.said == ["utter_scale_agree"]
    assert goal.state == State.PROPOSED


def test_a_no_to_new_words_puts_the_old_ones_back(agreed: Talk, coach: Talk, goal: Goal) -> None:
    coach.sends(f'/set_goal{{"goal": "{goal.id}"}}').presses("De naam").types("om 7 uur er zijn")
    coach.presses("Klopt").types("het werk begint eerder").presses("Nee, later")
    agreed.types("mijn doelen", "goals_list")
    assert agreed.said[0] == "utter_goal_reason"
    assert "het werk begint eerder" in agreed.text
    agreed.presses("Nee, dit past niet").types("dan moet ik mijn zoon nog brengen")

    assert goal.state == State.ACTIVE
    newest = goals.latest(agreed.session, goal.id)
    assert (newest.title, newest.by) == (ON_TIME.title, Party.CLIENT)
    assert newest.reason == "dan moet ik mijn zoon nog brengen"


def test_newer_words_are_shown_before_a_yes(agreed: Talk, coach: Talk) -> None:
    goal = proposed(coach)
    agreed.types("mijn doelen", "goals_list")
    coach.presses("Nee, later").sends(f'/set_goal{{"goal": "{goal.id}"}}')
    coach.presses("De naam").types("stipt op tijd zijn").presses("Klopt")
    agreed.presses("Ja, dit klopt")

    assert agreed.said == ["utter_goal_newer", "utter_scale_agree"]
    assert "Stipt op tijd zijn" in agreed.text
    assert goal.state == State.PROPOSED


def test_a_proposal_that_was_taken_back(agreed: Talk, coach: Talk) -> None:
    goal = proposed(coach)
    agreed.types("mijn doelen", "goals_list")
    states.stop(coach.session, goal.id, by=Party.COACH, reason="Toch niet.", now=NOW)
    agreed.presses("Ja, dit klopt")

    assert agreed.said == ["utter_goal_gone"]


def test_somebody_who_is_not_sure_takes_time(agreed: Talk, coach: Talk) -> None:
    goal = proposed(coach)
    agreed.types("mijn doelen", "goals_list").types("weet ik niet", "unsure")

    assert agreed.said == ["utter_goal_think"]
    assert goal.state == State.PROPOSED


def test_a_question_in_between_comes_back(agreed: Talk, coach: Talk) -> None:
    proposed(coach)
    agreed.types("mijn doelen", "goals_list").types("wie ziet dit?", "privacy_question")

    assert agreed.said == ["utter_privacy", "utter_scale_agree"]


def test_a_coach_who_no_longer_coaches_cannot_agree(agreed: Talk, coach: Talk) -> None:
    goal = proposed(agreed)
    coach.types("doelen", "goals_list")
    other = add_person(coach.session, role=Role.COACH, name="Wim", now=NOW)
    link(coach.session, coach_id=other.id, client_id=person(agreed), now=NOW)
    coach.presses("Ja, dit klopt")

    assert coach.said == ["utter_not_there"]
    assert goal.state == State.PROPOSED


def test_later_is_an_answer_and_no_goodbye(coach: Talk, agreed: Talk) -> None:
    coach.types("nieuw doel voor Rafiq", "set_goal", client="Rafiq", kenmerken={"1.1": "tijd"})
    coach.presses(ON_TIME.title).presses("Over 6 weken").presses("Klopt").types("later", "bye")

    assert coach.said == ["utter_goal_later"]
    assert coach.dialogue.task == {}
