"""The goals of a client: where each stands, and starting, ending and changing one."""

import pytest

from caseload.models import Role
from caseload.people import add_person, link
from doelenmeter import states
from doelenmeter.tables import Goal, Party, State
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import ON_TIME, new_goal, person


@pytest.fixture
def waiting(goal: Goal, agreed: Talk, coach: Talk) -> Goal:
    """Applying, which waits for its turn."""
    return new_goal(agreed.session, agreed, coach, "4.1-a")


def test_without_a_goal_one_can_be_made(agreed: Talk) -> None:
    agreed.types("mijn doelen", "goals_list")

    assert agreed.said[-1] == "utter_no_goal_yet"
    agreed.presses("Maak een doel")
    assert agreed.said[-1] == "utter_ask_goal_begin_empty"


def test_an_anonymous_visitor_needs_a_code(visitor: Talk) -> None:
    visitor.types("mijn doelen", "goals_list")

    assert "utter_goals_need_code" in visitor.said


def test_one_goal_is_shown_at_once_with_its_levels(agreed: Talk, goal: Goal) -> None:
    agreed.types("wat is mijn doel", "goals_list")

    assert agreed.said[-1] == "utter_scale_goal"
    assert all(text in agreed.text for text in ON_TIME.levels.values())
    assert "loopt nu" in agreed.text
    assert agreed.titles == [
        "Check-in",
        "Doel gehaald",
        "Verander dit doel",
        "Laat dit doel wachten",
        "Stop met dit doel",
    ]


def test_several_goals_with_where_they_stand(agreed: Talk, waiting: Goal) -> None:
    agreed.types("mijn doelen", "goals_list")

    assert "loopt nu" in agreed.text
    assert "wacht op zijn beurt" in agreed.text
    agreed.presses("Elke week solliciteren").presses("Begin met dit doel")
    assert waiting.state == State.ACTIVE
    assert agreed.said == ["utter_goal_begun_instead"]


def test_both_goals_at_once(agreed: Talk, goal: Goal, waiting: Goal) -> None:
    agreed.types("mijn doelen", "goals_list").presses("Elke week solliciteren")
    agreed.presses("Begin met dit doel")
    assert (goal.state, waiting.state) == (State.PIPELINE, State.ACTIVE)
    agreed.presses("Werk aan allebei")
    assert agreed.said == ["utter_goal_begun_too"]
    assert (goal.state, waiting.state) == (State.ACTIVE, State.ACTIVE)

    agreed.types("check-in", "checkin_start")
    assert agreed.said[-1] == "utter_ask_which_goal"
    assert len(agreed.titles) == 2


def test_a_goal_waits_for_a_better_time(agreed: Talk, goal: Goal) -> None:
    agreed.types("mijn doel", "goals_list").presses("Laat dit doel wachten")
    assert agreed.said == ["utter_goal_on_hold"]
    assert goal.state == State.PIPELINE
    agreed.presses("Begin met dit doel")

    assert goal.state == State.ACTIVE
    assert agreed.said == ["utter_goal_begun"]


def test_a_coach_sees_the_goals_of_each_client(coach: Talk, goal: Goal) -> None:
    amira = add_person(coach.session, role=Role.CLIENT, name="Amira", now=NOW)
    link(coach.session, coach_id=person(coach), client_id=amira.id, now=NOW)
    coach.types("laat de doelen zien", "goals_list").presses("Rafiq")
    assert coach.said == ["utter_scale_goal"]
    coach.types("doelen van Amira", "goals_list", client="Amira")

    assert coach.said == ["utter_client_said_no_yes"]


def test_a_goal_is_reached_after_a_yes(agreed: Talk, goal: Goal, waiting: Goal) -> None:
    agreed.sends(f'/goals_list{{"goal": "{goal.id}"}}').presses("Doel gehaald")
    assert agreed.said == ["utter_ask_goal_reached"]
    assert goal.state == State.ACTIVE
    agreed.presses("Ja, gehaald")
    assert goal.state == State.REACHED
    assert agreed.said == ["utter_goal_is_reached"]
    agreed.presses("Begin met het volgende doel")

    assert waiting.state == State.ACTIVE
    assert agreed.said == ["utter_goal_begun"]


def test_not_reached_yet(agreed: Talk, goal: Goal) -> None:
    agreed.types("mijn doel", "goals_list").presses("Doel gehaald").presses("Nog niet")

    assert agreed.said == ["utter_goal_goes_on"]
    assert goal.state == State.ACTIVE


def test_a_goal_stops_with_a_reason(coach: Talk, agreed: Talk, goal: Goal) -> None:
    coach.types("doel van Rafiq", "goals_list", client="Rafiq").presses("Stop met dit doel")
    coach.types("hij stopt met deze werkplek", "stop")

    assert goal.state == State.STOPPED
    assert coach.said == ["utter_goal_is_stopped"]
    agreed.types("mijn doelen", "goals_list")
    assert "hij stopt met deze werkplek" in agreed.text
    assert agreed.titles == ["Nieuw doel"]


