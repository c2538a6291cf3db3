"""An invite is taken back by its button, by name, or by second thoughts."""

from datetime import timedelta

import pytest

from caseload.invites import Reason
from caseload.models import Conversation, Invite
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.invites import invited, why_not


def test_an_invite_is_taken_back_by_its_button(coach: Talk) -> None:
    codes = {name: invited(coach, name) for name in ("Fatma", "Noor")}
    coach.types("trek de uitnodiging in", "invite_client")
    assert coach.said == ["utter_open_invites_info"]
    assert "**Noor**: werkt tot en met 29 november 2026" in coach.text
    coach.presses("Trek in: Fatma")

    assert coach.said[0] == "utter_invite_taken_back"
    assert "Fatma" in coach.text
    assert why_not(coach, codes["Fatma"]) is Reason.EXPIRED
    assert why_not(coach, codes["Noor"]) is None


@pytest.mark.parametrize("heard", ["Fatma", None])
def test_an_invite_that_is_named_is_taken_back_at_once(coach: Talk, heard: str | None) -> None:
    codes = {name: invited(coach, name) for name in ("Fatma", "Noor")}
    named = {"client": heard} if heard else {}
    coach.types("trek de uitnodiging van Fatma weer in", "invite_client", **named)

    assert coach.said[0] == "utter_invite_taken_back"
    assert why_not(coach, codes["Fatma"]) is Reason.EXPIRED
    assert why_not(coach, codes["Noor"]) is None


@pytest.mark.parametrize(
    "words",
    [
        "trek uitnodiging Fatma in",
        "verwijder uitnodiging Fatma",
        "uitnodiging Fatma ongedaan maken",
        "de uitnodiging van Fatma was een vergissing",
        "Fatma toch niet uitnodigen",
    ],
)
def test_taking_back_in_other_words_makes_no_new_invite(coach: Talk, words: str) -> None:
    codes = {name: invited(coach, name) for name in ("Fatma", "Noor")}
    coach.types(words, "invite_client", client="Fatma")

    assert coach.said[0] == "utter_invite_taken_back"
    assert why_not(coach, codes["Fatma"]) is Reason.EXPIRED
    assert coach.session.query(Invite).count() == len(codes)


def test_never_mind_leaves_them(coach: Talk) -> None:
    code = invited(coach, "Fatma")
    coach.types("welke uitnodigingen staan nog open", "invite_client").presses("Laat zo")

    assert coach.said[0] == "utter_invites_stay"
    assert why_not(coach, code) is None


def test_one_that_was_used_meanwhile_stays_used(coach: Talk) -> None:
    code = invited(coach, "Fatma")
    coach.types("trek de uitnodiging in", "invite_client")
    why_not(coach, code)
    coach.presses("Trek in: Fatma")

    assert coach.said[0] == "utter_invite_over"
    coach.types("trek de uitnodiging in", "invite_client")
    assert coach.said[0] == "utter_no_open_invites"


def test_another_coach_sees_and_takes_back_none(coach: Talk, client: Talk) -> None:
    code = invited(coach, "Fatma")
    row = coach.session.query(Invite).one()
    row.by_id = None
    coach.types("trek de uitnodiging van Fatma in", "invite_client")
    assert coach.said[0] == "utter_no_open_invites"
    client.types("trek de uitnodiging van Fatma in", "invite_client")
    assert client.said[0] == "utter_for_coaches"

    assert why_not(coach, code) is None


@pytest.mark.parametrize(
    "text", ["trek die weer in", "Trek hem weer in", "trek m in", "nee wacht, trek dat in"]
)
def test_the_one_that_was_just_made_is_taken_back(coach: Talk, text: str) -> None:
    first, last = invited(coach, "Amira"), invited(coach, "Bo")
    coach.types(text, "nlu_fallback", candidates=("5.1", "4.2"))

    assert "utter_invite_taken_back" in coach.said
    assert "Bo" in coach.text
    assert (why_not(coach, first), why_not(coach, last)) == (None, Reason.EXPIRED)


