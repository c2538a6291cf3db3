"""What waits for a yes is told once in a conversation, and never in danger."""

from actions.base import House
from actions.conversation import AskAnswer
from actions.dialogue import Dialogue
from caseload import consent
from caseload.models import Purpose
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import ON_TIME, person
from tests.actions.tasks.test_agreeing import proposed
from tests.actions.test_conversation import Run

TOLD = "utter_goal_waits_for_you"


def test_a_client_hears_once_and_opens_it(agreed: Talk, coach: Talk) -> None:
    proposed(coach)
    agreed.types("hoi", "greet")
    assert TOLD in agreed.said
    assert ON_TIME.title in agreed.text
    agreed.types("wat kan je?", "help")
    assert TOLD not in agreed.said
    agreed.types("opnieuw", "restart")
    assert TOLD not in agreed.said
    agreed.types("mijn doelen", "goals_list")

    assert agreed.said[-1] == "utter_scale_agree"


def test_the_button_opens_the_goal(agreed: Talk, coach: Talk) -> None:
    proposed(coach)
    agreed.types("hoi", "greet").presses("Bekijk het doel")

    assert agreed.said == ["utter_scale_agree"]


def test_a_coach_hears_whose_it_is(agreed: Talk, coach: Talk) -> None:
    proposed(agreed)
    coach.types("hallo", "greet")

    assert TOLD in coach.said
    assert "Rafiq stelt een doel voor" in coach.text
    coach.presses("Bekijk het doel")
    assert coach.said == ["utter_scale_agree"]


def test_not_in_danger_nor_after_a_goodbye(agreed: Talk, coach: Talk) -> None:
    agreed.types("hoi", "greet")
    proposed(coach)
    agreed.types("ik wil dood", "crisis")
    assert TOLD not in agreed.said
    agreed.types("stop", "stop")
    assert TOLD not in agreed.said


def test_not_in_the_middle_of_something_but_after_it(agreed: Talk, coach: Talk) -> None:
    proposed(agreed)
    agreed.types("ik wil een doel", "set_goal")
    proposed(coach)
    agreed.presses("Zelf een doel maken")
    assert TOLD not in agreed.said
    agreed.types("voorbeelden", "standard_goals")
    assert TOLD not in agreed.said


def test_nobody_hears_of_the_goals_of_others(visitor: Talk, agreed: Talk, coach: Talk) -> None:
    proposed(agreed)
    visitor.types("hoi", "greet")
    agreed.types("hoi", "greet")

    assert TOLD not in visitor.said
    assert TOLD not in agreed.said


def test_not_without_the_yes_of_the_client(agreed: Talk, coach: Talk) -> None:
    proposed(coach)
    consent.withdraw(coach.session, person(agreed), Purpose.GOALS, now=NOW)
    agreed.types("hoi", "greet")

    assert TOLD not in agreed.said


def test_the_action_that_asks_tells_it_first(house: House, agreed: Talk, coach: Talk) -> None:
    proposed(coach)
    coach.session.commit()
    introduced = Dialogue(introduced=True)
    run = Run(AskAnswer(house), talk=agreed.conversation_id, dialogue=introduced)

    assert run.said == [TOLD, "utter_ask_open"]
    told = Dialogue.from_json(run.slots["dialogue"])
    again = Run(AskAnswer(house), talk=agreed.conversation_id, dialogue=told)
    assert again.said == ["utter_ask_open"]
