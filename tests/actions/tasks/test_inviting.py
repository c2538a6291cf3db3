"""A coach invites a client, sees who did not come in yet, and takes an invite back."""

from datetime import timedelta

import pytest

from caseload.invites import Reason, invite
from caseload.models import Role
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person
from tests.actions.tasks.invites import invited, why_not


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


@pytest.mark.parametrize("intent", ["deny", "affirm", "unsure", "prefer_not_say"])
def test_a_name_is_a_name_whatever_it_sounds_like(coach: Talk, intent: str) -> None:
    coach.types("uitnodigen", "invite_client").types("Bo de Wit", intent)

    assert coach.replies[0].custom == {"invite": "Bo de Wit"}


@pytest.mark.parametrize("words", ["nee", "liever niet", "laat maar", "weet ik niet", "geen idee"])
def test_a_no_is_nobodys_name(coach: Talk, words: str) -> None:
    coach.types("uitnodigen", "invite_client").types(words, "deny")

    assert coach.said == ["utter_task_dropped"]
