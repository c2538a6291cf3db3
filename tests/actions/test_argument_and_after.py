import pytest

from catalogue.choices import Choice, last
from catalogue.known import Known
from catalogue.load import version
from catalogue.search import search
from tests.actions.talk import APPLYING, DEBTS, NOW, Talk, card

MANY = Known(wanted=frozenset({DEBTS}))
ASKED = ("route", *"abcde")
"""So many questions that no further one is put."""


def stored(talk: Talk) -> Choice:
    (choice,) = last(talk.session, 9)
    return choice


def test_a_choice_is_stored_with_the_list_and_the_argument(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), route="A", said={DEBTS: "die brieven"}, asked=ASKED)
    shown = visitor.dialogue.shown
    visitor.types("de tweede", "choose", instrument="2").types("Omdat het dichtbij is.")

    choice = stored(visitor)
    assert (choice.instrument, choice.advised) == (shown[1], True)
    assert choice.argument == "Omdat het dichtbij is."
    assert tuple(item.code for item in choice.advice.shown) == shown
    assert all(item.reasons for item in choice.advice.shown)
    assert choice.advice.known.wanted == {DEBTS}
    assert choice.advice.known.route == "A"
    assert choice.advice.catalogue_version == version(visitor.session)
    assert (choice.at, choice.conversation_id) == (NOW, visitor.conversation_id)


def test_without_consent_no_person_is_stored(client: Talk) -> None:
    client.advised().types("1", "choose", instrument="1").types("fijn")

    assert stored(client).person_id is None
    assert client.said == ["utter_chosen_with_coach", "utter_ask_keep_list"]
    assert "Sandra" in client.text


def test_what_was_not_in_the_list_may_be_chosen_and_asks_why(visitor: Talk) -> None:
    visitor.advised().types("doe maar het banencafé", "choose", instrument="banencafé")
    assert visitor.said == ["utter_ask_argument_not_advised"]
    visitor.types("mijn broer zat daar ook")

    choice = stored(visitor)
    assert (choice.instrument, choice.advised) == ("R47", False)
    assert "R47" not in [item.code for item in choice.advice.shown]


