"""One more topic is asked over a list."""

import pytest

from tests.actions.talk import APPLYING, DEBTS, Talk

VAK = "1.2"


@pytest.mark.parametrize("intent", ["nlu_fallback", "explain_term", "find_instrument"])
def test_a_topic_that_was_heard_comes_into_the_list(visitor: Talk, intent: str) -> None:
    visitor.advised()
    visitor.types("en hulp bij solliciteren?", intent, kenmerken={APPLYING: "solliciteren"})

    assert visitor.said == ["utter_also_heard", "utter_advice"]
    assert visitor.known.wanted == {DEBTS, APPLYING}


def test_one_that_is_not_sure_is_asked_and_then_comes_into_the_list(visitor: Talk) -> None:
    visitor.advised()
    visitor.types("en iets met omscholing?", candidates=(VAK, "4.2"))
    assert visitor.said == ["utter_guess", "utter_ask_chips"]
    assert "een vak of diploma" in visitor.text

    visitor.presses("Klopt")
    assert visitor.known.wanted == {DEBTS, VAK}


def test_who_meant_something_else_has_the_list_still(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("en iets met omscholing?", candidates=(VAK,)).presses("Ik bedoel iets anders")

    assert visitor.said == ["utter_tell_again", "utter_list_still"]
    assert visitor.known.wanted == {DEBTS}
    assert visitor.dialogue.shown == shown


def test_what_the_list_is_about_already_changes_nothing(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("ook iets met schulden?", kenmerken={DEBTS: "schulden"})

    assert visitor.said == ["utter_explain", "utter_list_still"]
    assert "Daar let ik al op: geldzorgen" in visitor.text
    assert visitor.dialogue.shown == shown


def test_what_there_is_for_a_topic_is_asked_of_the_list_too(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({APPLYING}))
    visitor.types("wat heb je voor schulden?")
    assert visitor.known.wanted == {DEBTS, APPLYING}


def test_what_there_is_for_me_is_no_topic(visitor: Talk) -> None:
    visitor.advised().types("wat heb je voor mij?", candidates=(VAK,))
    assert visitor.known.wanted == {DEBTS}
    assert "utter_guess" not in visitor.said


def test_a_value_is_no_topic(visitor: Talk) -> None:
    visitor.advised()
    visitor.types("iets voor vrouwen", "refine_practical", doelgroep="vrouwen", candidates=(VAK,))

    assert visitor.known.doelgroepen == {"vrouwen"}
    assert visitor.known.wanted == {DEBTS}


def test_alone_is_how_and_not_a_problem(visitor: Talk) -> None:
    for begin in (visitor.advised, lambda: visitor.advised().asked("form")):
        begin()
        visitor.types("alleen", "refine_practical", kenmerken={"2.1": "alleen"})
        assert visitor.known.form == "alone"
        assert visitor.known.wanted == {DEBTS}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wat voor weer wordt het morgen", "out_of_scope"),
        ("iets voor in plan: zelfstandig reizen, meetbaar", "standard_goals"),
        ("hulp bij deze app", "help"),
    ],
)
def test_what_only_begins_like_it_is_no_topic(coach: Talk, text: str, intent: str) -> None:
    coach.advised().types(text, intent, candidates=(VAK,))
    assert "utter_guess" not in coach.said


def test_both_forms_are_fine_where_none_was_asked(coach: Talk) -> None:
    coach.advised().types("groep mag ook", "refine_practical")
    assert coach.said == ["utter_list_still"]
    assert coach.known.form is None


@pytest.mark.parametrize("intent", ["nlu_fallback", "find_instrument", "refine_practical"])
def test_no_group_in_a_case_is_a_condition(coach: Talk, intent: str) -> None:
    text = "vr 45, taal zwak, solliciteren, geen groep"
    coach.at("open").types(text, intent, kenmerken={APPLYING: "solliciteren"})
    assert coach.known.form == "alone"