def test_rather_not_stopping(agreed: Talk, goal: Goal) -> None:
    agreed.types("stop met dit doel", "set_goal")
    assert agreed.said[-1] == "utter_scale_goal"
    agreed.presses("Stop met dit doel").presses("Toch niet")

    assert goal.state == State.ACTIVE


def test_a_button_that_came_too_late(agreed: Talk, goal: Goal, waiting: Goal) -> None:
    agreed.types("mijn doelen", "goals_list").presses(ON_TIME.title).presses("Doel gehaald")
    states.stop(agreed.session, goal.id, by=Party.COACH, reason="Verhuisd.", now=NOW)
    agreed.presses("Ja, gehaald")
    assert agreed.said == ["utter_goal_gone"]
    for act in ("reached", "stop", "begin", "both", "hold", "beside", "nonsense"):
        agreed.sends(f'/goals_list{{"goal": "{goal.id}", "part": "{act}"}}')
        assert agreed.said == ["utter_scale_goal"]


def test_what_waits_for_the_other_can_be_shown_beside(coach: Talk, agreed: Talk) -> None:
    coach.sends('/set_goal{"standard": "1.1-a"}').presses("Over 6 weken").presses("Klopt")
    coach.presses("Nee, later").types("doelen", "goals_list")
    assert "wacht op een ja van de ander" in coach.text
    coach.presses("Wij zitten samen").presses("Ja, dit klopt")

    assert coach.said == ["utter_goal_active"]


def test_a_list_ends_the_task_and_the_search_goes_on(agreed: Talk, waiting: Goal) -> None:
    agreed.advised().types("mijn doelen", "goals_list")

    assert agreed.dialogue.step == "advice"
    assert agreed.dialogue.task == {}


def test_danger_while_stopping_a_goal(agreed: Talk, goal: Goal) -> None:
    agreed.types("mijn doel", "goals_list").presses("Stop met dit doel")
    agreed.types("ik wil niet meer leven", "crisis")

    assert agreed.dialogue.step == "danger"
    assert goal.state == State.ACTIVE


HOLD = ["pauzeer doel van Rafiq", "zet het doel van Rafiq even stil", "pauzeer Rafiq"]
RESUME = ["hervat het doel van Rafiq", "ga weer verder met het doel van Rafiq", "hervat Rafiq"]


@pytest.mark.parametrize("intent", ["set_goal", "pause_prompts", "goals_list", "nlu_fallback"])
def test_a_coach_lets_a_goal_wait_and_go_on_in_words(
    coach: Talk, agreed: Talk, goal: Goal, intent: str
) -> None:
    for hold, resume in zip(HOLD, RESUME, strict=True):
        coach.types(hold, intent)
        assert "utter_goal_on_hold" in coach.said
        assert goal.state == State.PIPELINE
        coach.types(resume, intent)
        assert "utter_goal_begun" in coach.said
        assert goal.state == State.ACTIVE


def test_a_client_does_so_too(agreed: Talk, goal: Goal) -> None:
    agreed.types("ik wil mijn doel even pauzeren", "pause_prompts")
    assert goal.state == State.PIPELINE
    agreed.types("ik wil weer verder met mijn doel", "set_goal")

    assert goal.state == State.ACTIVE


def test_of_two_that_go_on_the_one_that_is_named_waits(
    agreed: Talk, goal: Goal, second_goal: Goal
) -> None:
    agreed.types("pauzeer mijn doel", "set_goal")
    assert agreed.said[-1] == "utter_scale_goals"
    agreed.types("pauzeer mijn doel elke week solliciteren", "set_goal")

    assert (goal.state, second_goal.state) == (State.ACTIVE, State.PIPELINE)


@pytest.mark.parametrize(
    "words",
    [
        "ik wil een doel: weer beginnen met sporten",
        "nieuw doel voor Rafiq: weer aan het werk",
        "mijn doel is weer starten met school",
        "Rafiq wil weer verder met zijn studie",
    ],
)
def test_a_new_goal_in_such_words_is_a_new_goal(
    coach: Talk, agreed: Talk, goal: Goal, words: str
) -> None:
    coach.types(words, "set_goal")

    assert coach.dialogue.task["name"] == "set_goal"
    assert goal.state == State.ACTIVE


def test_no_messages_is_about_messages(weekly: Talk, goal: Goal) -> None:
    weekly.types("pauzeer mijn berichten", "pause_prompts")

    assert weekly.said == ["utter_ask_pause"]


@pytest.mark.parametrize("words", ["doel klaar?", "mijn doel is gehaald", "is het doel bereikt"])
def test_a_goal_that_is_done_is_asked_once(agreed: Talk, goal: Goal, words: str) -> None:
    agreed.types(words, "set_goal")

    assert agreed.said[-1] == "utter_ask_goal_reached"


def test_a_score_of_a_goal_that_waits_offers_to_go_on(
    coach: Talk, agreed: Talk, goal: Goal
) -> None:
    coach.types("pauzeer Rafiq", "nlu_fallback").types("Rafiq +1", "checkin_score", level="1")
    assert coach.said == ["utter_goal_not_now"]
    coach.presses("Begin met dit doel")

    assert goal.state == State.ACTIVE
