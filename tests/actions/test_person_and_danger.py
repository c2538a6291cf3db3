"""A wish for a person and danger: what is asked, who hears of it, and back to where it was."""

import pytest

from caseload.requests import open_requests, requests_for_coach
from catalogue.known import Known
from tests.actions.talk import DEBTS, NOW, Talk

ASKED = f"kenmerk:{DEBTS}"
TELL = ["Ja, laat het weten", "Nee, vertel niets", "Er is geen gevaar"]


def test_a_wish_for_a_person_is_stored_for_the_coach(client: Talk, coach: Talk) -> None:
    client.asked("form").types("ik wil iemand spreken", "human_contact")
    assert client.said == ["utter_ask_request"]
    client.types("mijn uitkering is gestopt", "find_instrument", kenmerken={DEBTS: "uitkering"})

    assert client.said == ["utter_request_stored_coach", "utter_ask_form"]
    assert "Sandra" in client.text
    assert coach.who.person_id is not None
    (request,) = requests_for_coach(coach.session, coach.who.person_id)
    assert (request.kind, request.sentence) == ("person", "mijn uitkering is gestopt")
    assert request.created_at == NOW
    assert client.known == Known()


def test_a_wish_needs_no_words(visitor: Talk) -> None:
    visitor.at("open").types("ik wil iemand spreken", "human_contact").presses("Bel mij gewoon")

    assert visitor.said == ["utter_request_stored", "utter_ask_open"]
    (request,) = open_requests(visitor.session)
    assert request.sentence == ""


def test_a_wish_can_be_taken_back(visitor: Talk) -> None:
    visitor.at("open").types("ik wil iemand spreken", "human_contact").presses("Toch niet")

    assert visitor.said == ["utter_request_dropped", "utter_ask_open"]
    assert open_requests(visitor.session) == []


def test_an_unsure_no_is_the_sentence(visitor: Talk) -> None:
    visitor.at("request", before="open").types("niet alleen geld", "deny", confidence=0.5)

    (request,) = open_requests(visitor.session)
    assert request.sentence == "niet alleen geld"


def test_after_a_wish_the_list_is_not_shown_again(visitor: Talk) -> None:
    visitor.advised().types("ik wil iemand spreken", "human_contact").types("bel mij")

    assert visitor.dialogue.step == "advice"
    assert "utter_advice" not in visitor.said


def test_danger_tells_nobody_without_a_yes(client: Talk) -> None:
    client.asked("form").types("ik wil niet meer leven", "crisis", confidence=0.4)

    assert client.said == ["utter_crisis", "utter_crisis_tell_coach"]
    assert all(number in client.text for number in ("112", "113", "0800-0113", "0800-2000"))
    assert "Sandra" in client.text
    assert client.titles == TELL
    assert open_requests(client.session) == []


