"""A warm handover from coach to coach: the client reads it first and decides."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseload import consent
from caseload.conversations import account, conversation
from caseload.models import Channel, Handover, Purpose, Role
from caseload.people import add_person, coach_of, link
from doelenmeter.tables import Goal
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import ON_TIME, person


@pytest.fixture
def wim(session: Session) -> Talk:
    """Another coach."""
    made = add_person(session, role=Role.COACH, name="Wim Bos", now=NOW)
    here = account(session, channel=Channel.WEB, external_id="wim", person_id=made.id, now=NOW)
    return Talk(session, conversation(session, here.id, now=NOW))


def proposed(coach: Talk) -> Talk:
    coach.types("overzicht", "caseload_overview").presses("Draag iemand over")
    coach.types("wim bos", "find_instrument")
    return coach.presses("Vraag het je cliënt")


def coach_now(talk: Talk) -> str | None:
    found = coach_of(talk.session, person(talk))
    return found.name if found else None


def test_the_client_reads_agrees_and_the_new_coach_begins(
    coach: Talk, agreed: Talk, goal: Goal, wim: Talk
) -> None:
    agreed.types("check-in", "checkin_start").presses("+1").presses("Sla over")
    agreed.presses("Nee")
    coach.types("overzicht", "caseload_overview").presses("Draag iemand over")
    assert coach.said == ["utter_ask_handover_to"]
    coach.types("Wim Bos")
    assert ON_TIME.title in coach.text
    assert ON_TIME.levels[1] in coach.text
    coach.types("Rafiq belt liever dan dat hij mailt", "human_contact")
    coach.presses("Vraag het je cliënt")
    assert coach.said == ["utter_handover_asked"]
    assert coach_now(agreed) == "Sandra"

    agreed.types("hoi", "greet")
    assert "utter_handover_waits" in agreed.said
    agreed.presses("Bekijk het")
    assert "Rafiq belt liever" in agreed.text
    agreed.presses("Ja")
    assert agreed.said == ["utter_handover_agreed"]

    wim.types("hoi", "greet")
    assert "utter_handover_waits_coach" in wim.said
    wim.presses("Bekijk het")
    assert "Rafiq belt liever" in wim.text
    wim.presses("Ja, ik neem het over")
    assert wim.said == ["utter_handover_taken"]
    assert coach_now(agreed) == "Wim Bos"
    coach.types("overzicht", "caseload_overview")
    assert coach.said == ["utter_no_clients"]


def test_it_is_told_once_in_a_conversation(coach: Talk, client: Talk, wim: Talk) -> None:
    proposed(coach)
    client.types("hoi", "greet")
    assert "utter_handover_waits" in client.said
    client.types("ik woon in Tiel", "find_instrument")

    assert "utter_handover_waits" not in client.said


def test_a_client_who_says_no_stays(coach: Talk, client: Talk, wim: Talk) -> None:
    proposed(coach)
    client.types("hoi", "greet").presses("Bekijk het").presses("Nee")

    assert client.said[0] == "utter_handover_refused"
    assert "Sandra" in client.text
    wim.types("hoi", "greet")
    assert "utter_handover_waits_coach" not in wim.said
    coach.types("overzicht", "caseload_overview")
    assert "Rafiq gaat niet naar Wim Bos." in coach.text


def test_a_client_puts_other_words_in_its_place(
    coach: Talk, agreed: Talk, goal: Goal, wim: Talk
) -> None:
    proposed(coach)
    agreed.types("hoi", "greet").presses("Bekijk het").presses("Ik wil iets veranderen")
    agreed.types("ik wil vooral rust", "find_instrument")
    assert "ik wil vooral rust" in agreed.text
    assert ON_TIME.title not in agreed.text
    agreed.presses("Ja")
    wim.types("hoi", "greet").presses("Bekijk het")

    assert "ik wil vooral rust" in wim.text
    assert ON_TIME.title not in wim.text


def test_a_new_coach_who_cannot_changes_nothing(coach: Talk, client: Talk, wim: Talk) -> None:
    proposed(coach)
    client.types("hoi", "greet").presses("Bekijk het").presses("Ja")
    coach.types("overzicht", "caseload_overview")
    assert "Rafiq zei ja. Nu wacht het op Wim Bos." in coach.text
    wim.types("hoi", "greet").presses("Bekijk het").presses("Nee")

    assert wim.said[0] == "utter_handover_declined"
    assert coach_now(client) == "Sandra"


@pytest.mark.parametrize("name", ["Onbekend", "Sandra", "Rafiq", "Wim"])
def test_only_another_coach_by_the_whole_name(
    name: str, coach: Talk, client: Talk, wim: Talk
) -> None:
    coach.types("overzicht", "caseload_overview").presses("Draag iemand over").types(name)

    assert coach.said == ["utter_handover_nobody", "utter_ask_handover_to"]


def test_of_two_coaches_with_one_name_nobody_is_guessed(
    coach: Talk, client: Talk, wim: Talk
) -> None:
    add_person(coach.session, role=Role.COACH, name="Wim Bos", now=NOW)
    coach.types("overzicht", "caseload_overview").presses("Draag iemand over").types("Wim Bos")

    assert coach.said[0] == "utter_handover_two"


def test_a_second_handover_waits_for_the_first(coach: Talk, client: Talk, wim: Talk) -> None:
    proposed(coach)
    proposed(coach)

    assert coach.said == ["utter_handover_open"]
    assert len(coach.session.scalars(select(Handover)).all()) == 1


def test_goals_are_not_told_without_the_clients_yes(
    coach: Talk, agreed: Talk, goal: Goal, wim: Talk
) -> None:
    consent.withdraw(coach.session, person(agreed), Purpose.GOALS, now=NOW)
    coach.types("overzicht", "caseload_overview").presses("Draag iemand over").types("Wim Bos")

    assert ON_TIME.title not in coach.text


def test_who_is_not_concerned_sees_nothing(coach: Talk, client: Talk, wim: Talk) -> None:
    proposed(coach)
    (row,) = coach.session.scalars(select(Handover)).all()
    other = add_person(coach.session, role=Role.CLIENT, name="Noor", now=NOW)
    link(coach.session, coach_id=person(coach), client_id=other.id, now=NOW)
    here = account(
        coach.session, channel=Channel.WEB, external_id="noor", person_id=other.id, now=NOW
    )
    noor = Talk(coach.session, conversation(coach.session, here.id, now=NOW))
    for talk in (noor, wim, coach):
        talk.sends(f'/goals_list{{"part": "handover_answer", "handover": "{row.id}"}}')
        assert talk.said[0] == "utter_not_there"


@pytest.mark.parametrize(
    "words",
    ["draag iemand over", "ik wil iemand overdragen", "draag Rafiq over", "mijn cliënt overdragen"],
)
@pytest.mark.parametrize("intent", ["nlu_fallback", "human_contact", "caseload_overview"])
def test_a_coach_says_it_in_words(coach: Talk, client: Talk, words: str, intent: str) -> None:
    coach.types(words, intent)
    assert coach.said[-1] == "utter_ask_handover_to"
    assert "Rafiq" in coach.text