def test_a_reason_need_not_be_told(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1").presses("Zeg ik liever niet")

    assert stored(visitor).argument is None
    assert visitor.said == ["utter_chosen", "utter_ask_keep_list"]


@pytest.mark.parametrize(("intent", "confidence"), [("unsure", 0.9), ("prefer_not_say", 0.9)])
def test_a_typed_silence_is_no_reason(visitor: Talk, intent: str, confidence: float) -> None:
    visitor.advised().types("1", "choose", instrument="1").types("geen idee", intent)

    assert stored(visitor).argument is None


def test_not_this_one_after_all(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1").presses("Toch niet deze")

    assert visitor.said == ["utter_advice"]
    assert visitor.dialogue.chosen is None
    assert last(visitor.session, 9) == []


def test_a_reason_that_sounds_like_an_aside_is_a_reason(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1")
    visitor.types("ik wil stoppen met drinken", "stop", confidence=0.45)

    assert stored(visitor).argument == "ik wil stoppen met drinken"


def test_after_a_choice_a_new_story_begins_afresh(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1").types("fijn")
    visitor.types("ik zoek ook werk", "find_instrument", kenmerken={APPLYING: "werk"})

    assert visitor.said[-1] == "utter_ask_chips"
    assert visitor.known == Known()
    assert visitor.dialogue.chosen is None


def test_after_a_choice_the_list_can_be_kept(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1").types("fijn").presses("Stuur mij")

    assert visitor.said[0] == "utter_list"
    assert visitor.replies[0].custom == {"list": True}


def test_a_no_after_a_choice_is_goodbye(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1").types("fijn").types("nee", "deny")

    assert visitor.said == ["utter_goodbye"]
    assert visitor.dialogue.step == "finished"


def test_another_one_after_all(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("1", "choose", instrument="1")
    visitor.types("toch liever de tweede", "choose", instrument="2")

    assert visitor.said == ["utter_ask_argument"]
    assert visitor.dialogue.chosen == shown[1]
    assert last(visitor.session, 9) == []


def test_a_yes_after_a_choice_keeps_the_list(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1").types("fijn").types("ja graag", "affirm")

    assert visitor.said == ["utter_list"]
    assert visitor.titles == ["Klaar"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [("ik heb me bedacht ik wil die andere", "nlu_fallback"), ("toch liever iets anders", "deny")],
)
def test_second_thoughts_after_a_choice_show_the_list(
    visitor: Talk, text: str, intent: str
) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("1", "choose", instrument="1").types("fijn").types(text, intent)

    assert visitor.said == ["utter_advice"]
    assert visitor.dialogue.shown == shown
    assert visitor.dialogue.chosen is None


def test_another_one_is_chosen_by_its_button_after_a_choice(visitor: Talk) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("1", "choose", instrument="1").types("fijn")
    visitor.types("wat kost de tweede", "instrument_details", instrument="2", aspect="kosten")
    visitor.presses("Ik kies deze")

    assert visitor.said == ["utter_ask_argument"]
    assert visitor.dialogue.chosen == shown[1]


def test_a_remark_after_a_choice_is_no_goodbye(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1").types("fijn").types("en nu de bus")

    assert visitor.said == ["utter_not_understood", "utter_ask_keep_list"]
    assert visitor.dialogue.step == "chosen"


def test_thanks_after_a_choice_do_not_repeat_it(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1").types("fijn").types("dank u", "thanks")

    assert visitor.said == ["utter_thanks", "utter_ask_keep_list"]


def test_what_is_chosen_from_the_list_above_is_kept_with_its_reasons(visitor: Talk) -> None:
    shown = visitor.advised(wanted=frozenset({DEBTS}), asked=ASKED).dialogue.shown
    name = card(visitor, shown[1]).kind
    visitor.types("in een groep in Zaltbommel", "refine_practical", gemeente="Zaltbommel")
    visitor.types(f"neem {name}", "choose", instrument=name).types("fijn").types("ja", "affirm")

    assert visitor.said == ["utter_list"]
    assert [item.code for item in stored(visitor).advice.shown] == list(shown)
    assert all(item.reasons for item in stored(visitor).advice.shown)


def test_a_reason_in_the_sentence_that_chooses_is_not_asked_again(visitor: Talk) -> None:
    visitor.advised().types("ik kies de eerste omdat het dichtbij is", "choose", instrument="1")

    assert stored(visitor).argument == "omdat het dichtbij is"
    assert visitor.dialogue.step == "chosen"


def test_a_coach_who_chose_reads_what_a_coach_does(coach: Talk) -> None:
    """For each instrument that can be chosen; "je coach" is somebody else to a client only."""
    found = search(coach.session, Known(), limit=None).fits
    assert len(found) > 50
    for fit in found:
        code = fit.instrument.code
        coach.advised(wanted=frozenset(fit.instrument.kenmerken)).at("advice", shown=(code,))
        coach.types("1", "choose", instrument="1").types("past goed")
        assert coach.dialogue.step == "chosen"
        assert (fit.instrument.application.how_for_coach or "?") in coach.text
        assert "je coach" not in coach.text.casefold()
        coach.types("hoe gaat het aanmelden?", "instrument_details", aspect="aanmelden")
        assert "je coach" not in coach.text.casefold()
        coach.types("wat is er voor nodig?", "instrument_details", aspect="voorwaarden")
        assert "met je coach" not in coach.text.casefold()


def test_a_client_who_chose_reads_what_the_coach_does(visitor: Talk) -> None:
    visitor.advised().types("ik kies 1", "choose", instrument="1").types("fijn")
    assert card(visitor, visitor.dialogue.chosen or "").application.how in visitor.text


def test_a_coach_who_does_not_know_yet_keeps_the_list_for_the_client(coach: Talk) -> None:
    assert "voor je cliënt" in coach.advised().types("weet ik niet", "unsure").text


def test_a_topic_where_a_reason_was_asked_goes_back_to_the_list(visitor: Talk) -> None:
    visitor.advised().types("ik kies 1", "choose", instrument="1")
    visitor.types("en iets voor mijn zelfvertrouwen", "find_instrument", kenmerken={"5.2": "…"})
    assert visitor.said == ["utter_also_heard", "utter_advice"]
    assert visitor.dialogue.chosen is None
    assert not last(visitor.session, 9)


def test_a_wish_after_the_choice_that_says_nothing_new_loses_nothing(visitor: Talk) -> None:
    visitor.advised().types("ik kies 1", "choose", instrument="1").types("fijn")
    known, chosen = visitor.known, visitor.dialogue.chosen
    visitor.types("alleen overdag", "refine_practical")
    assert visitor.known == known
    assert visitor.dialogue.chosen == chosen


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("toch niet deze", "deny"),
        ("kan ik nog wisselen?", "out_of_scope"),
        ("mag ik een andere kiezen", "help"),
        ("ik wil mijn keuze veranderen", "correct_score"),
    ],
)
def test_a_choice_can_be_taken_back(visitor: Talk, text: str, intent: str) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types("1", "choose", instrument="1").types("fijn")
    assert len(last(visitor.session)) == 1
    visitor.types(text, intent)

    assert last(visitor.session) == []
    assert visitor.said == ["utter_advice"]
    assert visitor.dialogue.shown == shown
    assert visitor.dialogue.chosen is None


def test_a_choice_taken_back_where_the_reason_is_asked_is_not_stored(visitor: Talk) -> None:
    visitor.advised().types("1", "choose", instrument="1").types("kan ik nog wisselen?")

    assert last(visitor.session) == []
    assert visitor.said == ["utter_advice"]


@pytest.mark.parametrize("text", ["in een groep durf ik liever niet", "omdat de diensten wisselen"])
def test_a_reason_with_such_words_is_a_reason(visitor: Talk, text: str) -> None:
    visitor.advised().types("1", "choose", instrument="1").types(text)

    assert stored(visitor).argument == text
