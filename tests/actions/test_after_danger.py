"""While danger stands: what is said of it stays with the person, and the question stays open."""

import pytest

from caseload.requests import open_requests
from catalogue.known import Known
from tests.actions.talk import DEBTS, SPEAKING, Talk

TELL = ["Ja, laat het weten", "Nee, vertel niets", "Er is geen gevaar"]
NO = "Er is geen gevaar"

STILL = [
    ("ik ben nog bang", "find_instrument", {SPEAKING: "bang"}),
    ("ik durf niet te bellen", "find_instrument", {SPEAKING: "durf niet te bellen"}),
    ("kinderen ook", "find_instrument", {DEBTS: "kinderen"}),
    ("mijn kinderen ook hier", "affirm", {DEBTS: "kinderen"}),
    ("ja hij is hier", "affirm", {}),
    ("nee hij slaapt nu", "deny", {}),
    ("over veilig huis", "refine_practical", {}),
    ("door wie? mijn man", "third_party_score", {}),
    ("hij komt zo thuis", "checkin_score", {}),
    ("geen telefoon geen beltegoed", "find_instrument", {DEBTS: "geen beltegoed"}),
    ("nee ik durf niet", "deny", {}),
    ("ik niet goed praten nederlands", "find_instrument", {SPEAKING: "praten"}),
]


@pytest.mark.parametrize(("words", "intent", "kenmerken"), STILL)
def test_what_belongs_to_the_danger_stays_with_the_person(
    client: Talk, words: str, intent: str, kenmerken: dict[str, str]
) -> None:
    client.asked("form").types("ik wil dood", "crisis").types(words, intent, kenmerken=kenmerken)

    assert "**112**" in client.text
    assert "Mag Sandra weten" in client.text
    assert client.titles == TELL
    assert client.known == Known()
    assert open_requests(client.session) == []
    client.types("ja", "affirm")
    assert [request.kind for request in open_requests(client.session)] == ["danger"]


