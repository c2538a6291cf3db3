from actions.misses import MEANINGS, nearest
from tests.actions.talk import Talk, typed

RANKING = (
    ("nlu_fallback", 0.3),
    ("compare", 0.25),
    ("affirm", 0.2),
    ("choose", 0.1),
    ("stop", 0.05),
    ("help", 0.01),
)


def test_the_first_miss_asks_for_other_words(visitor: Talk) -> None:
    visitor.asked("kenmerk:3.3").types("xqz")

    assert visitor.said == ["utter_not_understood", "utter_ask_kenmerk"]


def test_the_second_in_a_row_offers_a_person_and_goes_on(visitor: Talk) -> None:
    visitor.asked("kenmerk:3.3").types("xqz").types("xqz")

    assert visitor.said[0] == "utter_offer_person"
    assert "kenmerk:3.3" in visitor.known.open
    assert visitor.dialogue.question != "kenmerk:3.3"
    assert visitor.presses("Ik wil iemand spreken").said == ["utter_ask_request"]


def test_an_answer_in_between_starts_counting_anew(visitor: Talk) -> None:
    visitor.asked("kenmerk:3.3").types("xqz").types("ja", "affirm")
    visitor.asked("kenmerk:4.1").types("xqz")

    assert visitor.said[0] == "utter_not_understood"


def test_the_likeliest_meanings_are_offered_in_plain_words(visitor: Talk) -> None:
    visitor.advised().types("iets met die", ranking=RANKING)

    assert visitor.said == ["utter_which_meaning"]
    assert visitor.titles == ["Ik wil vergelijken", "Ik bedoel ja", "Ik wil kiezen"]
    assert visitor.presses("Ik wil vergelijken").said[0] == "utter_compare"


def test_the_second_miss_with_a_list_offers_a_person(visitor: Talk) -> None:
    visitor.advised().types("iets", ranking=RANKING).types("iets", ranking=RANKING)

    assert visitor.said == ["utter_offer_person"]
    assert visitor.dialogue.step == "advice"


def test_never_more_meanings_than_fit(visitor: Talk) -> None:
    assert len(nearest(visitor.turn(typed("x", ranking=RANKING * 3)))) == MEANINGS
    assert nearest(visitor.turn(typed("x"))) == ()


def test_two_intents_in_the_same_words_are_one_button(visitor: Talk) -> None:
    ranking = (("checkin_score", 0.3), ("checkin_start", 0.2), ("stop", 0.1), ("bye", 0.1))

    assert nearest(visitor.turn(typed("x", ranking=ranking))) == (
        ("Ik vertel hoe het ging", "checkin_score"),
        ("Ik wil stoppen", "stop"),
    )


def test_only_a_coach_is_offered_what_a_coach_asks(visitor: Talk, coach: Talk) -> None:
    ranking = (("report", 0.3), ("help", 0.2))

    assert [intent for _, intent in nearest(visitor.turn(typed("x", ranking=ranking)))] == ["help"]
    assert len(nearest(coach.turn(typed("x", ranking=ranking)))) == 2


def test_something_else_is_asked_further(visitor: Talk) -> None:
    visitor.advised().types("anders dan", ranking=(("refine_practical", 0.3),))

    assert visitor.presses("Ik wil iets korter of dichterbij").said == ["utter_refine_how"]
    assert visitor.dialogue.step == "advice"
