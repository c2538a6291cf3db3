"""A word or two are heard for what they mean here, and not for what they sound like alone."""

import pytest

from catalogue.choices import last
from tests.actions.talk import DEBTS, Talk, card

TWO = {"wanted": frozenset({DEBTS}), "gemeente": "Tiel", "route": "A"}
PLEASED = [
    ("fijn", "bye"),
    ("leuk", "out_of_scope"),
    ("makkelijk", "explain_term"),
    ("helpt mij", "frustration"),
    ("is leuk", "prefer_not_say"),
]


@pytest.mark.parametrize(("text", "intent"), [*PLEASED, ("mooi", "thanks")])
def test_a_reason_of_a_word_is_a_reason(visitor: Talk, text: str, intent: str) -> None:
    visitor.advised().types("1", "choose", instrument="1").types(text, intent)
    (choice,) = last(visitor.session, 9)
    assert choice.argument == text


@pytest.mark.parametrize(("text", "intent"), PLEASED)
def test_who_is_pleased_with_the_list_keeps_it(visitor: Talk, text: str, intent: str) -> None:
    assert visitor.advised().types(text, intent).said == ["utter_list_still"]


@pytest.mark.parametrize(("text", "intent"), [("doei", "bye"), ("mooi weer", "out_of_scope")])
def test_a_goodbye_and_small_talk_stay(visitor: Talk, text: str, intent: str) -> None:
    assert visitor.advised().types(text, intent).said[0] != "utter_list_still"


@pytest.mark.parametrize("text", ["ja", "ok"])
def test_a_yes_to_nothing_leaves_the_list(visitor: Talk, text: str) -> None:
    visitor.advised().types(text, "affirm")
    assert visitor.said == ["utter_list_still"]
    assert visitor.dialogue.chosen is None


@pytest.mark.parametrize(
    ("text", "intent", "line"),
    [
        ("waar is dit", "help", "Waar: "),
        ("wanneer", "out_of_scope", "Start: "),
        ("hoelang?", "nlu_fallback", "Hoe lang: "),
        ("hoeveel geld", "report", "Kosten: "),
        ("met wie", "human_contact", "Wie: "),
    ],
)
def test_a_bare_question_is_about_the_one_that_was_read(
    visitor: Talk, text: str, intent: str, line: str
) -> None:
    visitor.advised().presses("Meer over 2").types(text, intent)
    assert visitor.said == ["utter_aspect"]
    assert card(visitor, visitor.dialogue.shown[1]).kind in visitor.text
    assert line in visitor.text


def test_a_bare_question_over_a_list_asks_of_which(visitor: Talk) -> None:
    visitor.advised().types("wanneer", "out_of_scope")
    assert visitor.said == ["utter_ask_which"]
    visitor.sends(visitor.buttons[0].payload)
    assert "Start: " in visitor.text


@pytest.mark.parametrize(
    ("text", "intent"), [("nu", "stop"), ("vandaag", "out_of_scope"), ("volgende week", "bye")]
)
def test_how_soon_ends_nothing_where_it_is_asked(visitor: Talk, text: str, intent: str) -> None:
    visitor.asked("max_wait").types(text, intent)
    assert visitor.known.max_wait is not None


@pytest.mark.parametrize(("text", "intent"), [("nu", "stop"), ("snel", "find_instrument")])
def test_how_soon_over_a_list_is_a_limit(visitor: Talk, text: str, intent: str) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=("route", *"abcde")).types(text, intent)
    assert visitor.said[0] == "utter_noted"
    assert "start binnen" in visitor.text


def test_nu_elsewhere_is_as_ever(visitor: Talk) -> None:
    assert "utter_goodbye_empty" in visitor.at("open").types("nu", "stop").said


@pytest.mark.parametrize("intent", ["deny", "more_options"])
def test_a_no_with_a_limit_is_no_wish_for_the_next_list(visitor: Talk, intent: str) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), asked=("route", *"abcde"))
    visitor.types("nee, in Tiel", intent, gemeente="Tiel")
    assert visitor.said == ["utter_noted", "utter_advice"]
    assert visitor.dialogue.seen == ()


@pytest.mark.parametrize("text", ["groep mag", "ja groep goed"])
def test_a_group_that_may_be_takes_alone_away(visitor: Talk, text: str) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), form="alone").types(text)
    assert visitor.known.form is None


@pytest.mark.parametrize("intent", ["pause_prompts", "nlu_fallback", "refine_practical"])
def test_a_length_alone_over_a_list_is_a_limit(visitor: Talk, intent: str) -> None:
    visitor.advised(**TWO).types("12 weken", intent)
    assert visitor.known.max_weeks == 12
    assert visitor.said[0] == "utter_noted"


@pytest.mark.parametrize(("question", "text"), [("form", "groep nee"), ("route", "groep nee")])
def test_a_no_behind_a_group_is_a_no_to_it(visitor: Talk, question: str, text: str) -> None:
    visitor.asked(question).types(text, "deny")
    assert visitor.known.form == "alone"
    assert "route" not in visitor.known.open


@pytest.mark.parametrize("intent", ["more_options", "nlu_fallback"])
def test_the_other_one_after_reading_of_one_is_read_too(visitor: Talk, intent: str) -> None:
    first, second = visitor.advised(**TWO).dialogue.shown
    visitor.presses("Meer over 2").types("nee die andere", intent)
    assert visitor.said == ["utter_details"]
    assert visitor.dialogue.focus == first
    visitor.types("en die andere", intent)
    assert visitor.dialogue.focus == second


def test_of_three_it_is_asked_of_which_other_one(visitor: Talk) -> None:
    visitor.advised().presses("Meer over 1").types("die andere", "more_options")
    assert visitor.said == ["utter_ask_which"]