def test_a_no_after_it_counts_as_well(client: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis").types("ik ben nog bang").types("nee", "deny")

    assert client.titles == [NO]
    assert open_requests(client.session) == []


@pytest.mark.parametrize("answer", ["Ja, laat het weten", "Nee, vertel niets"])
def test_who_to_call_is_told_after_the_answer_too(client: Talk, answer: str) -> None:
    client.at("open").types("ik wil dood", "crisis").presses(answer)
    told = len(open_requests(client.session))
    client.types("ik ben nog bang", "find_instrument", kenmerken={SPEAKING: "bang"})

    assert "**112**" in client.text
    assert client.titles == [NO]
    assert client.dialogue.pending == ()
    assert len(open_requests(client.session)) == told


def test_nobody_is_to_be_told(client: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis").types("nee niemand zeggen", "deny")

    assert client.titles == [NO]


def test_a_question_after_the_answer_gets_who_to_call(client: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis").presses("Nee, vertel niets")
    client.types("waar ik naartoe", "goals_list")

    assert "**112**" in client.text


def test_who_cannot_call_reads_how_else(visitor: Talk) -> None:
    visitor.at("open").types("ik wil dood", "crisis").types("ik durf niet te bellen")

    assert "113.nl" in visitor.text
    assert visitor.titles == TELL


@pytest.mark.parametrize(
    "words", ["ja graag", "ja mag", "is goed", "ok doe maar", "ja sandra mag het weten", "graag"]
)
def test_a_real_yes_tells_the_coach(client: Talk, words: str) -> None:
    client.at("open").types("ik wil dood", "crisis").types(words, "affirm")

    assert len(open_requests(client.session)) == 1


@pytest.mark.parametrize(
    "words",
    ["ok", "goed", "ja maar niet aan mijn man", "ja soms", "mag mijn coach alles weten?"],
)
def test_what_is_no_real_yes_is_asked_again(client: Talk, words: str) -> None:
    client.at("open").types("ik wil dood", "crisis").types(words, "affirm")

    assert open_requests(client.session) == []
    assert client.titles == TELL


def test_a_story_about_work_goes_on(client: Talk) -> None:
    client.at("open").types("ik ga dood", "crisis")
    client.types("ik durf niet te solliciteren", "find_instrument", kenmerken={SPEAKING: "durf"})

    assert client.dialogue.pending == (SPEAKING,)


def test_a_person_is_asked_for_in_danger_too(client: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis").types("ik ben bang, bel mij", "human_contact")

    assert client.said == ["utter_ask_request"]


GOING_ON = [
    *("we gaan verder", "ok door met de casus", "oké, verder", "terug naar de lijst"),
    *("dank je, ik heb gebeld, door", "prima. laten we verder gaan met zoeken", "ga door"),
]


@pytest.mark.parametrize("words", GOING_ON)
@pytest.mark.parametrize("intent", ["choose", "bye", "affirm", "nlu_fallback"])
def test_a_coach_goes_on_with_the_list(coach: Talk, words: str, intent: str) -> None:
    shown = coach.advised().dialogue.shown
    coach.types("hij wil niet meer leven", "crisis").types(words, intent)

    assert coach.text.startswith("Goed, we gaan verder.")
    assert coach.said[-1] == "utter_list_still"
    assert (coach.dialogue.step, coach.dialogue.shown) == ("advice", shown)


def test_the_case_that_alarmed_is_searched_when_its_coach_goes_on(coach: Talk) -> None:
    case = "mw 30, Tiel, geldzorgen, ex slaat haar"
    coach.at("open").types(case, "crisis", kenmerken={DEBTS: "geldzorgen"}, gemeente="Tiel")
    coach.types("ok door met de casus", "choose")

    assert "utter_advice" in coach.said
    assert (coach.known.wanted, coach.known.gemeente) == ({DEBTS}, "Tiel")


def test_the_case_is_searched_that_began_it(coach: Talk) -> None:
    case = {"kenmerken": {DEBTS: "geldzorgen"}, "gemeente": "Tiel"}
    coach.at("open").types("mw 30, Tiel, geldzorgen, ex slaat haar", "crisis", **case)
    coach.types("de politie is gebeld", "crisis").types("hij bedreigt haar weer", "crisis")
    coach.types("we gaan verder")

    assert coach.known.gemeente == "Tiel"


@pytest.mark.parametrize(
    "words", ["ik heb 113 gebeld", "politie komt", "de politie is gebeld", "ik gebeld 112"]
)
@pytest.mark.parametrize("intent", ["crisis", "human_contact", "nlu_fallback"])
def test_who_called_is_not_told_to_call(client: Talk, words: str, intent: str) -> None:
    client.at("open").types("ik wil dood", "crisis").types(words, intent)

    assert client.text.startswith("Goed dat er gebeld is.")
    assert client.titles == TELL


@pytest.mark.parametrize(
    "words", ["hij heeft mij gebeld hij komt", "ik heb niet gebeld", "politie komt niet"]
)
def test_no_help_is_no_call(client: Talk, words: str) -> None:
    client.at("open").types("ik wil dood", "crisis").types(words)

    assert "Goed dat er gebeld is" not in client.text
    assert "112" in client.text


@pytest.mark.parametrize("intent", ["unsure", "help", "out_of_scope", "frustration"])
def test_a_coach_who_does_not_know_how_is_not_left_with_a_question(
    coach: Talk, intent: str
) -> None:
    coach.asked("route").types("hij wil dood", "crisis").types("wat zeg ik tegen hem", intent)

    assert "**113**" in coach.text
    assert "utter_ask_route" not in coach.said
    assert "Je bent niet alleen" not in coach.text


@pytest.mark.parametrize("intent", ["instrument_details", "goals_list", "why_this"])
def test_a_question_without_a_list_is_about_the_yes(visitor: Talk, intent: str) -> None:
    visitor.at("open").types("ik wil dood", "crisis").types("wie komt dan?", intent)

    assert "leest iemand van de gemeente" in visitor.text
    assert visitor.titles == TELL


@pytest.mark.parametrize("words", ["ja", "nee"])
def test_at_the_first_words_an_answer_gets_no_introduction(visitor: Talk, words: str) -> None:
    visitor.types("ik wil dood", "crisis").types(words, "affirm" if words == "ja" else "deny")

    assert "utter_introduction" not in visitor.said


def test_what_alarmed_is_no_reason_of_a_coach_who_goes_on(coach: Talk) -> None:
    coach.advised().types("ik kies de eerste", "choose", instrument="1")
    assert coach.said[-1] == "utter_ask_argument"
    coach.types("hij wil niet meer leven", "crisis").types("we gaan verder")

    assert coach.said == ["utter_explain", "utter_ask_argument"]


def test_a_client_goes_on_and_nobody_is_told(client: Talk) -> None:
    client.asked("form").types("ik wil dood", "crisis").types("verder", "affirm")

    assert client.said == ["utter_explain", "utter_ask_form"]
    assert open_requests(client.session) == []


def test_life_that_cannot_go_on_is_no_going_on(client: Talk) -> None:
    client.asked("form").types("ik wil dood", "crisis").types("ik kan niet verder", "nlu_fallback")

    assert client.titles == TELL
