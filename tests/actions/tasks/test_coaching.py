"""A coach sees how the week of all clients went."""

from datetime import datetime, timedelta

import pytest

from caseload import consent
from caseload.conversations import conversation
from caseload.models import ChannelAccount, Purpose, Role
from caseload.people import add_person, link
from caseload.requests import request_person
from doelenmeter import scores, states
from doelenmeter.prompt_tables import PromptKind, Sending
from doelenmeter.prompts import ask
from doelenmeter.tables import CheckIn, Goal, Kind, Party, Topic
from tests.actions.talk import NOW, Talk, typed
from tests.actions.tasks.conftest import ON_TIME, new_goal, person

WEEK = timedelta(days=7)


@pytest.mark.parametrize("intent", ["invite_client", "caseload_overview"])
def test_it_is_for_coaches_only(intent: str, client: Talk, visitor: Talk) -> None:
    for talk in (client, visitor):
        talk.types("nodig iemand uit", intent)
        assert talk.said[0] == "utter_for_coaches"


def test_without_clients_the_coach_can_invite(coach: Talk) -> None:
    coach.types("hoe gaat het met mijn mensen", "caseload_overview")

    assert coach.said == ["utter_no_clients"]
    coach.presses("Nodig")
    assert coach.said == ["utter_ask_invite_name"]


def test_a_digest_about_nobody_is_not_sent(coach: Talk) -> None:
    coach.hear(typed("EXTERNAL: prompt_digest", "prompt_digest", 0.0))

    assert coach.said == []


def score(talk: Talk, goal: Goal, level: int, days: int, by: Party = Party.CLIENT) -> None:
    at = NOW - timedelta(days=days)
    here = scores.open_check_ins(talk.session, goal.id)
    known = [found for found in here if found.opened_at == at]
    opened = known[0] if known else _open(talk, goal, at)
    scores.give(talk.session, opened.id, by=by, person_id=person(talk), level=level, now=at)


def _open(talk: Talk, goal: Goal, at: datetime) -> CheckIn:
    return scores.open_check_in(talk.session, goal.id, kind=Kind.WEEKLY, now=at)


def test_who_needs_a_word_is_named_with_the_reason(coach: Talk, agreed: Talk, goal: Goal) -> None:
    score(agreed, goal, 2, days=8)
    score(agreed, goal, 0, days=1)
    score(coach, goal, 2, days=1, by=Party.COACH)
    for number in range(3):
        row = ask(
            coach.session,
            person(agreed),
            kind=PromptKind.WEEKLY,
            due_at=NOW + number * WEEK,
            now=NOW,
        )
        row.state = Sending.SENT.value
    coach.types("hoe gaat het met mijn mensen", "caseload_overview")

    assert coach.said == ["utter_clients_info"]
    assert coach.text.splitlines()[1:] == [
        "**Rafiq**: gaf deze week een score, een stap terug.",
        f"Jouw score van 21 november 2026: {ON_TIME.levels[2]}",
        f"Jullie scores verschillen bij: {ON_TIME.title}. Praat erover.",
        "Geeft al drie weken geen antwoord. Bel eens.",
    ]


def test_an_own_score_is_seen_and_is_no_answer_of_the_client(
    coach: Talk, agreed: Talk, goal: Goal
) -> None:
    coach.types("ik wil een score geven voor Rafiq", "checkin_score").presses("+1")
    coach.types("hoe gaat het met mijn mensen", "caseload_overview")

    assert coach.text.splitlines()[1:] == [
        "**Rafiq**: gaf deze week geen score.",
        f"Jouw score van 22 november 2026: {ON_TIME.levels[1]}",
    ]


def test_others_stand_together_by_name_and_nobody_is_ranked(
    coach: Talk, agreed: Talk, goal: Goal
) -> None:
    for name in ("Zoë", "Amira"):
        other = add_person(coach.session, role=Role.CLIENT, name=name, now=NOW)
        link(coach.session, coach_id=person(coach), client_id=other.id, now=NOW)
    coach.types("overzicht", "caseload_overview")

    assert coach.text.splitlines()[1:] == [
        "Nog geen ja op het bewaren van doelen: Amira en Zoë.",
        "Geen score deze week: Rafiq.",
    ]


def test_a_goal_that_waits_is_a_goal(coach: Talk, agreed: Talk, goal: Goal) -> None:
    states.hold(coach.session, goal.id, by=Party.CLIENT, now=NOW)
    coach.types("overzicht", "caseload_overview")

    assert coach.text.splitlines()[1:] == ["Het doel wacht op een ja of op zijn beurt: Rafiq."]


def test_a_wish_for_a_person_stands_in_the_week(coach: Talk, agreed: Talk, goal: Goal) -> None:
    account = coach.session.query(ChannelAccount).filter_by(person_id=person(agreed)).one()
    talk = conversation(coach.session, account.id, now=NOW)
    request_person(coach.session, talk, sentence="Bel mij", now=NOW)
    coach.types("overzicht", "caseload_overview")

    assert "Wil iemand spreken" in coach.text


def test_the_digest_comes_by_itself_with_the_same_words(
    coach: Talk, agreed: Talk, goal: Goal
) -> None:
    coach.types("overzicht", "caseload_overview")
    asked = coach.text
    coach.hear(typed("EXTERNAL: prompt_digest", "prompt_digest", 0.0))

    assert coach.text == asked


def test_a_client_of_another_coach_is_in_no_overview(coach: Talk, client: Talk) -> None:
    other = add_person(coach.session, role=Role.COACH, name="Wim", now=NOW)
    stranger = add_person(coach.session, role=Role.CLIENT, name="Noor", now=NOW)
    link(coach.session, coach_id=other.id, client_id=stranger.id, now=NOW)
    coach.types("overzicht", "caseload_overview")

    assert "Noor" not in coach.text
    assert "Rafiq" in coach.text


def test_scores_of_before_a_withdrawal_are_not_told(coach: Talk, agreed: Talk, goal: Goal) -> None:
    score(agreed, goal, 2, days=1)
    consent.withdraw(coach.session, person(agreed), Purpose.GOALS, now=NOW)
    new_goal(coach.session, agreed, coach, "4.1-a")
    coach.types("overzicht", "caseload_overview")

    assert coach.text.splitlines()[1:] == ["Nog geen ja op het bewaren van doelen: Rafiq."]


def test_the_words_of_the_client_stand_in_the_week(coach: Talk, agreed: Talk, goal: Goal) -> None:
    score(agreed, goal, 2, days=1)
    (opened,) = scores.open_check_ins(agreed.session, goal.id)
    for topic, words in ((Topic.HELPED, "mijn zus belt me"), (Topic.INSTRUMENT, "te moeilijk")):
        scores.remark(
            agreed.session,
            opened.id,
            by=Party.CLIENT,
            person_id=person(agreed),
            topic=topic,
            words=words,
            now=NOW,
        )
    coach.types("overzicht", "caseload_overview")

    assert coach.text.splitlines()[1:] == [
        "**Rafiq**: gaf deze week een score.",
        "Zei: “mijn zus belt me”",
        "Over de hulp: “te moeilijk”",
    ]
