"""A coach puts right the score that was saved just now, without saying whose it is."""

from datetime import timedelta

import pytest

from caseload import consent
from caseload.conversations import account, conversation
from caseload.models import Channel, Person, Purpose, Role
from caseload.people import add_person, link
from doelenmeter import scores
from doelenmeter.tables import Goal, Party
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.checkin_expected import TalkInTime
from tests.actions.tasks.conftest import new_goal, person
from tests.actions.tasks.test_checkin import stored, words

ALSO = ("Amira", "Bo")


@pytest.fixture
def busy(coach: Talk, agreed: Talk, goal: Goal) -> TalkInTime:
    """Sandra, who coaches two others as well, all of them with a goal."""
    for name in ALSO:
        made = add_person(coach.session, role=Role.CLIENT, name=name, now=NOW)
        link(coach.session, coach_id=person(coach), client_id=made.id, now=NOW)
        consent.give(coach.session, made.id, Purpose.GOALS, now=NOW)
        here = account(
            coach.session, channel=Channel.WEB, external_id=name, person_id=made.id, now=NOW
        )
        talk = Talk(coach.session, conversation(coach.session, here.id, now=NOW))
        new_goal(coach.session, talk, coach)
    return TalkInTime(coach.session, coach.conversation_id)


def scored(talk: TalkInTime, text: str, level: str) -> TalkInTime:
    talk.types(text, "checkin_score", level=level)
    return talk.types("ja", "affirm")


def newest(talk: Talk, goal: Goal) -> list[int]:
    seen = scores.visible_scores(talk.session, goal.id, viewer=Party.COACH)
    return [score.level for score in seen.current]


@pytest.mark.parametrize(
    ("text", "intent", "level"),
    [
        ("nee het was +2", "deny", 2),
        ("nee het was +2", "correct_score", 2),
        ("foutje moet 0 zijn", "nlu_fallback", 0),
        ("oeps, verkeerd getikt, moet -1 zijn", "frustration", -1),
        ("sorry, 0", "deny", 0),
        ("moest 0 zijn", "nlu_fallback", 0),
        ("maak er 2 van", "refine_practical", 2),
        ("dat moet 0 worden", "find_instrument", 0),
    ],
)
def test_without_a_name_it_is_the_score_of_just_now(
    busy: TalkInTime, goal: Goal, text: str, intent: str, level: int
) -> None:
    scored(busy, "Rafiq +1", "1").presses("Sla over")
    busy.types(text, intent)

    assert busy.said == ["utter_scored_already", "utter_ask_meant"]
    assert "Rafiq" in busy.text
    busy.types("ja", "affirm")
    if busy.dialogue.step == "score_reason":
        busy.types("we telden het samen na")
    assert newest(busy, goal) == [level]


@pytest.mark.parametrize("text", ["nee het was +2", "foutje moet 2 zijn"])
def test_while_the_question_beside_it_is_open(busy: TalkInTime, goal: Goal, text: str) -> None:
    scored(busy, "Rafiq +1", "1").types(text, "deny")

    assert busy.said == ["utter_ask_meant"]
    assert busy.titles[0].startswith("+2")


def test_a_slip_needs_no_other_reason(busy: TalkInTime, goal: Goal) -> None:
    scored(busy, "Rafiq +1", "1").presses("Sla over")
    busy.types("typfout, moet +2 zijn", "nlu_fallback", level="2").types("ja", "affirm")

    assert busy.said == ["utter_score_kept", "utter_ask_helped"]
    assert newest(busy, goal) == [2]
    assert words(busy) == []


def test_a_name_tells_that_it_is_about_another(busy: TalkInTime, goal: Goal) -> None:
    scored(busy, "Rafiq +1", "1").presses("Sla over")
    busy.types("nee Bo was +2", "correct_score", level="2")

    assert newest(busy, goal) == [1]
    assert "utter_scored_already" not in busy.said


def test_much_later_it_is_asked_whose(busy: TalkInTime, goal: Goal) -> None:
    scored(busy, "Rafiq +1", "1").presses("Sla over")
    busy.now = NOW + timedelta(hours=1)
    busy.types("nee het was +2", "correct_score", level="2")

    assert busy.said == ["utter_ask_whose"]


def test_over_a_list_a_number_is_one_of_the_list(busy: TalkInTime, goal: Goal) -> None:
    scored(busy, "Rafiq +1", "1").presses("Sla over")
    busy.advised().types("nee 2", "choose", instrument="2")

    assert "utter_ask_meant" not in busy.said