def test_danger_is_told_to_the_coach_after_a_yes(client: Talk, coach: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis").presses("Ja, laat het weten")

    assert client.said == ["utter_request_stored_coach"]
    assert coach.who.person_id is not None
    (request,) = requests_for_coach(coach.session, coach.who.person_id)
    assert request.kind == "danger"


@pytest.mark.parametrize("typed", [True, False])
def test_danger_stays_quiet_after_a_no(visitor: Talk, typed: bool) -> None:
    visitor.asked("form").types("ik wil dood", "crisis")
    visitor.types("nee", "deny") if typed else visitor.presses("Nee, vertel niets")

    assert visitor.said == ["utter_after_danger"]
    assert visitor.titles == ["Er is geen gevaar"]
    assert open_requests(visitor.session) == []


def test_after_danger_the_dialogue_goes_on_where_it_was(visitor: Talk) -> None:
    visitor.asked("form").types("ik wil dood", "crisis").types("alleen", "refine_practical")

    assert visitor.known.form == "alone"
    assert visitor.dialogue.before is None


def test_a_coach_is_told_what_to_do_and_nothing_is_asked(coach: Talk) -> None:
    coach.at("open").types("hij wil niet meer leven", "crisis")

    assert coach.said == ["utter_crisis", "utter_crisis_coach"]
    assert coach.titles == ["Er is geen gevaar"]


def test_a_step_back_takes_the_wish_back(visitor: Talk) -> None:
    visitor.asked("form").types("een mens graag", "human_contact")
    visitor.types("een stap terug", "step_back")

    assert visitor.said == ["utter_request_dropped", "utter_ask_form"]
    assert open_requests(visitor.session) == []


def test_a_stored_wish_is_not_asked_again_by_a_step_back(visitor: Talk) -> None:
    visitor.asked("form").types("een mens graag", "human_contact").types("bel mij")
    visitor.types("een stap terug", "step_back")

    assert visitor.dialogue.step != "request"


def test_a_person_asked_for_after_danger_comes_back_to_the_list(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("ik wil dood", "crisis").types("een mens graag", "human_contact").types("bel mij")
    visitor.types("wat kan je", "help").types("geen idee", "unsure")

    assert visitor.dialogue.step == "advice"
    assert visitor.dialogue.shown == shown


def test_before_who_to_call_nothing_else_is_said(visitor: Talk) -> None:
    visitor.at("open").types("ik wil dood, het mag niks kosten", "crisis", max_kosten="0")
    assert visitor.said[0] == "utter_crisis"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("weet ik niet", "unsure"),
        ("hoe bedoel je", "explain_term"),
        ("wat gebeurt er als ik ja zeg?", "affirm"),
        ("wat doet mijn coach dan?", "human_contact"),
        ("snap het niet", "nlu_fallback"),
    ],
)
def test_what_is_no_yes_and_no_no_keeps_the_question_open(
    client: Talk, words: str, intent: str
) -> None:
    client.asked("form").types("ik wil dood", "crisis").types(words, intent)

    assert open_requests(client.session) == []
    assert "Sandra het bij het volgende gesprek met mij" in client.text
    assert "bel dan zelf" in client.text
    assert client.said[-1] == "utter_crisis_tell_coach"
    assert client.titles == TELL
    client.presses("Ja, laat het weten")
    assert len(open_requests(client.session)) == 1


def test_after_danger_the_name_of_the_coach_is_told(client: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis").types("hoe heet mijn coach?", "human_contact")

    assert client.text.startswith("Je coach is Sandra")
    assert client.titles == TELL


def test_whoever_reads_it_at_the_gemeente_is_told_to_a_stranger(visitor: Talk) -> None:
    visitor.at("open").types("ik wil dood", "crisis").types("hoezo?")

    assert "leest iemand van de gemeente" in visitor.text
    assert visitor.titles == TELL


def test_ok_after_the_question_is_closed_tells_nobody(client: Talk) -> None:
    client.asked("form").types("ik wil dood", "crisis").types("nee", "deny").types("ok", "affirm")

    assert open_requests(client.session) == []


def test_a_yes_is_told_once(client: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis").types("ja", "affirm").types("ok", "affirm")

    assert len(open_requests(client.session)) == 1


def test_another_aside_asks_it_again(client: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis").types("dank je", "thanks")

    assert client.titles == TELL


@pytest.mark.parametrize("words", ["wat moet ik nu doen?", "en nu?", "wat moet ik doen"])
def test_who_asks_what_to_do_gets_the_numbers_again(client: Talk, coach: Talk, words: str) -> None:
    for talk in (client, coach):
        talk.at("open").types("wil niet meer leven", "crisis").types(words, "help")

        assert "112" in talk.text
        assert "113" in talk.text
    assert client.titles == TELL
    client.types("nee", "deny").types(words)
    assert "112" in client.text


def test_a_new_story_after_danger_goes_on(client: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis")
    client.types("ik heb schulden", "find_instrument", kenmerken={DEBTS: "schulden"})

    assert client.dialogue.pending == (DEBTS,)


def test_an_answer_to_the_question_of_before_goes_on(visitor: Talk) -> None:
    visitor.asked("route").types("ik wil dood", "crisis")
    visitor.types("ik wil meteen werk zoeken", "find_instrument", route="work_first")

    assert visitor.known.route == "C"
