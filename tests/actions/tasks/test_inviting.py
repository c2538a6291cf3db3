"""A coach invites a client, sees who did not come in yet, and takes an invite back."""

from datetime import timedelta

import pytest

from caseload.conversations import account
from caseload.invites import InviteError, Reason, invite, redeem
from caseload.models import Channel, Conversation, Invite, Role
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person


def invited(coach: Talk, name: str) -> str:
    """Make an invite as the gateway does, and give its code."""
    fresh = invite(coach.session, by=person(coach), role=Role.CLIENT, name=name, now=NOW)
    return fresh.code


def why_not(coach: Talk, code: str) -> Reason | None:
    """Try a code at a new door."""
    here = account(coach.session, channel=Channel.WEB, external_id=f"try {code}", now=NOW)
    try:
        redeem(coach.session, secret=code, account_id=here.id, now=NOW)
    except InviteError as error:
        return error.reason
    return None


def test_an_invite_is_asked_a_name_and_left_to_the_gateway(coach: Talk) -> None:
    coach.types("ik wil iemand uitnodigen", "invite_client")
    assert coach.said == ["utter_ask_invite_name"]
    coach.types("Fatma", "caseload_overview")

    assert coach.said == ["utter_invited"]
    assert coach.replies[0].custom == {"invite": "Fatma"}
    assert "Fatma" in coach.text
    assert coach.dialogue.task == {}


def test_a_name_that_was_said_at_once_is_not_asked(coach: Talk) -> None:
    coach.types("nodig Fatma uit", "invite_client", client="Fatma")

    assert coach.replies[0].custom == {"invite": "Fatma"}


def test_a_second_client_of_one_name_gets_another(coach: Talk, client: Talk) -> None:
    coach.types("nodig rafiq uit", "invite_client", client="rafiq")
    assert coach.said == ["utter_invite_same_name", "utter_ask_invite_name"]
    coach.types("Rafiq H")

    assert coach.replies[0].custom == {"invite": "Rafiq H"}


def test_a_story_is_no_name_and_never_mind_ends_it(coach: Talk) -> None:
    coach.advised().types("uitnodigen", "invite_client")
    coach.types("hij woont in Tiel en heeft veel schulden", "find_instrument")
    assert coach.said == ["utter_only_a_name", "utter_ask_invite_name"]
    coach.types("in Buren dan?", "find_instrument")
    assert coach.said == ["utter_only_a_name", "utter_ask_invite_name"]
    coach.presses("Toch niet")

    assert coach.said == ["utter_task_dropped"]
    assert coach.dialogue.step == "advice"


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


@pytest.mark.parametrize("name", ["Anja van den Berg", "Mohammed el Idrissi", "Jan-Willem"])
def test_a_family_name_is_invited_whatever_the_model_hears(coach: Talk, name: str) -> None:
    coach.types(f"nodig {name} uit", "nlu_fallback")
    assert coach.replies[-1].custom == {"invite": name}


def test_who_is_not_to_be_invited_yet_is_not(coach: Talk) -> None:
    coach.types("nodig Anja nog niet uit", "nlu_fallback")
    assert not any((reply.custom or {}).get("invite") for reply in coach.replies)


def test_a_name_where_the_invites_are_shown(coach: Talk) -> None:
    code = invited(coach, "Fatma")
    coach.types("wie heb ik uitgenodigd", "invite_client").types("fatima?", "progress_show")
    assert "utter_invite_taken_back" not in coach.said
    coach.types("wie heb ik uitgenodigd", "invite_client")
    coach.types("die van fatma", "progress_show")

    assert coach.said[0] == "utter_invite_taken_back"
    assert why_not(coach, code) is Reason.EXPIRED


def test_somebody_else_is_invited_where_the_invites_are_shown(coach: Talk) -> None:
    code = invited(coach, "Fatma")
    coach.types("wie heb ik uitgenodigd", "invite_client")
    coach.types("nodig Wim uit", "invite_client", client="Wim")

    assert coach.replies[0].custom == {"invite": "Wim"}
    assert why_not(coach, code) is None


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


