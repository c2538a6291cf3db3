import pytest

from actions.interruptions import (
    ASIDES,
    DANGER,
    SURE,
    SURE_IN_A_STORY,
    SURE_OF_GOODBYE,
    SURE_OF_STOPPING,
    interrupts,
)
from tests.actions.responses import ROOT, read_yaml
from tests.actions.talk import DEBTS, RULES, Talk, pressed, typed

STORY = "ik heb al jaren schulden en elke dag komt er weer een nieuwe brief bij"
A_BIT = 0.01


def test_the_rules_answer_every_aside_and_nothing_else() -> None:
    assert set(RULES) == ASIDES


def test_every_aside_is_an_intent() -> None:
    assert set(read_yaml(ROOT / "domain.yml")["intents"]) >= ASIDES


@pytest.mark.parametrize(
    ("step", "intent", "enough"),
    [
        ("question", "help", SURE),
        ("advice", "instrument_details", SURE),
        ("open", "help", SURE_IN_A_STORY),
        ("argument", "why_this", SURE_IN_A_STORY),
        ("advice", "stop", SURE_OF_STOPPING),
        ("open", "restart", SURE_OF_STOPPING),
        ("advice", "bye", SURE_OF_GOODBYE),
        ("request", "crisis", DANGER),
    ],
)
def test_an_aside_counts_from_its_own_confidence(
    visitor: Talk, step: str, intent: str, enough: float
) -> None:
    talk = visitor.at(step)

    assert interrupts(talk.turn(typed("iets", intent, enough + A_BIT)))
    assert not interrupts(talk.turn(typed("iets", intent, enough - A_BIT)))


def test_an_answer_never_interrupts(visitor: Talk) -> None:
    assert not interrupts(visitor.turn(typed("ja", "affirm", 1.0)))


def test_a_pressed_aside_always_does(visitor: Talk) -> None:
    assert interrupts(visitor.at("argument").turn(pressed("/instrument_details")))


def test_a_long_story_is_no_aside(visitor: Talk) -> None:
    heard = typed(STORY, "stop", 0.9, kenmerken={DEBTS: "schulden"})

    assert not interrupts(visitor.at("open").turn(heard))
    assert interrupts(visitor.at("advice").turn(heard))


def test_danger_is_heard_inside_a_long_story(visitor: Talk) -> None:
    heard = typed(f"{STORY}, ik wil niet meer leven", "crisis", kenmerken={DEBTS: "schulden"})

    assert interrupts(visitor.at("open").turn(heard))


@pytest.mark.parametrize("step", ["argument", "request"])
def test_a_reason_in_own_words_is_no_aside(visitor: Talk, step: str) -> None:
    talk = visitor.at(step)

    assert not interrupts(talk.turn(typed("dat stopt bij haar om de hoek", "stop", 0.8)))
    assert interrupts(talk.turn(typed("ik wil stoppen", "stop", 0.8)))
    assert interrupts(talk.turn(typed("hoe ver is het naar haar huis", "instrument_details", 0.5)))


def test_a_name_after_which_one_is_the_answer(visitor: Talk) -> None:
    talk = visitor.at("which", shown=("R01", "R02"))

    assert not interrupts(talk.turn(typed("die tweede", "instrument_details", instrument="2")))
    assert interrupts(talk.turn(typed("vertel meer", "instrument_details")))


def test_a_far_town_where_a_place_is_asked_is_an_answer(visitor: Talk) -> None:
    visitor.asked("gemeente").types("Amsterdam", "out_of_scope")

    assert "utter_place_unknown" in visitor.said
    visitor.types("hoe laat speelt ajax vanavond tegen psv", "out_of_scope")
    assert "utter_out_of_scope" in visitor.said


def test_what_if_i_stop_is_a_question(visitor: Talk) -> None:
    talk = visitor.at("advice")

    assert not interrupts(talk.turn(typed("wat als ik stop", "stop")))
    assert interrupts(talk.turn(typed("stop?", "stop")))
    assert interrupts(talk.turn(typed("hoe stop ik hiermee", "stop")))


def test_work_alone_is_no_goodbye(visitor: Talk) -> None:
    talk = visitor.asked("route")

    assert not interrupts(talk.turn(typed("werk", "bye", route="work_first")))
    assert interrupts(talk.turn(typed("doei", "bye")))
    assert talk.types("werk", "bye", route="work_first").known.route == "C"


DOUBT = (("nlu_fallback", 0.6), ("affirm", 0.5), ("choose", 0.2))


def test_where_something_is_asked_an_answer_need_not_be_so_sure(visitor: Talk) -> None:
    visitor.asked(f"kenmerk:{DEBTS}").types("nou dat wel", ranking=DOUBT)

    assert DEBTS in visitor.known.wanted


def test_where_anything_may_be_said_doubt_is_asked_back(visitor: Talk) -> None:
    visitor.advised().types("nou dat wel", ranking=DOUBT)

    assert visitor.said == ["utter_which_meaning"]
    assert visitor.titles[0] == "Ik bedoel ja"


def test_two_answers_as_near_as_each_other_are_none(visitor: Talk) -> None:
    visitor.asked(f"kenmerk:{DEBTS}").types("tja", ranking=(("affirm", 0.5), ("deny", 0.45)))

    assert visitor.said == ["utter_not_understood", "utter_ask_kenmerk"]


def test_what_may_lead_away_from_the_question_is_asked_back(visitor: Talk) -> None:
    visitor.asked(f"kenmerk:{DEBTS}").types("wie leest dit", ranking=(("privacy_question", 0.6),))

    assert visitor.said == ["utter_which_meaning"]
    assert visitor.presses("Wie kan dit zien?").dialogue.question == f"kenmerk:{DEBTS}"


def test_a_question_is_no_reason_for_a_choice(visitor: Talk) -> None:
    ranking = (("instrument_details", 0.7), ("explain_term", 0.1))
    visitor.at("argument", chosen="R01", shown=("R01",)).types(
        "wat is er minder goed aan", ranking=ranking
    )

    assert visitor.said == ["utter_which_meaning"]
    assert visitor.dialogue.chosen == "R01"


@pytest.mark.parametrize("text", ["doe maar 2 want dichtbij", "we nemen nummer 2"])
def test_a_number_behind_a_choice_is_chosen_though_it_sounds_like_a_wish(
    coach: Talk, text: str
) -> None:
    shown = coach.advised().dialogue.shown
    coach.types(text, "refine_practical", aspect="waar")
    assert coach.dialogue.chosen == shown[1]


def test_a_number_of_weeks_is_no_choice(visitor: Talk) -> None:
    visitor.advised()
    visitor.types("doe maar 8 weken", "refine_practical", max_weken="8")
    assert visitor.dialogue.chosen is None
    assert visitor.known.max_weeks == 8
