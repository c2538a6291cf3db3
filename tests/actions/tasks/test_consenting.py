"""A yes is taken back, or given, by the very words of the consent texts."""

import re

import pytest

from caseload import consent
from caseload.models import Purpose
from doelenmeter import planning
from doelenmeter.grants import grant, unopened
from doelenmeter.prompt_tables import Schedule
from doelenmeter.tables import Goal
from tests.actions.talk import NOW, PHRASES, Talk
from tests.actions.tasks.conftest import person

ALL = {
    "ik trek het in": Purpose.GOALS,
    "geen berichten meer": Purpose.WEEKLY,
    "niet meer delen": Purpose.SHARING,
    "tel mij niet mee": Purpose.FIGURES,
}


@pytest.mark.parametrize("purpose", Purpose)
def test_the_words_that_the_texts_name_are_heard(purpose: Purpose) -> None:
    named = re.search(r'"([^"]+)"', consent.text(purpose).withdraw)

    assert named
    assert named[1] in PHRASES.words(f"withdraw_{purpose.value}")


@pytest.mark.parametrize(("words", "purpose"), ALL.items())
@pytest.mark.parametrize("intent", ["pause_prompts", "stop", "nlu_fallback", "restart"])
def test_a_yes_is_taken_back_whatever_it_resembles(
    words: str, purpose: Purpose, intent: str, client: Talk
) -> None:
    for every in Purpose:
        consent.give(client.session, person(client), every, now=NOW)
    client.types(f"{words.capitalize()}, graag!", intent)

    assert client.said[0] in (f"utter_withdrawn_{purpose.value}", "utter_introduction")
    assert f"utter_withdrawn_{purpose.value}" in client.said
    kept = {every for every in Purpose if consent.has(client.session, person(client), every)}
    assert kept == set(Purpose) - {purpose}


def test_the_weekly_message_stops(client: Talk) -> None:
    for purpose in (Purpose.GOALS, Purpose.WEEKLY):
        consent.give(client.session, person(client), purpose, now=NOW)
        planning.set_schedule(client.session, person(client), now=NOW)
        client.types("ik trek het in" if purpose is Purpose.GOALS else "geen berichten meer")
        row = client.session.get_one(Schedule, (person(client), "weekly"))
        assert row.next_due is None


def test_links_end(client: Talk, coach: Talk, goal: Goal) -> None:
    consent.give(client.session, person(client), Purpose.SHARING, now=NOW)
    token = grant(client.session, goal_id=goal.id, by=person(coach), name="Ali", now=NOW)
    client.types("niet meer delen")
    consent.give(client.session, person(client), Purpose.SHARING, now=NOW)

    with pytest.raises(ValueError, match="expired"):
        unopened(client.session, token, now=NOW)


def test_in_the_middle_of_a_check_in_nothing_more_is_asked(
    client: Talk,
    goal: Goal,
) -> None:
    client.types("check-in", "checkin_start").presses("+1").types("ik trek het in")

    assert client.said == ["utter_withdrawn_goals"]
    assert client.dialogue.task == {}


def test_without_a_yes_nothing_changes(client: Talk) -> None:
    client.types("tel mij niet mee")

    assert "utter_nothing_to_withdraw" in client.said
    assert not consent.history(client.session, person(client))


@pytest.mark.parametrize(
    "text", ["geen berichten meer deze maand", "ik trek het in twijfel", "ik wil delen in de winst"]
)
def test_other_sentences_are_no_withdrawal(text: str, client: Talk) -> None:
    for every in Purpose:
        consent.give(client.session, person(client), every, now=NOW)
    client.types(text, "find_instrument")

    assert all(consent.has(client.session, person(client), every) for every in Purpose)


def test_a_coach_or_a_stranger_takes_nothing_back(coach: Talk, visitor: Talk) -> None:
    for talk in (coach, visitor):
        talk.types("ik trek het in", "find_instrument")
        assert "utter_nothing_to_withdraw" not in talk.said


def test_counting_along_is_asked_with_its_text(client: Talk) -> None:
    client.types("tel mij mee")
    assert client.said[-1] == "utter_ask_consent"
    assert "geen naam" in client.text
    client.presses("Ja")

    assert client.said == ["utter_consent_kept", "utter_counted"]
    assert consent.has(client.session, person(client), Purpose.FIGURES)


@pytest.mark.parametrize("words", ["ook op mijn telefoon", "Ik wil ook op Telegram graag!"])
@pytest.mark.parametrize("intent", ["invite_client", "checkin_score", "out_of_scope"])
def test_who_is_in_asks_for_another_door(
    client: Talk, coach: Talk, words: str, intent: str
) -> None:
    for talk in (client, coach):
        talk.types(words, intent)
        reply = next(reply for reply in talk.replies if reply.response == "utter_another_door")
        assert reply.custom == {"door": True}
        assert talk.dialogue.task == {}


def test_somebody_unknown_has_no_door_to_add(visitor: Talk) -> None:
    visitor.types("ook op mijn telefoon", "out_of_scope")

    assert "utter_another_door" not in visitor.said
