"""A link for who helps at work: after the client's yes, for one goal."""

from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person, link
from doelenmeter.tables import Goal
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person


def test_a_coach_reads_what_the_client_has_to_say_first(
    coach: Talk, client: Talk, goal: Goal
) -> None:
    coach.types("laat de werkbegeleider scoren", "third_party_score")

    assert coach.said == ["utter_share_needs_yes"]
    assert "ik wil delen" in coach.text
    assert coach.dialogue.task == {}


def test_the_words_that_the_client_says_lead_to_a_link(
    coach: Talk, client: Talk, goal: Goal
) -> None:
    client.types("ik wil delen", "nlu_fallback")
    assert client.said[-1] == "utter_ask_consent"
    assert "begeleider op het werk" in client.text
    client.presses("Ja")
    assert consent.has(client.session, person(client), Purpose.SHARING)
    assert client.said == ["utter_consent_kept", "utter_ask_share_name"]
    client.types("Ali")

    assert client.said == ["utter_shared"]
    assert client.replies[0].custom == {"share": {"goal": goal.id, "name": "Ali"}}


def test_a_coach_gets_a_link_once_the_client_said_yes(
    coach: Talk, client: Talk, goal: Goal
) -> None:
    consent.give(client.session, person(client), Purpose.SHARING, now=NOW)
    coach.types("link voor de werkbegeleider", "third_party_score", client="Rafiq")
    coach.types("mijn jobcoach Ali", "third_party_score")

    assert coach.replies[0].custom == {"share": {"goal": goal.id, "name": "mijn jobcoach Ali"}}


def test_a_no_shares_nothing(client: Talk, goal: Goal) -> None:
    client.types("laat mijn baas scoren", "third_party_score").presses("Nee")

    assert client.said[0] == "utter_purpose_refused"
    assert not consent.has(client.session, person(client), Purpose.SHARING)


def test_several_goals_are_chosen_from(coach: Talk, client: Talk, second_goal: Goal) -> None:
    consent.give(client.session, person(client), Purpose.SHARING, now=NOW)
    coach.types("link voor de werkbegeleider", "third_party_score")
    assert coach.said == ["utter_ask_which_goal"]
    coach.presses(coach.titles[1]).types("Ali")

    assert coach.replies[0].custom == {"share": {"goal": second_goal.id, "name": "Ali"}}


def test_a_client_who_moves_away_meanwhile_is_not_shared(
    coach: Talk, client: Talk, goal: Goal
) -> None:
    consent.give(client.session, person(client), Purpose.SHARING, now=NOW)
    coach.types("link voor de werkbegeleider", "third_party_score")
    other = add_person(coach.session, role=Role.COACH, name="Wim", now=NOW)
    link(coach.session, coach_id=other.id, client_id=person(client), now=NOW)
    coach.types("Ali")

    assert coach.said[0] == "utter_not_there"


def test_a_greeting_is_nobodys_name(coach: Talk, client: Talk, goal: Goal) -> None:
    client.types("ik wil delen", "nlu_fallback")
    client.presses("Ja")
    client.types("hoi", "greet")

    assert "utter_shared" not in client.said
    client.types("Ali")
    assert client.said == ["utter_shared"]


def test_the_name_of_the_client_is_asked_again(coach: Talk, client: Talk, goal: Goal) -> None:
    consent.give(client.session, person(client), Purpose.SHARING, now=NOW)
    coach.types("link voor de werkbegeleider", "third_party_score").types("rafiq")

    assert coach.said == ["utter_ask_share_name"]
    coach.types("Ali")
    assert coach.said == ["utter_shared"]
