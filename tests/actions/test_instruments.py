import pytest

from tests.actions.talk import DEBTS, Talk, card

DEBT_LIST = frozenset({DEBTS})


def test_details_give_the_whole_card(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST).presses("Meer over 1")
    first = card(visitor, visitor.dialogue.shown[0])

    assert visitor.said == ["utter_details"]
    for text in (first.name, first.summary, first.goal, first.not_for, first.evidence.text):
        assert text in visitor.text
    assert all(text in visitor.text for text in (*first.pros, *first.cons))
    assert visitor.titles[0] == "Ik kies deze"
    assert visitor.dialogue.focus == first.code


@pytest.mark.parametrize(
    ("aspect", "part"),
    [
        ("waar", "bij jou thuis"),
        ("duur", "10 weken"),
        ("kosten", "gratis voor jou"),
        ("wie", "Rekenrust"),
        ("aanmelden", "@voorbeeld.example"),
        ("voorwaarden", "Nodig: "),
        ("voordelen", "Goed eraan: "),
        ("nadelen", "Minder goed: "),
    ],
)
def test_one_aspect_at_a_time(visitor: Talk, aspect: str, part: str) -> None:
    visitor.advised(wanted=DEBT_LIST)
    visitor.types("…", "instrument_details", instrument="R01", aspect=aspect)

    assert visitor.said == ["utter_aspect"]
    assert "Budgetcoach aan huis" in visitor.text
    assert part in visitor.text
    assert len(visitor.text.splitlines()) == 2


def test_two_aspects_in_one_question(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST)
    visitor.types("…", "instrument_details", instrument="1", aspect=("waar", "kosten"))

    assert len(visitor.text.splitlines()) == 3


def test_details_are_for_the_one_spoken_of(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST).presses("Meer over 3")
    visitor.types("en wat kost dat", "instrument_details", aspect="kosten")

    assert card(visitor, visitor.dialogue.shown[2]).kind in visitor.text


def test_details_without_knowing_which_one_ask(visitor: Talk) -> None:
    shown = visitor.advised(wanted=DEBT_LIST).dialogue.shown
    visitor.types("vertel meer", "instrument_details")

    assert visitor.said == ["utter_ask_which"]
    assert visitor.titles == [card(visitor, code).kind for code in shown]
    assert visitor.presses(card(visitor, shown[1]).kind).said == ["utter_details"]


@pytest.mark.parametrize("intent", ["instrument_details", "send_list"])
def test_without_a_list_that_is_said_and_the_question_stays(visitor: Talk, intent: str) -> None:
    visitor.asked("form").types("laat eens zien", intent)

    assert visitor.said == ["utter_no_list_yet", "utter_ask_form"]


def test_details_in_the_middle_of_choosing_come_back_to_the_reason(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST).types("1", "choose", instrument="1")
    visitor.types("wat kost het", "instrument_details", aspect="kosten")

    assert visitor.said == ["utter_aspect", "utter_ask_argument"]


def test_an_instrument_outside_the_list_has_details_too(visitor: Talk) -> None:
    visitor.asked("form").types("wat is het banencafé", "instrument_details", instrument="R47")

    assert visitor.said == ["utter_details", "utter_ask_form"]
    assert "Banencafé" in visitor.text


def test_what_only_refers_says_that_a_specialist_decides(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST)
    visitor.types("…", "instrument_details", instrument="V01")

    assert visitor.said[0] == "utter_details_refer"
    assert not any(title.startswith("Ik kies") for title in visitor.titles)


def test_details_tell_what_is_good_to_know(visitor: Talk) -> None:
    visitor.advised().types("vertel meer", "instrument_details", instrument="R18")

    assert f"Goed om te weten: {card(visitor, 'R18').remarks}" in visitor.text


def test_the_list_to_keep_is_the_list_on_the_screen(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST)
    lines = visitor.replies[0].variables["list"]
    visitor.types("stuur me die lijst", "send_list")

    assert visitor.said[0] == "utter_list"
    assert visitor.replies[0].custom == {"list": True}
    assert visitor.replies[0].variables["list"] == lines


@pytest.mark.parametrize(
    ("text", "aspect", "likeliest"),
    [
        ("hoe lang", "duur", "out_of_scope"),
        ("aanmelden hoe", "aanmelden", "invite_client"),
        ("wie biedt dat aan", "wie", "instrument_details"),
    ],
)
def test_what_is_asked_in_few_words_is_told_of_the_one_that_is_picked(
    visitor: Talk, text: str, aspect: str, likeliest: str
) -> None:
    shown = visitor.advised().dialogue.shown
    visitor.types(text, aspect=aspect, ranking=((likeliest, 0.5), ("help", 0.1)))
    assert visitor.said == ["utter_ask_which"]

    visitor.presses(card(visitor, shown[1]).kind)
    assert visitor.said == ["utter_aspect"]
    assert card(visitor, shown[1]).kind in visitor.text


def test_when_it_starts_tells_how_long_one_waits(coach: Talk) -> None:
    coach.advised().types("wachttijd 1?", "instrument_details", instrument="1", aspect="wanneer")
    assert "wachttijd 2 weken" in coach.text


def test_a_wait_that_nobody_knows_is_said(coach: Talk) -> None:
    coach.advised().types("wachttijd", "instrument_details", instrument="R12", aspect="wanneer")
    assert "wachttijd onbekend" in coach.text


def test_who_wants_the_list_mailed_gets_it_to_keep(coach: Talk) -> None:
    coach.advised().types("mail me dit", "send_list")
    assert coach.said[:2] == ["utter_explain", "utter_list"]
    assert "Mailen" in coach.text


def test_another_one_is_meant(coach: Talk) -> None:
    coach.advised().types("wat kost 1", "instrument_details", instrument="1", aspect="kosten")
    second = card(coach, coach.dialogue.shown[1])
    coach.types("nee de tweede bedoelde ik", "deny", instrument="2")
    assert coach.said[0] == "utter_aspect"
    assert second.kind in coach.text
