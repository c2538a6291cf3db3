"""What was just chosen is changed for another one: that is no reason, and no second choice."""

import pytest

from catalogue.choices import last
from tests.actions.talk import DEBTS, Talk

TWO = {"wanted": frozenset({DEBTS}), "gemeente": "Tiel", "route": "A"}
OTHER = ["nee die andere", "die andere", "toch liever de andere", "andere", "oh nee de andere"]


def chose_the_first(talk: Talk, **known: object) -> tuple[str, ...]:
    shown = talk.advised(**known).dialogue.shown
    talk.types("1", "choose", instrument="1")
    assert talk.dialogue.chosen == shown[0]
    return shown


@pytest.mark.parametrize("text", OTHER)
@pytest.mark.parametrize("intent", ["more_options", "nlu_fallback", "deny"])
def test_of_two_the_other_one_is_clear(visitor: Talk, text: str, intent: str) -> None:
    _, second = chose_the_first(visitor, **TWO)
    visitor.types(text, intent)
    assert visitor.said == ["utter_ask_argument"]
    assert visitor.dialogue.chosen == second
    assert not last(visitor.session, 9)


@pytest.mark.parametrize("text", OTHER)
def test_of_three_it_is_asked_which_other_one(visitor: Talk, text: str) -> None:
    shown = chose_the_first(visitor)
    visitor.types(text, "more_options")
    assert visitor.said == ["utter_ask_which"]
    assert len(visitor.buttons) == 2
    visitor.sends(visitor.buttons[1].payload)
    assert visitor.dialogue.chosen == shown[2]


@pytest.mark.parametrize(
    ("text", "intent", "pointing"),
    [
        ("ja die tweede toch", "choose", {"instrument": "2"}),
        ("ja die tweede toch", "affirm", {"instrument": "2"}),
        ("nee tweede beter", "deny", {"instrument": "2"}),
        ("tweede", "nlu_fallback", {"instrument": "2"}),
        ("nee 2", "deny", {"ruled_out": {"instrument": ("2",)}}),
        ("nee liever 2", "deny", {}),
        ("twee", "nlu_fallback", {}),
        ("nee 2 is beter", "checkin_score", {"direction": "better"}),
    ],
)
def test_another_number_is_chosen(
    visitor: Talk, text: str, intent: str, pointing: dict[str, object]
) -> None:
    shown = chose_the_first(visitor)
    visitor.types(text, intent, **pointing)
    assert visitor.dialogue.chosen == shown[1]
    assert visitor.said == ["utter_ask_argument"]
    assert not last(visitor.session, 9)


@pytest.mark.parametrize(("text", "intent"), [("3", "choose"), ("sorry de derde", "choose")])
def test_a_number_that_is_not_there_is_no_reason(visitor: Talk, text: str, intent: str) -> None:
    chose_the_first(visitor, **TWO)
    visitor.types(text, intent, instrument="3")
    assert visitor.said == ["utter_no_such_number", "utter_ask_argument"]
    assert not last(visitor.session, 9)


def test_the_same_number_again_is_no_reason(visitor: Talk) -> None:
    shown = chose_the_first(visitor)
    visitor.types("ja de eerste", "affirm", instrument="1")
    assert visitor.dialogue.chosen == shown[0]
    assert visitor.dialogue.step == "argument"


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("omdat de andere te ver is", {}),
        ("want de tweede is te duur", {"instrument": "2"}),
        ("ik wil andere mensen ontmoeten", {}),
        ("de eerste stap is belangrijk", {"instrument": "1"}),
    ],
)
def test_a_reason_that_speaks_of_another_one_is_a_reason(
    visitor: Talk, text: str, pointing: dict[str, str]
) -> None:
    chose_the_first(visitor)
    visitor.types(text, "nlu_fallback", **pointing)
    (choice,) = last(visitor.session, 9)
    assert choice.argument == text


def test_after_the_reason_the_other_one_takes_its_place(visitor: Talk) -> None:
    _, second = chose_the_first(visitor, **TWO)
    visitor.types("dat is dichtbij").types("nee die andere", "more_options")
    assert not last(visitor.session, 9)
    visitor.types("die past beter")
    (choice,) = last(visitor.session, 9)
    assert choice.instrument == second


@pytest.mark.parametrize("pressed", [True, False])
def test_something_else_where_a_reason_is_asked_is_another_list(
    visitor: Talk, pressed: bool
) -> None:
    shown = chose_the_first(visitor)
    if pressed:
        visitor.sends("/more_options")
    else:
        visitor.types("iets anders", "more_options")
    assert visitor.said == ["utter_advice"]
    assert not set(visitor.dialogue.shown) & set(shown)
    assert not last(visitor.session, 9)
