"""Who thinks again, or asks for time: no text of it, and nothing is lost."""

import pytest

from doelenmeter.tables import Goal
from tests.actions.talk import Talk
from tests.actions.tasks.setting_talk import LATE, begun, goals_in
from tests.actions.tasks.test_checkin import words
from tests.actions.tasks.weekly_talk import by_itself, paused

LEAVES = ["toch niet", "laat maar", "nee laat maar zitten", "oh toch maar niet", "hoeft niet meer"]


@pytest.mark.parametrize("text", LEAVES)
@pytest.mark.parametrize("intent", ["deny", "stop", "nlu_fallback", "find_instrument"])
def test_thinking_again_asks_and_loses_nothing(agreed: Talk, text: str, intent: str) -> None:
    begun(agreed).types(LATE).types(text, intent)

    assert agreed.said == ["utter_ask_goal_leave"]
    agreed.presses("Ja, verder")
    assert agreed.said == ["utter_ask_goal_aim"]
    agreed.types("hooguit 1 keer")
    assert agreed.said == ["utter_ask_goal_when"]


def test_at_every_question_of_a_goal(agreed: Talk) -> None:
    agreed.types("mijn doel is rustig blijven", "set_goal", kenmerken={"1.5": "rust"})
    seen = set()
    while agreed.dialogue.step != "goal_read_back":
        step = agreed.dialogue.step
        seen.add(step)
        agreed.types("laat maar")
        assert agreed.said == ["utter_ask_goal_leave"], step
        agreed.types("ja", "affirm")
        assert agreed.dialogue.step == step
        agreed.presses("Over 6 weken" if step == "goal_when" else "Weet ik niet")
    agreed.types("laat maar").types("nee", "deny")

    assert seen >= {"goal_clear", "goal_where", "goal_now", "goal_aim", "goal_level", "goal_when"}
    assert agreed.said == ["utter_goal_dropped"]
    assert agreed.dialogue.task == {}
    assert goals_in(agreed) == []


def test_who_goes_on_with_an_answer_goes_on(agreed: Talk) -> None:
    begun(agreed).types("laat maar").types(LATE)

    assert agreed.said == ["utter_ask_goal_aim"]


def test_before_anything_was_told_it_just_ends(agreed: Talk) -> None:
    agreed.types("ik wil een doel", "set_goal").types("toch niet")

    assert agreed.said == ["utter_goal_dropped"]


def test_a_goal_that_there_is_stays_as_it_was(agreed: Talk, goal: Goal) -> None:
    agreed.types("einddatum van mijn doel later", "set_goal").types("laat maar")

    assert agreed.said == ["utter_goal_unchanged"]


def test_a_new_text_is_left_for_what_was_read_back(agreed: Talk) -> None:
    begun(agreed).types(LATE).types("hooguit 1 keer").presses("Over 6 weken")
    agreed.presses("Verander een stap").presses("Ik kom 3 of 4").types("toch niet")

    assert agreed.said == ["utter_step_back", "utter_scale_read_back"]
    assert "Toch niet" not in agreed.text


@pytest.mark.parametrize("text", ["wacht", "wacht even", "momentje", "even nadenken hoor"])
@pytest.mark.parametrize("intent", ["pause_prompts", "nlu_fallback", "step_back"])
def test_who_asks_for_time_gets_it(agreed: Talk, text: str, intent: str) -> None:
    begun(agreed).types(text, intent)

    assert agreed.said == ["utter_take_your_time", "utter_ask_goal_now"]


@pytest.mark.parametrize(
    "text", ["wacht rustig af", "wachten op de bus", "laat maar zien wie ik ben"]
)
def test_a_text_that_only_begins_so_is_a_text(agreed: Talk, text: str) -> None:
    begun(agreed).types(text)

    assert agreed.said == ["utter_ask_goal_aim"]


def test_it_is_no_remark_beside_a_score(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("+1").types("wacht")
    assert agreed.said == ["utter_take_your_time", "utter_ask_helped"]
    agreed.types("laat maar")

    assert words(agreed) == []
    assert "utter_picture" in agreed.said


def test_it_ends_a_question_that_knows_no_no(weekly: Talk) -> None:
    weekly.types("andere dag graag", "change_prompt_time").types("laat maar")

    assert weekly.said == ["utter_task_dropped"]
    assert weekly.dialogue.task == {}


def test_it_takes_no_yes_back(weekly: Talk, goal: Goal) -> None:
    weekly.hear(by_itself("prompt_weekly")).types("stop", "stop").types("laat maar")

    assert weekly.said == ["utter_weekly_stays"]
    assert not paused(weekly)


def test_it_refuses_no_goal(agreed: Talk, coach: Talk, goal: Goal) -> None:
    coach.types("einddatum van het doel van Rafiq naar 1 maart", "set_goal", client="Rafiq")
    coach.presses("Klopt").types("meer tijd nodig").presses("Nee")
    agreed.types("mijn doelen", "goals_list").presses("Nee, dit past niet").types("laat maar")

    assert agreed.said[-1] == "utter_scale_agree"
    agreed.types("laat maar")
    assert agreed.said == ["utter_goal_think"]
