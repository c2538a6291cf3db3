"""Who is fed up or has sad news hears a kind line first, and then what can be done."""

import pytest

from tests.actions.talk import DEBTS, Talk


@pytest.mark.parametrize(
    "text", ["ik ben er klaar mee", "ik kap ermee", "ik heb er genoeg van", "ik geef het op"]
)
@pytest.mark.parametrize("intent", ["stop", "bye", "frustration", "nlu_fallback"])
def test_who_begins_fed_up_is_asked_what_is_the_matter(
    visitor: Talk, text: str, intent: str
) -> None:
    visitor.types(text, intent)
    assert visitor.said == ["utter_fed_up"]
    assert visitor.titles == ["Ik wil iemand spreken", "Ik wil stoppen"]
    assert visitor.dialogue.step == "open"


def test_said_again_it_is_a_wish_to_stop(visitor: Talk) -> None:
    visitor.types("ik ben er klaar mee", "stop").types("ik kap ermee", "stop")
    assert visitor.said == ["utter_goodbye_empty"]


def test_stop_still_stops_at_once(visitor: Talk) -> None:
    assert visitor.types("stop", "stop").said == ["utter_goodbye_empty"]


def test_danger_goes_before_it(visitor: Talk) -> None:
    visitor.types("ik ben er klaar mee, ik wil dood", "crisis")
    assert visitor.said[0] == "utter_crisis"


def test_at_a_list_it_stops(visitor: Talk) -> None:
    assert visitor.advised().types("ik kap ermee", "stop").said == ["utter_goodbye"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("mijn dochtertje is ziek", "utter_get_well"),
        ("mijn kind ligt in het ziekenhuis", "utter_get_well"),
        ("mijn vader is vorige week overleden", "utter_condolences"),
        ("ik kom net van een begrafenis", "utter_condolences"),
        ("ik heb vorig jaar mijn man verloren", "utter_condolences"),
        ("mn hond is dood", "utter_condolences"),
    ],
)
@pytest.mark.parametrize("intent", ["out_of_scope", "nlu_fallback"])
def test_sad_news_gets_a_kind_line_and_no_cold_no(
    visitor: Talk, text: str, line: str, intent: str
) -> None:
    visitor.at("open").types(text, intent, candidates=("2.1", "3.3"))
    assert visitor.said == [line, "utter_when_you_are_ready", "utter_ask_open"]


def test_a_score_with_its_reason_stays_a_score(client: Talk) -> None:
    client.at("open").types("3x te laat want mijn kind was ziek", "checkin_score")
    assert "utter_get_well" not in client.said


def test_a_story_with_sad_news_goes_on(visitor: Talk) -> None:
    visitor.at("open").types(
        "mijn man is net overleden en nu zit ik alleen",
        "find_instrument",
        kenmerken={"2.1": "nu zit ik alleen"},
    )
    assert visitor.said == ["utter_condolences", "utter_ask_chips"]


def test_the_list_stays_where_it_was(visitor: Talk) -> None:
    visitor.advised().types("mijn oma is gister overleden", "out_of_scope")
    assert visitor.said == ["utter_condolences", "utter_when_you_are_ready", "utter_list_still"]


def test_a_coach_tells_of_a_loss_as_part_of_a_case(coach: Talk) -> None:
    coach.at("open").types(
        "vr 45, man overleden, schulden", "find_instrument", kenmerken={DEBTS: "schulden"}
    )
    assert "utter_condolences" not in coach.said


@pytest.mark.parametrize("text", ["ik werk in de zorg met zieke mensen", "mijn vrouw is boos"])
def test_nothing_sad(visitor: Talk, text: str) -> None:
    visitor.at("open").types(text, "out_of_scope")
    assert visitor.said[0] == "utter_out_of_scope"


@pytest.mark.parametrize(
    "text", ["ik voel me waardeloos en huil veel", "ik ben niks waard", "ik moet steeds huilen"]
)
@pytest.mark.parametrize("intent", ["frustration", "out_of_scope", "nlu_fallback"])
def test_who_feels_low_gets_a_kind_line(visitor: Talk, text: str, intent: str) -> None:
    visitor.at("open").types(text, intent)
    assert visitor.said[0] == "utter_feels_low"
    assert "niet alleen" in visitor.text
    assert "utter_frustration" not in visitor.said


def test_what_is_told_along_is_asked_after(visitor: Talk) -> None:
    told = {DEBTS: "schulden"}
    visitor.at("open").types("ik voel me waardeloos door schulden", "frustration", kenmerken=told)
    assert visitor.said == ["utter_feels_low", "utter_ask_chips"]


def test_swearing_is_still_swearing(visitor: Talk) -> None:
    visitor.at("open").types("wat een waardeloze bot", "frustration")
    assert visitor.said[0] == "utter_frustration"


@pytest.mark.parametrize("words", ["sorry", "Sorry!", "oh sorry hoor", "nee, sorry"])
def test_a_sorry_alone_is_no_harm_and_the_question_comes_again(visitor: Talk, words: str) -> None:
    visitor.asked("form").types(words)

    assert visitor.text.startswith("Dat geeft niet.")
    assert visitor.said[1:] == ["utter_ask_form"]
    assert visitor.dialogue.misses == 0


def test_a_sorry_with_a_story_is_a_story(visitor: Talk) -> None:
    visitor.at("open").types("sorry, schulden", "find_instrument", kenmerken={DEBTS: "schulden"})

    assert "Dat geeft niet" not in visitor.text
    assert visitor.said[-1] == "utter_ask_chips"
