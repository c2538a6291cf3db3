import pytest

from caseload.requests import open_requests
from catalogue.kenmerken import Taxonomy
from catalogue.known import Known
from tests.actions.talk import DEBTS, PHRASES, TAXONOMY, Talk


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("wat is een proefplaatsing", "werk je even op proef"),
        ("Wat betekent re-integratie?", "weer op weg gaan naar werk"),
        ("wat is een werkcach", "Een werkcoach helpt je"),
    ],
)
def test_a_word_of_the_trade_is_explained(visitor: Talk, asked: str, part: str) -> None:
    visitor.asked("form").types(asked, "explain_term", term=asked.rstrip("?").split()[-1])

    assert visitor.said == ["utter_explain", "utter_ask_form"]
    assert part in visitor.text


def test_every_word_of_the_glossary_explains_itself(visitor: Talk) -> None:
    for word, text in PHRASES.glossary.items():
        assert text in visitor.types(f"wat is {word}", "explain_term").text


def test_kenmerken_and_routes_are_explained(visitor: Talk, taxonomy: Taxonomy) -> None:
    kenmerk, route = taxonomy.kenmerken[DEBTS], taxonomy.routes[0]

    assert kenmerk.explanation in visitor.types(f"wat is {kenmerk.label}", "explain_term").text
    assert route.explanation in visitor.types(f"wat is {route.button}", "explain_term").text


def test_an_unknown_word_is_honestly_unknown(visitor: Talk) -> None:
    visitor.asked("form").types("wat is een flurkel", "explain_term", term="flurkel")

    assert visitor.said == ["utter_word_unknown", "utter_ask_form"]


def test_a_word_on_the_list_leaves_the_list(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("wat is een traject", "explain_term", term="traject")

    assert visitor.said == ["utter_explain", "utter_list_still"]
    assert visitor.dialogue.shown == shown


def test_a_person_asked_for_twice_is_one_wish(visitor: Talk) -> None:
    visitor.asked("form").types("mens", "human_contact").types("gewoon een mens", "human_contact")

    (request,) = open_requests(visitor.session)
    assert request.sentence == "gewoon een mens"
    assert visitor.said[-1] == "utter_ask_form"


def test_danger_twice_keeps_the_place(visitor: Talk) -> None:
    visitor.asked("form").types("ik wil dood", "crisis").types("ik meen het", "crisis")
    assert visitor.said == ["utter_crisis", "utter_crisis_tell"]

    assert visitor.types("alleen", "refine_practical").known.form == "alone"


@pytest.mark.parametrize("step", ["open", "chips", "question", "advice", "argument", "request"])
def test_danger_stops_the_dialogue_at_every_step(visitor: Talk, step: str) -> None:
    visitor.at(step, question="form", pending=(DEBTS,), chosen="R01", before="open")
    visitor.types("ik maak er een eind aan", "crisis", confidence=0.35)

    assert visitor.said == ["utter_crisis", "utter_crisis_tell"]
    assert visitor.titles == ["Ja, laat het weten", "Nee, vertel niets", "Er is geen gevaar"]


def test_everything_known_is_told(visitor: Talk) -> None:
    visitor.known = Known(wanted=frozenset({DEBTS}), gemeente="Tiel", route="C", max_weeks=8)
    visitor.asked("form").types("wat weet je van mij", "privacy_view")

    assert visitor.said == ["utter_privacy_view", "utter_ask_form"]
    for part in ("geldzorgen", "in Tiel", "meteen werk zoeken", "hooguit 8 weken"):
        assert part in visitor.replies[0].variables["known"]


def test_nothing_known_is_told_too(visitor: Talk) -> None:
    assert (
        visitor.types("wat weet je van mij", "privacy_view").said[0] == "utter_privacy_view_empty"
    )


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("route", "Meteen werk zoeken"),
        (f"kenmerk:{DEBTS}", "opvang"),
        ("gemeente", "dichtbij"),
        ("form", "begeleider"),
        ("max_wait", "wachten"),
        ("max_weeks", "lang"),
    ],
)
@pytest.mark.parametrize("asked", ["wat is dat", "hoe bedoel je?"])
def test_what_is_that_explains_what_is_asked(
    visitor: Talk, question: str, part: str, asked: str
) -> None:
    visitor.asked(question).types(asked, "explain_term")

    assert visitor.said[0] == "utter_explain"
    assert part in visitor.replies[0].variables["explanation"]
    assert len(visitor.said) == 2


def test_what_is_that_explains_the_first_chip(visitor: Talk, taxonomy: Taxonomy) -> None:
    visitor.at("chips", pending=(DEBTS,)).types("wat is dat", "explain_term")

    assert visitor.replies[0].variables["explanation"] == taxonomy.kenmerken[DEBTS].explanation


def test_not_understanding_a_list_tells_what_to_tap(visitor: Talk) -> None:
    visitor.advised().types("wat is dit", "explain_term")
    assert "‘Meer over 1’" in visitor.text

    visitor.simple = True
    assert "‘Meer over 1’" in visitor.types("ik snap het niet", "explain_term").text


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("ik niet begrijp", "nlu_fallback"),
        ("sorry ik vraag niet begrijp", "deny"),
        ("begrijp niet", "unsure"),
        ("ik snap het niet", "explain_term"),
    ],
)
def test_who_does_not_follow_gets_the_question_in_simpler_words(
    visitor: Talk, words: str, intent: str
) -> None:
    visitor.asked(f"kenmerk:{DEBTS}").types(words, intent)
    simple = TAXONOMY.kenmerken[DEBTS].question.client.simple

    assert visitor.said == ["utter_simpler", "utter_ask_kenmerk"]
    assert simple in visitor.text
    assert not visitor.known.knows(f"kenmerk:{DEBTS}")


def test_who_says_that_it_is_a_bot_gets_no_no(visitor: Talk) -> None:
    visitor.asked("form").types("jij bent een bot toch", "bot_challenge")

    assert visitor.text.startswith("Ik ben een computer, geen mens.")