def test_in_a_new_conversation_it_is_asked_which_of_two(coach: Talk) -> None:
    invited(coach, "Amira"), invited(coach, "Bo")
    here = coach.session.get_one(Conversation, coach.conversation_id)
    here.started_at = NOW + timedelta(minutes=1)
    coach.session.flush()
    coach.types("trek die weer in", "nlu_fallback")

    assert coach.said[-1] == "utter_open_invites_info"


def test_later_it_is_asked_which(coach: Talk) -> None:
    invited(coach, "Amira")
    coach.session.query(Invite).update({Invite.created_at: NOW - timedelta(hours=1)})
    coach.types("trek die weer in", "nlu_fallback")

    assert coach.said[-1] == "utter_open_invites_info"


def test_without_an_invite_it_is_about_something_else(coach: Talk, client: Talk) -> None:
    invited(coach, "Amira")
    client.types("trek die weer in", "nlu_fallback")
    assert "utter_invite_taken_back" not in client.said
    coach.types("trek de uitnodiging in", "invite_client")
    coach.types("trek die weer in", "nlu_fallback")

    assert "utter_not_understood" in coach.said


@pytest.mark.parametrize("words", ["toch niet", "nee, toch maar niet", "liever niet"])
def test_second_thoughts_after_an_invite_ask_whether_it_goes(coach: Talk, words: str) -> None:
    code = invited(coach, "Amira")
    coach.at("open").types(words, "deny")
    assert coach.said == ["utter_open_invites_info"]
    coach.presses("Trek")

    assert coach.said[0] == "utter_invite_taken_back"
    assert why_not(coach, code) is not None


def test_second_thoughts_much_later_are_about_something_else(coach: Talk) -> None:
    invited(coach, "Amira")
    coach.session.query(Invite).update({Invite.created_at: NOW - timedelta(hours=1)})

    assert "utter_open_invites_info" not in coach.at("open").types("toch niet", "deny").said


def test_where_a_choice_was_made_they_are_about_that(coach: Talk) -> None:
    invited(coach, "Amira")
    coach.advised().types("ik kies 1", "choose", instrument="1").types("toch niet", "deny")

    assert "utter_open_invites_info" not in coach.said


def test_of_many_invites_the_others_go_by_name(coach: Talk) -> None:
    codes = {name: invited(coach, name) for name in ("R.D.", "Amira", "Bo", "Noor", "Wim", "Zoë")}
    coach.types("wie heb ik uitgenodigd", "invite_client")
    assert "Trek in: R.D." not in coach.titles
    assert "of typ de naam" in coach.text
    coach.types("R.D.", "out_of_scope")

    assert coach.said[0] == "utter_invite_taken_back"
    assert why_not(coach, codes["R.D."]) is Reason.EXPIRED


def test_a_name_that_no_invite_has_is_forgotten(coach: Talk) -> None:
    code = invited(coach, "R.D.")
    invited(coach, "Noor")
    coach.types("trek de uitnodiging van Piet in", "invite_client", client="Piet")
    assert coach.said == ["utter_open_invites_info"]
    coach.types("R.D.")

    assert why_not(coach, code) is Reason.EXPIRED


@pytest.mark.parametrize("words", ["trek Amira in", "nee wacht, trek amira toch in"])
def test_a_name_alone_tells_which_to_take_back(coach: Talk, words: str) -> None:
    codes = {name: invited(coach, name) for name in ("Amira", "Bo")}
    coach.types(words, "nlu_fallback")

    assert "utter_invite_taken_back" in coach.said
    assert (why_not(coach, codes["Amira"]), why_not(coach, codes["Bo"])) == (Reason.EXPIRED, None)


def test_a_name_that_nobody_has_takes_none_back(coach: Talk) -> None:
    invited(coach, "Amira")
    coach.types("trek mijn jas in", "nlu_fallback")

    assert "utter_invite_taken_back" not in coach.said
