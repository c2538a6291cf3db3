"""What the search cannot do is said at once, and what was asked stays open."""

import pytest

from tests.actions.talk import DEBTS, Talk


@pytest.mark.parametrize(
    "text", ["alleen ochtend", "ik kan alleen in de ochtend", "alleen overdag"]
)
def test_a_time_of_the_day_narrows_nothing_and_the_list_stays(visitor: Talk, text: str) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types(text, "refine_practical")

    assert visitor.said == ["utter_no_times", "utter_list_still"]
    assert visitor.dialogue.shown == shown


def test_at_a_question_the_question_is_put_again(visitor: Talk) -> None:
    visitor.asked("max_wait").types("alleen ochtend", "refine_practical")
    assert visitor.said[-2:] == ["utter_no_times", "utter_ask_max_wait"]


@pytest.mark.parametrize("text", ["liever betaald", "betaald werk graag"])
def test_pay_is_not_searched_and_a_job_is_offered(visitor: Talk, text: str) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), route="A").types(text, "refine_practical")
    assert visitor.said == ["utter_no_pay", "utter_list_still"]
    assert visitor.presses("Meteen werk zoeken").known.route == "C"


def test_who_looks_for_a_job_already_is_offered_nothing(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), route="C").types("liever betaald")
    assert "Meteen werk zoeken" not in visitor.titles


@pytest.mark.parametrize(
    "text", ["kan ik ook zonder bellen?", "ik wil niet bellen", "moet ik bellen"]
)
def test_who_does_not_want_to_call_is_not_asked_to_be_called(visitor: Talk, text: str) -> None:
    visitor.advised().types(text, "human_contact")
    assert visitor.said == ["utter_no_calling", "utter_list_still"]
    assert visitor.dialogue.step == "advice"


def test_who_wants_a_call_still_gets_one(visitor: Talk) -> None:
    visitor.advised().types("kan iemand mij bellen", "human_contact")
    assert visitor.said == ["utter_ask_request"]


@pytest.mark.parametrize(
    ("text", "intent", "told"),
    [
        ("mijn vingers zijn stijf in de ochtend", "find_instrument", {"3.2.2": "stijf"}),
        ("zondag om zeven uur 's avonds", "change_prompt_time", {}),
        ("fijne avond", "bye", {}),
    ],
)
def test_a_time_of_the_day_that_is_no_wish_is_heard_as_it_is(
    visitor: Talk, text: str, intent: str, told: dict[str, str]
) -> None:
    assert "utter_no_times" not in visitor.advised().types(text, intent, kenmerken=told).said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("niet online", "online"),
        ("kan het ook op afstand", "online"),
        ("max 12 uur per week", "uren per week"),
    ],
)
def test_what_no_fact_can_tell_adds_no_topic(coach: Talk, text: str, told: str) -> None:
    shown = coach.advised().dialogue.shown
    coach.types(text, "refine_practical", kenmerken={"1.3.4": text})

    assert coach.said == ["utter_explain", "utter_list_still"]
    assert told in coach.text
    assert coach.dialogue.shown == shown
    assert coach.known.wanted == {DEBTS}
