import pytest

from actions.answer_open import MOST_CHIPS
from catalogue.choices import last_advice
from catalogue.known import Known
from tests.actions.talk import APPLYING, DEBTS, NOW, SPEAKING, STRESS, Talk

READING = "1.3.1"
STORY = {DEBTS: "schulden", SPEAKING: "slecht nederlands", STRESS: "stress"}


@pytest.mark.parametrize("intent", ["affirm", "refine_practical", "find_instrument"])
def test_what_is_added_to_a_yes_at_the_chips_is_taken_along(visitor: Talk, intent: str) -> None:
    visitor.at("chips", pending=(DEBTS,))
    visitor.types("klopt, en ik woon in Tiel", intent, gemeente="Tiel")
    assert visitor.known.wanted == {DEBTS}
    assert visitor.known.gemeente == "Tiel"
    assert "dat neem ik mee: in Tiel" in visitor.text
    assert "utter_ask_chips" not in visitor.said


def test_another_wish_after_a_yes_is_asked_by_itself(visitor: Talk) -> None:
    visitor.at("chips", pending=(DEBTS,))
    visitor.types(
        "ja, en ik wil leren solliciteren",
        "find_instrument",
        kenmerken={APPLYING: "ik wil leren solliciteren"},
    )
    assert visitor.known.wanted == {DEBTS}
    assert visitor.dialogue.pending == (APPLYING,)


def test_what_somebody_lacks_after_a_yes_takes_nothing_away(visitor: Talk) -> None:
    visitor.at("chips", pending=(DEBTS,))
    visitor.types("ja klopt en ik heb geen auto", kenmerken={DEBTS: "ik heb geen auto"})
    assert visitor.known.wanted == {DEBTS}


def chips(talk: Talk, *codes: str) -> Talk:
    return talk.at("chips", pending=codes, quotes={code: STORY.get(code, "") for code in codes})


@pytest.mark.parametrize("intent", ["unsure", "prefer_not_say"])
def test_not_knowing_what_is_wrong_is_fine(visitor: Talk, intent: str) -> None:
    visitor.at("open").types("geen idee", intent)

    assert visitor.said == ["utter_together", "utter_ask_route"]


def test_what_is_told_is_checked_first(visitor: Talk) -> None:
    visitor.at("open").types("…", "find_instrument", kenmerken=STORY)

    assert visitor.known == Known()
    assert len([t for t in visitor.titles if t.startswith("✕")]) == len(STORY)
    assert "omgaan met stress" in visitor.text


def test_never_more_chips_than_fit(visitor: Talk) -> None:
    many = {**STORY, APPLYING: "solliciteren", "1.1": "te laat"}
    visitor.at("open").types("…", "find_instrument", kenmerken=many)

    assert visitor.dialogue.pending == tuple(many)[:MOST_CHIPS]
    assert len([title for title in visitor.titles if not title.startswith("✕")]) <= 5


def test_what_is_wanted_already_is_not_asked_again(visitor: Talk) -> None:
    visitor.known = Known(wanted=frozenset({DEBTS}))
    visitor.at("open").types("…", "find_instrument", kenmerken={DEBTS: "schulden"})

    assert visitor.said == ["utter_ask_route"]


def test_a_guess_is_said_to_be_one(visitor: Talk) -> None:
    visitor.at("open").types(
        "het is allemaal heel erg ingewikkeld", candidates=(DEBTS, STRESS, "1.4", "1.5")
    )

    assert visitor.said == ["utter_guess", "utter_ask_chips"]
    assert visitor.dialogue.pending == (DEBTS, STRESS, "1.4")


def test_a_doubtful_wish_is_no_story_to_guess_from(visitor: Talk) -> None:
    ranking = (("nlu_fallback", 0.4), ("privacy_view", 0.3), ("find_instrument", 0.2))
    visitor.at("open").types(
        "wat staat er allemaal over mij", candidates=(DEBTS, STRESS), ranking=ranking
    )

    assert visitor.said == ["utter_which_meaning"]
    assert visitor.titles == ["Ik wil zien wat je van mij weet", "Ik vertel wat er speelt"]