def test_the_overview_tells_who_did_not_come_in_yet(coach: Talk, client: Talk) -> None:
    coach.types("overzicht", "caseload_overview")
    assert "Uitnodigingen" not in coach.titles
    invited(coach, "Fatma")
    coach.types("overzicht", "caseload_overview")
    assert "Uitgenodigd, nog niet binnen: Fatma." in coach.text
    coach.presses("Uitnodigingen").presses("Trek in: Fatma")

    coach.types("overzicht", "caseload_overview")
    assert "Fatma" not in coach.text


def test_one_that_expired_is_no_longer_open(coach: Talk) -> None:
    then = NOW - timedelta(days=8)
    invite(coach.session, by=person(coach), role=Role.CLIENT, name="Fatma", now=then)
    coach.types("openstaande uitnodigingen", "invite_client")

    assert coach.said[0] == "utter_no_open_invites"


def test_a_name_that_sounds_like_a_yes_is_a_name(coach: Talk) -> None:
    coach.types("uitnodigen", "invite_client").types("Jan", "affirm")
    assert coach.replies[0].custom == {"invite": "Jan"}

    coach.types("uitnodigen", "invite_client").types("ja hoor", "affirm")
    assert coach.dialogue.step == "invite_name"


@pytest.mark.parametrize(
    ("words", "intent", "said"),
    [
        ("hoe gaat het met mijn mensen", "caseload_overview", "utter_clients_info"),
        ("hoe gaat het met Fatma?", "progress_show", None),
        ("Fatma 45 Tiel wil werken en heeft schulden", "find_instrument", "utter_advice"),
        ("bedankt", "thanks", "utter_thanks"),
        ("wie kan dit zien?", "privacy_question", "utter_privacy"),
    ],
)
def test_the_invites_do_not_cling(
    coach: Talk, client: Talk, words: str, intent: str, said: str | None
) -> None:
    code = invited(coach, "Fatma")
    coach.types("welke uitnodigingen staan nog open", "invite_client")
    coach.types(words, intent, kenmerken={"3.3": "schulden"} if "schulden" in words else None)

    assert said is None or said in coach.said
    assert "utter_open_invites_info" not in coach.said
    coach.types("ja", "affirm")
    assert "utter_open_invites_info" not in coach.said
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


@pytest.mark.parametrize("intent", ["invite_client", "nlu_fallback", "find_instrument"])
def test_a_name_in_small_letters_is_a_name(coach: Talk, intent: str) -> None:
    coach.types("nodig noor uit", intent)
    assert coach.replies[-1].custom == {"invite": "Noor"}


def test_nobody_is_called_a_client(coach: Talk) -> None:
    assert coach.types("nodig iemand uit", "invite_client").said == ["utter_ask_invite_name"]


@pytest.mark.parametrize("words", ["mw 45, Tiel", "hij wil, denk ik, werken", "man, autisme"])
def test_a_case_is_nobodys_name(coach: Talk, words: str) -> None:
    coach.types("nodig een client uit", "invite_client").types(words)
    assert coach.said[0] == "utter_only_a_name"
    assert coach.dialogue.step == "invite_name"


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


@pytest.mark.parametrize("intent", ["deny", "affirm", "unsure", "prefer_not_say"])
def test_a_name_is_a_name_whatever_it_sounds_like(coach: Talk, intent: str) -> None:
    coach.types("uitnodigen", "invite_client").types("Bo de Wit", intent)

    assert coach.replies[0].custom == {"invite": "Bo de Wit"}


@pytest.mark.parametrize("words", ["nee", "liever niet", "laat maar", "weet ik niet", "geen idee"])
def test_a_no_is_nobodys_name(coach: Talk, words: str) -> None:
    coach.types("uitnodigen", "invite_client").types(words, "deny")

    assert coach.said == ["utter_task_dropped"]


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
