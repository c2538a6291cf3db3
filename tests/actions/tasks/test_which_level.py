"""Which level a message tells: typed as its button shows it, or one that the goal does not have."""

import pytest

from doelenmeter.tables import Goal
from tests.actions.talk import Talk
from tests.actions.tasks.conftest import ON_TIME
from tests.actions.tasks.test_checkin import stored

NO_FIVE = "Dit doel heeft geen stap +5. Je kunt kiezen van -1 tot en met +3."


@pytest.mark.parametrize("text", ["+1", "+1.", f"+1 {ON_TIME.levels[1].lower()}"])
def test_a_button_that_is_typed_is_a_tap(agreed: Talk, goal: Goal, text: str) -> None:
    agreed.types("check-in", "checkin_start").types(text, "checkin_score", level="1")

    assert agreed.said == ["utter_score_kept", "utter_ask_helped"]
    assert stored(agreed) == [("client", 1)]


def test_a_sign_that_is_not_on_the_screen_is_read_back(agreed: Talk, goal: Goal) -> None:
    agreed.types("+1", "checkin_score", level="1").types("+2", "checkin_score", level="2")

    assert agreed.said == ["utter_ask_meant"]
    assert agreed.titles[0].startswith("+2")
    agreed.types("+2", "checkin_score", level="2")
    assert stored(agreed) == [("client", 2)]


def test_a_face_that_is_typed_is_a_tap(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("Andere tekens").presses("😀")
    agreed.types("🙂", "nlu_fallback")

    assert stored(agreed) == [("client", 1)]


def test_a_sign_that_no_button_shows_is_read_back(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("1", "checkin_score", level="1")

    assert agreed.said == ["utter_ask_meant"]


def test_a_level_before_it_was_asked_is_read_back(agreed: Talk, goal: Goal) -> None:
    agreed.types("+1", "checkin_score", level="1")

    assert agreed.said[-1] == "utter_ask_meant"


@pytest.mark.parametrize(
    ("text", "heard"),
    [("score rafiq +5", {}), ("plus 5 voor rafiq", {}), ("score rafiq +5, top!", {"cijfer": "5"})],
)
def test_a_coach_who_gives_a_level_that_is_not_there_hears_which_are(
    coach: Talk, agreed: Talk, goal: Goal, text: str, heard: dict[str, str]
) -> None:
    coach.types(text, "checkin_score", **heard)

    assert NO_FIVE in coach.text
    assert len(coach.titles) == 5
    assert stored(coach) == []


@pytest.mark.parametrize("text", ["-2", "min 2", "een 9"])
def test_a_client_hears_it_too(agreed: Talk, goal: Goal, text: str) -> None:
    heard = {"cijfer": "9"} if "9" in text else {"level": "-2"}
    agreed.types("check-in", "checkin_start").types(text, "checkin_score", **heard)

    assert agreed.said == ["utter_no_such_level", "utter_ask_score"]


def test_an_amount_is_no_level(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("5 keer te laat", "checkin_score")

    assert agreed.said == ["utter_ask_meant"]
    assert agreed.titles[0].startswith("-1")


def test_a_bare_number_where_a_score_is_asked_is_no_grade_for_the_help(
    agreed: Talk, goal: Goal
) -> None:
    agreed.types("check-in", "checkin_start").types("7", "rate_instrument", cijfer="7")

    assert "utter_ask_instrument" not in agreed.said
    assert agreed.dialogue.step in ("score", "score_meant")


def test_a_command_where_a_score_is_asked_is_no_news(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("check-in", "checkin_start")

    assert "utter_score_beside" not in agreed.said