def test_a_few_words_are_nothing_to_guess_from(visitor: Talk) -> None:
    visitor.at("open").types("tja pff", candidates=(DEBTS,))

    assert visitor.said == ["utter_not_understood", "utter_ask_open"]


def test_only_a_place_asks_further(visitor: Talk) -> None:
    visitor.at("open").types("ik woon in Tiel", "refine_practical", gemeente="Tiel")

    assert visitor.known.gemeente == "Tiel"
    assert visitor.said[-1] == "utter_ask_open"


def test_looking_for_something_with_a_condition_goes_on(visitor: Talk) -> None:
    visitor.at("open").types("ik zoek iets in Tiel", "find_instrument", gemeente="Tiel")

    assert visitor.said == ["utter_ask_route"]


@pytest.mark.parametrize(("text", "intent"), [("klopt", "affirm"), ("ja hoor", "affirm")])
def test_right_is_right(visitor: Talk, text: str, intent: str) -> None:
    chips(visitor, DEBTS, SPEAKING).types(text, intent)

    assert visitor.known.wanted == {DEBTS, SPEAKING}
    assert visitor.known.said == {DEBTS: "schulden", SPEAKING: "slecht nederlands"}
    assert visitor.dialogue.pending == ()


@pytest.mark.parametrize(
    "text",
    [
        "schulden klopt, nederlands nee",
        "schulden klopt. nederlands nee",
        "de schulden wel maar nederlands niet",
        "nederlands nee maar schulden ja",
        "nederlands nee, schulden ja",
        "schulden klopt\nnederlands nee",
    ],
)
@pytest.mark.parametrize("intent", ["affirm", "deny"])
def test_each_clause_speaks_of_its_own_chip(visitor: Talk, text: str, intent: str) -> None:
    heard = {DEBTS: "schulden", SPEAKING: "nederlands"} if intent == "deny" else {}
    chips(visitor, DEBTS, SPEAKING).types(text, intent, kenmerken=heard)

    assert visitor.known.wanted == {DEBTS}
    assert visitor.known.refused == {SPEAKING}
    assert visitor.said[0] == "utter_taken_away"


def test_a_chip_that_nobody_spoke_of_stays(visitor: Talk) -> None:
    chips(visitor, DEBTS, SPEAKING, STRESS).types("nederlands niet", "find_instrument")

    assert visitor.known.wanted == {DEBTS, STRESS}
    assert visitor.known.refused == {SPEAKING}


def test_a_tap_takes_one_away_and_asks_of_the_rest(visitor: Talk) -> None:
    chips(visitor, DEBTS, SPEAKING).types("?")
    visitor.presses("✕ geldzorgen")

    assert visitor.said == ["utter_taken_away", "utter_ask_chips"]
    assert visitor.dialogue.pending == (SPEAKING,)
    assert visitor.known.refused == {DEBTS}


def test_the_last_one_taken_away_asks_to_tell_again(visitor: Talk) -> None:
    chips(visitor, DEBTS).types("?")
    visitor.presses("✕ geldzorgen")

    assert visitor.said == ["utter_taken_away", "utter_tell_again", "utter_ask_open"]
    assert visitor.known.wanted == frozenset()


def test_something_else_was_meant(visitor: Talk) -> None:
    chips(visitor, DEBTS, SPEAKING).types("?")
    visitor.presses("Ik bedoel iets anders")

    assert visitor.said == ["utter_tell_again", "utter_ask_open"]
    assert visitor.known.refused == {DEBTS, SPEAKING}


def test_a_bare_no_asks_which_one_is_wrong(visitor: Talk) -> None:
    chips(visitor, DEBTS, SPEAKING).types("nee", "deny")

    assert visitor.said == ["utter_which_chip_wrong", "utter_ask_chips"]
    assert visitor.known == Known()


def test_not_knowing_drops_nothing(visitor: Talk) -> None:
    chips(visitor, DEBTS).types("weet ik niet", "unsure")

    assert visitor.known.refused == frozenset()
    assert visitor.dialogue.step == "question"


def test_more_of_the_story_adds_a_chip(visitor: Talk) -> None:
    chips(visitor, DEBTS).types(
        "en ook veel spanning", "find_instrument", kenmerken={STRESS: "veel spanning"}
    )

    assert set(visitor.dialogue.pending) == {DEBTS, STRESS}
    assert visitor.presses("Klopt").known.said[STRESS] == "veel spanning"


