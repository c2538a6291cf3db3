import pytest

from catalogue.kenmerken import Taxonomy
from tests.actions.talk import DEBTS, TAXONOMY, Talk

MOST_BUTTONS = 5
PRACTICAL = ("gemeente", "form", "max_weeks", "max_wait")
QUESTIONS = ("route", *PRACTICAL, *(f"kenmerk:{code}" for code in TAXONOMY.kenmerken))
HELP = ("wat is dit", "help")


@pytest.mark.parametrize("who", ["visitor", "coach"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_five_buttons_at_most_and_can_be_skipped(
    request: pytest.FixtureRequest, who: str, question: str
) -> None:
    talk: Talk = request.getfixturevalue(who)
    talk.asked(question).types(*HELP)

    assert len(talk.titles) <= MOST_BUTTONS
    assert talk.titles[-2:] == ["Weet ik niet", "Zeg ik liever niet"]
    assert len(set(talk.titles)) == len(talk.titles)


@pytest.mark.parametrize("step", ["open", "chips", "argument", "request", "resume", "erase"])
def test_the_other_steps_have_five_buttons_at_most(visitor: Talk, step: str) -> None:
    visitor.at(step, pending=tuple(TAXONOMY.kenmerken)[:3], chosen="R01").types(*HELP)

    buttons = [title for title in visitor.titles if not title.startswith("✕")]
    assert 1 <= len(buttons) <= MOST_BUTTONS


@pytest.mark.parametrize("who", ["visitor", "coach"])
@pytest.mark.parametrize("step", ["open", "chips"])
def test_nobody_has_to_say_what_is_going_on(
    request: pytest.FixtureRequest, who: str, step: str
) -> None:
    talk: Talk = request.getfixturevalue(who)
    talk.at(step, pending=tuple(TAXONOMY.kenmerken)[:3]).types(*HELP)

    assert talk.titles[-2:] == ["Weet ik niet", "Zeg ik liever niet"]


def test_one_question_a_turn(visitor: Talk) -> None:
    visitor.asked("form").types("ja hoor", "nlu_fallback")

    assert [name for name in visitor.said if name.startswith("utter_ask")] == ["utter_ask_form"]


def test_each_reader_gets_a_question_of_their_own(
    visitor: Talk, coach: Talk, taxonomy: Taxonomy
) -> None:
    question = taxonomy.kenmerken[DEBTS].question

    assert question.client.plain in visitor.asked(f"kenmerk:{DEBTS}").types(*HELP).text
    assert question.coach.plain in coach.asked(f"kenmerk:{DEBTS}").types(*HELP).text
    visitor.simple = True
    assert question.client.simple in visitor.asked(f"kenmerk:{DEBTS}").types(*HELP).text


def test_the_three_routes_stand_in_their_own_words(visitor: Talk, taxonomy: Taxonomy) -> None:
    visitor.asked("route").types(*HELP)

    assert visitor.titles[:3] == [route.button for route in taxonomy.routes]


def test_every_place_is_a_button_once_one_was_not_known(visitor: Talk) -> None:
    visitor.asked("gemeente").types("Assen", "refine_practical")

    assert len([t for t in visitor.titles if t in ("Tiel", "West Maas en Waal", "Maasdriel")]) == 3
    assert visitor.titles[-2:] == ["Weet ik niet", "Zeg ik liever niet"]


def test_after_goodbye_nothing_is_asked(visitor: Talk) -> None:
    visitor.at("finished").types(*HELP)

    assert visitor.said == ["utter_help"]
