"""A message that was wrongly taken for danger: one kind sentence, and it is heard after all."""

from typing import Any

import pytest

from actions.hearing import hear
from tests.actions.talk import DEBTS, SPEAKING, Talk

NO = "Er is geen gevaar"
SAFE = "Fijn dat je veilig bent."


def meant(intent: str) -> tuple[tuple[str, float], ...]:
    """What the model holds for likeliest behind danger."""
    return (("crisis", 0.98), (intent, 0.01))


def test_what_was_told_is_asked_back_as_ever(visitor: Talk) -> None:
    visitor.at("open").types("weinig geld en een kind", "crisis", kenmerken={DEBTS: "weinig geld"})
    visitor.presses(NO)

    assert visitor.said == ["utter_explain", "utter_ask_chips"]
    assert visitor.text.startswith(SAFE)
    assert visitor.dialogue.pending == (DEBTS,)


def test_a_case_of_a_coach_is_searched_with_all_that_it_says(coach: Talk) -> None:
    case = "mw 30, Tiel, geldzorgen, ooit misbruikt, geen groep, hooguit 8 weken"
    told = {"gemeente": "Tiel", "max_weken": "8"}
    coach.at("open").types(case, "crisis", kenmerken={DEBTS: "geldzorgen"}, **told)
    assert coach.said == ["utter_crisis", "utter_crisis_coach"]
    assert coach.known.gemeente is None
    coach.presses(NO)

    assert coach.text.startswith("Fijn dat er geen gevaar is.")
    assert "utter_advice" in coach.said
    assert (coach.known.wanted, coach.known.gemeente) == ({DEBTS}, "Tiel")
    assert coach.known.max_weeks == 8


def test_a_condition_over_a_list_counts(visitor: Talk) -> None:
    words, ranking = "ik spring als het meer dan 8 weken duurt", meant("refine_practical")
    visitor.advised().types(words, "crisis", ranking=ranking, max_weken="8")
    assert visitor.known.max_weeks is None
    visitor.presses(NO)

    assert visitor.known.max_weeks == 8


def test_a_choice_is_one_after_all(visitor: Talk) -> None:
    words = "ik kies de eerste, anders ga ik dood"
    visitor.advised().types(words, "crisis", ranking=meant("choose"), instrument="1")
    visitor.presses(NO)

    assert visitor.said == ["utter_explain", "utter_ask_argument"]


def test_an_aside_gets_its_answer_after_all(client: Talk) -> None:
    client.at("open").types("bel mij, ik kan niet meer", "crisis", ranking=meant("human_contact"))
    client.presses(NO)

    assert client.said == ["utter_explain", "utter_ask_request"]


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("geen paniek", "find_instrument"),
        ("nee hoor, het gaat wel goed met mij!", "checkin_score"),
        ("alles goed hoor", "greet"),
        ("het was maar een grapje", "out_of_scope"),
        ("ik meen het niet", "crisis"),
        ("zo bedoelde ik het niet", "deny"),
        ("je begrijpt me verkeerd", "frustration"),
        ("nee er is nu echt geen gevaar", "deny"),
        ("het valt wel mee", "affirm"),
    ],
)
def test_whoever_types_that_there_is_no_danger_goes_on_too(
    client: Talk, words: str, intent: str
) -> None:
    client.at("open").types("weinig geld", "crisis", kenmerken={DEBTS: "weinig geld"})
    client.types(words, intent)

    assert client.text.startswith(SAFE)
    assert client.said[-1] == "utter_ask_chips"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("nee", "deny"),
        ("nee hoor", "deny"),
        ("het gaat niet goed", "checkin_score"),
        ("is goed", "affirm"),
        ("ik wil niet dood", "crisis"),
        ("het is voorbij met mij", "crisis"),
        ("er is geen gevaar maar ik wil dood", "crisis"),
    ],
)
def test_nothing_else_is_taken_for_a_denial(client: Talk, words: str, intent: str) -> None:
    client.at("open").types("weinig geld", "crisis", kenmerken={DEBTS: "weinig geld"})
    client.types(words, intent)

    assert SAFE not in client.text
    assert "utter_ask_chips" not in client.said


def test_a_no_to_telling_leaves_the_way_on_open(client: Talk) -> None:
    client.at("open").types("weinig geld", "crisis", kenmerken={DEBTS: "weinig geld"})
    client.presses("Nee, vertel niets").presses(NO)

    assert client.said == ["utter_explain", "utter_ask_chips"]


def test_danger_at_a_second_message_is_danger_again(visitor: Talk) -> None:
    visitor.at("open").types("weinig geld", "crisis", kenmerken={DEBTS: "weinig geld"})
    visitor.presses(NO).types("ik wil dood", "crisis")

    assert visitor.said[0] == "utter_crisis"
    assert "Zonder jouw ja" in visitor.text


def test_what_was_nothing_but_the_alarm_asks_on(visitor: Talk) -> None:
    visitor.asked("form").types("ik ga dood", "crisis").presses(NO)
    assert visitor.said == ["utter_explain", "utter_ask_form"]

    visitor.at("open").types("ik ga dood", "crisis").presses(NO)
    assert visitor.said == ["utter_explain", "utter_ask_open"]


