"""Several levels in one message while a goal is set: split, shown, and asked on."""

import pytest

from tests.actions.talk import Talk
from tests.actions.tasks.setting_talk import LATE, begun, texts

LINE = "-1 vaker dan 4x te laat, 0 4x te laat, +1 3x te laat, +2 1x te laat, +3 nooit te laat"


@pytest.mark.parametrize("before", [(), (LATE,), (LATE, "beter dan nu")])
def test_every_level_at_once_is_split_and_read_back(agreed: Talk, before: tuple[str, ...]) -> None:
    begun(agreed)
    for answer in before:
        agreed.types(answer)
    agreed.types(LINE, "checkin_score", level="1")

    assert agreed.said == ["utter_scale_split", "utter_ask_goal_when"]
    assert "+1  3x te laat." in agreed.text
    agreed.presses("Over 6 weken")
    assert agreed.said == ["utter_scale_read_back"]
    agreed.presses("Klopt")
    assert texts(agreed) == {
        -1: "Vaker dan 4x te laat.",
        0: "4x te laat.",
        1: "3x te laat.",
        2: "1x te laat.",
        3: "Nooit te laat.",
    }


def test_a_level_that_was_left_out_is_asked(agreed: Talk) -> None:
    begun(agreed).types("0 4x te laat; +1 3x te laat; +2 1x te laat")

    assert agreed.said == ["utter_scale_split", "utter_ask_goal_more"]


def test_levels_of_gas_put_a_new_goal_on_gas(coach: Talk, agreed: Talk) -> None:
    begun(agreed).types("-2 niks, -1 1x, 0 2x, +1 3x, +2 elke dag")

    assert agreed.said == ["utter_goal_on_scale", "utter_scale_split", "utter_ask_goal_worse"]
    assert "**0  2x.**" in agreed.text
    agreed.presses("Zo'n week is er niet").presses("Over 6 weken").presses("Klopt")
    assert texts(agreed) == {-2: "Niks.", -1: "1x.", 0: "2x.", 1: "3x.", 2: "Elke dag."}


def test_two_levels_that_say_the_same_are_asked_again(agreed: Talk) -> None:
    begun(agreed).types("0 4x te laat, +1 3x te laat, +2 3x te laat, +3 nooit te laat")

    assert agreed.said == ["utter_scale_split", "utter_goal_same_step", "utter_ask_goal_aim_only"]


def test_one_question_back_is_before_the_line(agreed: Talk) -> None:
    begun(agreed).types(LINE).types("stap terug", "step_back")

    assert agreed.said[-1] == "utter_ask_goal_now"


def test_a_line_that_is_too_long_is_asked_shorter(agreed: Talk) -> None:
    begun(agreed).types(f"0 {'heel ' * 40}vaak, +1 soms, +2 nooit")

    assert agreed.said == ["utter_shorter_please", "utter_ask_goal_now"]