def test_a_client_puts_it_right_where_the_message_is_offered(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("+1").presses("Sla over")
    assert agreed.dialogue.step == "weekly_yes"
    agreed.types("nee wacht, het was 3 keer", "deny")

    assert agreed.said == ["utter_scored_already", "utter_ask_meant"]


def test_a_wrong_score_takes_its_reason_with_it(busy: TalkInTime, goal: Goal) -> None:
    scored(busy, "Rafiq +2, hij belt nu zelf zijn baas", "2")
    assert [said for _, said in words(busy)] == ["hij belt nu zelf zijn baas"]
    busy.now = NOW + timedelta(minutes=1)
    busy.types("foutje, moet 0 zijn").types("ja", "affirm")

    assert busy.said == ["utter_score_kept", "utter_ask_hindered"]
    busy.presses("Sla over").types("hoe gaat het met Rafiq", "progress_show")
    assert "belt nu zelf" not in busy.text


def test_the_reason_of_the_right_score_is_shown(busy: TalkInTime, goal: Goal) -> None:
    scored(busy, "Rafiq +2, hij belt nu zelf zijn baas", "2")
    busy.now = NOW + timedelta(minutes=1)
    busy.types("nee het was +1").types("ja", "affirm").types("hij belde maar één keer")
    busy.types("hoe gaat het met Rafiq", "progress_show")

    assert "hij belde maar één keer" in busy.text
    assert "belt nu zelf" not in busy.text


def test_a_level_in_place_of_another_is_asked_its_own_reason(busy: TalkInTime, goal: Goal) -> None:
    busy.types("Rafiq +2, hij belt nu zelf zijn baas", "checkin_score", level="2")
    busy.types("nee -1", "deny", level="-1").types("ja", "affirm")

    assert busy.said == ["utter_score_kept", "utter_ask_hindered"]
    assert words(busy) == []


def test_three_clients_in_a_row(busy: TalkInTime, goal: Goal) -> None:
    scored(busy, "Rafiq +1", "1").types("score Bo 0", "checkin_score", level="0")
    assert "Bo" in busy.text
    assert busy.said == ["utter_ask_meant"]
    busy.types("ja", "affirm").types("Amira -1", "nlu_fallback", level="-1").types("ja", "affirm")

    assert stored(busy) == [("coach", 1), ("coach", 0), ("coach", -1)]
    assert words(busy) == []


def test_another_client_before_the_first_was_right_is_said(busy: TalkInTime, goal: Goal) -> None:
    busy.types("Rafiq +1", "checkin_score", level="1").types("Bo 0", "checkin_score", level="0")

    assert busy.said == ["utter_score_not_kept", "utter_ask_meant"]
    assert "Rafiq" in busy.text
    assert "Bo" in busy.text


def test_a_name_of_initials_is_no_remark(coach: Talk, agreed: Talk, goal: Goal) -> None:
    rafiq = coach.session.get_one(Person, person(agreed))
    rafiq.name = "R.D."
    coach.types("score R.D. +1", "checkin_score", level="1").types("ja", "affirm")

    assert coach.said == ["utter_score_kept", "utter_ask_helped"]


@pytest.mark.parametrize("words", ["scores: Rafiq +1, Bo -1", "Rafiq 0 en Amira +1"])
def test_two_clients_in_one_line_are_not_mixed_up(busy: TalkInTime, goal: Goal, words: str) -> None:
    busy.types(words, "checkin_score", level=("1", "-1"))

    assert busy.said[-1] == "utter_one_score"
    assert stored(busy) == []


def test_laat_maar_ends_what_was_read_back(busy: TalkInTime, goal: Goal) -> None:
    busy.types("Rafiq +1", "checkin_score", level="1").types("laat maar")

    assert busy.said == ["utter_not_now"]
    assert stored(busy) == []


def test_check_in_while_it_is_asked_asks_it_again(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("check-in", "checkin_start")

    assert agreed.said == ["utter_ask_score"]


@pytest.mark.parametrize("text", ["nee dat was voor Bo", "oeps, dit is van Amira"])
def test_words_about_another_client_are_no_remark(busy: TalkInTime, goal: Goal, text: str) -> None:
    scored(busy, "Rafiq +1", "1").types(text, "deny")

    assert busy.said == ["utter_score_of_another", "utter_ask_helped"]
    assert words(busy) == []


def test_before_it_is_kept_the_other_is_asked(busy: TalkInTime, goal: Goal) -> None:
    busy.types("Rafiq +1", "checkin_score", level="1").types("oeps nee, voor Bo", "deny")

    assert busy.said[0] == "utter_score_not_kept"
    assert busy.dialogue.task["client_name"] == "Bo"
    assert busy.dialogue.step == "score"