def test_danger_that_was_a_button_is_not_heard_again(visitor: Talk) -> None:
    visitor.asked("form").sends("/crisis").presses(NO)

    assert visitor.said == ["utter_explain", "utter_ask_form"]


def test_a_place_beside_the_denial_is_kept(visitor: Talk) -> None:
    visitor.at("open").types("weinig geld", "crisis", kenmerken={DEBTS: "weinig geld"})
    visitor.types("nee geen gevaar, ik woon in Tiel", "deny", gemeente="Tiel")

    assert visitor.said[-1] == "utter_ask_chips"
    assert visitor.known.gemeente == "Tiel"


def test_at_the_first_words_the_kind_sentence_comes_before_the_introduction(visitor: Talk) -> None:
    visitor.types("weinig geld", "crisis", kenmerken={DEBTS: "weinig geld"}).presses(NO)

    assert visitor.said == ["utter_explain", "utter_introduction", "utter_ask_chips"]


def test_the_engine_says_what_is_heard_again() -> None:
    message = {"text": "weinig geld", "intent": {"name": "find_instrument", "confidence": 1.0}}

    assert hear({**message, "metadata": {"danger_denied": True}}).again
    assert not hear({**message, "metadata": {}}).again


COURSE = "ik zoek een taalcursus"


@pytest.mark.parametrize(
    "words",
    [
        f"er is geen gevaar, {COURSE}",
        f"nee geen gevaar {COURSE}",
        f"{COURSE}, er is geen gevaar",
        f"{COURSE} ik ben niet in gevaar",
        f"sorry, ik bedoelde het niet. {COURSE}",
        f"nee hoor alles goed ik ben veilig en {COURSE}",
        f"ik ben veilig, {COURSE}, er is geen gevaar",
    ],
)
@pytest.mark.parametrize("kenmerken", [{}, {SPEAKING: "taalcursus"}])
def test_a_wish_beside_the_denial_is_heard(
    client: Talk, words: str, kenmerken: dict[str, str]
) -> None:
    client.asked("form").types("weinig geld", "crisis", kenmerken={DEBTS: "weinig geld"})
    client.types(words, "deny", kenmerken=kenmerken)

    assert client.text.startswith(SAFE)
    assert client.heard[-1].text == COURSE
    assert not client.heard[-1].again


def test_fear_beside_the_denial_stays_with_the_person(client: Talk) -> None:
    client.at("open").types("ik wil dood", "crisis")
    client.types("nee geen gevaar maar ik ben wel bang", "deny")

    assert SAFE not in client.text
    assert "**112**" in client.text


@pytest.mark.parametrize(
    "words", ["geen gevaar", "er is geen gevaar", "nee ik ben niet in gevaar", "ik ben veilig hoor"]
)
@pytest.mark.parametrize("intent", ["deny", "find_instrument", "checkin_score", "nlu_fallback"])
def test_without_an_alarm_it_is_answered_and_the_question_stays(
    client: Talk, words: str, intent: str
) -> None:
    client.asked("form").types(words, intent)

    assert client.text.startswith(SAFE)
    assert client.said == ["utter_explain", "utter_ask_form"]


def test_without_an_alarm_a_wish_beside_it_is_heard(visitor: Talk) -> None:
    visitor.at("open").types(f"er is geen gevaar, {COURSE}", "deny")

    assert visitor.text.startswith(SAFE)
    assert visitor.heard[-1].text == COURSE


def test_a_place_without_a_topic_is_kept_and_the_question_is_open(coach: Talk) -> None:
    told = {"confidence": 0.97, "gemeente": "Tiel"}
    ranking = meant("find_instrument")
    coach.at("open").types("man, Tiel, denkt aan zelfmoord", "crisis", ranking=ranking, **told)
    coach.presses(NO)

    assert coach.said[-1] == "utter_ask_open"
    assert coach.known.gemeente == "Tiel"


def test_a_job_that_is_in_no_danger_is_a_story(visitor: Talk) -> None:
    words = "mijn baan is niet in gevaar, ik wil iets anders"
    visitor.at("open").types(words, "find_instrument", kenmerken={DEBTS: "iets anders"})

    assert SAFE not in visitor.text
    assert visitor.dialogue.pending == (DEBTS,)


@pytest.mark.parametrize(
    "unsure",
    [
        {"kenmerken": {}, "candidates": (DEBTS, SPEAKING)},
        {"kenmerken": {}, "ranking": meant("find_instrument")},
    ],
)
def test_what_is_unsure_when_it_is_heard_again_is_asked_openly(
    visitor: Talk, unsure: dict[str, Any]
) -> None:
    words = "het is allemaal zo donker en leeg bij mij in huis"
    visitor.at("open").types(words, "crisis", **unsure).presses(NO)

    assert visitor.said == ["utter_explain", "utter_ask_open"]


@pytest.mark.parametrize("words", ["ik wil niet meer leven", "ik maak er een einde aan"])
def test_after_words_of_death_nothing_cheerful_is_said(
    client: Talk, coach: Talk, words: str
) -> None:
    for talk in (client, coach):
        talk.at("open").types(words, "crisis").presses(NO)

        assert "Fijn" not in talk.text
        assert talk.text.count("113") == 1
    client.types("weinig geld", "crisis").presses(NO)
    assert client.text.startswith(SAFE)