def test_who_comes_back_goes_on_with_the_list(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({APPLYING}), route="C", asked=("route", *"abcde"))
    shown = visitor.dialogue.shown
    visitor.known = Known()
    visitor.at("resume").types("ja", "affirm")

    assert visitor.said == ["utter_advice"]
    assert visitor.dialogue.shown == shown


@pytest.mark.parametrize("press", ["Opnieuw", "Verder"])
def test_both_ways_after_coming_back_are_buttons(visitor: Talk, press: str) -> None:
    visitor.advised()
    visitor.at("resume").types("hallo", "greet")

    assert visitor.said == ["utter_greet_again", "utter_ask_resume"]
    visitor.presses(press)
    assert visitor.dialogue.step == ("open" if press == "Opnieuw" else "question")


def test_who_comes_back_with_a_new_story_is_heard(visitor: Talk) -> None:
    visitor.advised()
    visitor.at("resume").types("ik heb stress", "find_instrument", kenmerken={STRESS: "stress"})

    assert visitor.dialogue.pending == (STRESS,)


def test_own_words_are_not_kept_in_the_table(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), said={DEBTS: "die deurwaarder"})
    stored = last_advice(visitor.session, conversation_id=visitor.conversation_id)

    assert stored is not None
    assert stored.known.wanted == {DEBTS}
    assert stored.known.said == {}
    assert stored.at == NOW


def test_a_second_bare_no_asks_to_tell_again(visitor: Talk) -> None:
    chips(visitor, DEBTS, SPEAKING).types("nee", "deny").types("nee", "deny")

    assert visitor.said == ["utter_tell_again", "utter_ask_open"]


def test_the_same_again_is_one_chip(visitor: Talk) -> None:
    chips(visitor, DEBTS).types("die post", "find_instrument", kenmerken={DEBTS: "die post"})

    assert visitor.dialogue.pending == (DEBTS,)


@pytest.mark.parametrize("intent", ["unsure", "prefer_not_say"])
def test_not_knowing_keeps_what_is_known(visitor: Talk, intent: str) -> None:
    visitor.known = Known(route="C")
    visitor.at("open").types("geen idee", intent)

    assert visitor.known.route == "C"


def test_a_place_is_no_story_to_guess_from(visitor: Talk) -> None:
    visitor.types("ik woon in Tiel", "refine_practical", gemeente="Tiel", candidates=(DEBTS,))

    assert visitor.said == ["utter_introduction", "utter_noted", "utter_ask_open"]


def test_a_no_to_the_only_chip_takes_it_away(visitor: Talk) -> None:
    visitor.at("chips", pending=(DEBTS,)).types("nee dat klopt niet", "deny")

    assert visitor.said == ["utter_tell_again", "utter_ask_open"]
    assert visitor.known.refused == {DEBTS}


@pytest.mark.parametrize(
    "text",
    [
        "ik wil wel werken maar brieven schrijven lukt niet",
        "lezen en schrijven kan ik niet",
        "schrijven gaat echt niet",
    ],
)
def test_what_somebody_cannot_do_is_there(visitor: Talk, text: str) -> None:
    visitor.at("chips", pending=(READING,)).types(text, "deny", kenmerken={READING: text})

    assert READING in visitor.known.wanted
    assert "utter_taken_away" not in visitor.said


def test_over_a_list_it_takes_nothing_away(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({READING}))
    visitor.types("brieven schrijven lukt niet", "deny", kenmerken={READING: "brieven schrijven"})

    assert READING in visitor.known.wanted


def test_what_does_not_work_is_a_yes_to_whether_it_is_hard(visitor: Talk) -> None:
    visitor.asked(f"kenmerk:{READING}").types("dat lukt niet", "deny")

    assert READING in visitor.known.wanted


def test_a_no_to_what_was_understood_still_takes_it_away(visitor: Talk) -> None:
    visitor.at("chips", pending=(READING, DEBTS)).types("schrijven niet, schulden wel", "deny")

    assert READING not in visitor.known.wanted
    assert DEBTS in visitor.known.wanted
