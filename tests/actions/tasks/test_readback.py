"""Reading back: nothing is stored that was not read, and every part can still change."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from caseload import consent
from caseload.conversations import account, conversation
from caseload.models import Channel, Purpose, Role
from caseload.people import add_person, link
from doelenmeter import goals, scales, states
from doelenmeter.tables import Goal, Party, Wording
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import ON_TIME, person


def read(talk: Talk) -> Talk:
    """A standard goal, read back."""
    talk.sends('/set_goal{"standard": "1.1-a"}').presses("Over 3 maanden")
    assert talk.said == ["utter_scale_read_back"]
    return talk


def wordings(session: Session) -> list[Wording]:
    return list(session.scalars(select(Wording).order_by(Wording.id)))


def test_a_level_is_changed_and_read_back_again(agreed: Talk) -> None:
    read(agreed).presses("Verander een stap").presses(ON_TIME.levels[1])
    assert agreed.said == ["utter_ask_goal_new_text"]
    agreed.types("ik ben 2 keer te laat, maar ik bel", "checkin_score")
    assert agreed.said == ["utter_scale_read_back"]
    assert "+1  Ik ben 2 keer te laat, maar ik bel." in agreed.text
    agreed.types("ja", "affirm")

    (stored,) = wordings(agreed.session)
    assert goals.texts(stored) == {**ON_TIME.levels, 1: "Ik ben 2 keer te laat, maar ik bel."}


def test_a_level_named_in_words(agreed: Talk) -> None:
    read(agreed).types("nee", "deny").types("de stap met 2 keer te laat", "checkin_score")

    assert agreed.said == ["utter_ask_goal_new_text"]
    assert ON_TIME.levels[1] in agreed.text


def test_a_text_that_another_level_has_is_asked_again(agreed: Talk) -> None:
    read(agreed).presses("Verander").presses(ON_TIME.levels[1]).types(ON_TIME.levels[0].upper())

    assert agreed.said == ["utter_goal_same_step", "utter_ask_goal_new_text"]
    agreed.presses("Laat zo")
    assert ON_TIME.levels[1] in agreed.text


def test_the_name_and_the_day_change(agreed: Talk) -> None:
    read(agreed).presses("Verander").presses("De naam").types("vroeg op mijn stage zijn")
    assert "Vroeg op mijn stage zijn" in agreed.text
    agreed.presses("Verander").presses("De dag").types("eind mei", "refine_practical")

    assert agreed.said == ["utter_scale_read_back"]
    assert "31 mei 2027" in agreed.text


def test_without_the_lowest_level_and_back_again(agreed: Talk) -> None:
    read(agreed).presses("Zonder de laagste stap")
    assert ON_TIME.levels[-1] not in agreed.text
    assert "Zonder de laagste stap" not in agreed.titles
    agreed.types("terug", "step_back")

    assert ON_TIME.levels[-1] in agreed.text


def test_three_levels_are_enough(agreed: Talk) -> None:
    read(agreed).presses("Met maar 3 stappen").presses("Klopt")

    (stored,) = wordings(agreed.session)
    assert sorted(goals.texts(stored)) == [0, 1, 2]
    assert stored.goal.scale == "doelenmeter_3"


def test_rather_not_keeps_nothing(agreed: Talk) -> None:
    read(agreed).presses("Toch niet")

    assert agreed.said == ["utter_goal_dropped"]
    assert wordings(agreed.session) == []
    assert agreed.dialogue.task == {}


def test_the_signs_that_somebody_likes(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("Andere tekens").presses("😀 Gezichtjes")
    agreed.types("stop", "stop").types("hoi", "greet")

    assert "🙁" in read(agreed).text


def test_an_agreed_goal_changes_for_a_reason(agreed: Talk, goal: Goal) -> None:
    agreed.types("ik wil mijn doel veranderen", "set_goal")
    assert agreed.said[-1] == "utter_scale_which_step"
    agreed.presses(ON_TIME.levels[2]).types("ik ben hooguit 1 keer te laat").presses("Klopt")
    assert agreed.said == ["utter_ask_goal_why"]
    assert len(wordings(agreed.session)) == 1
    agreed.types("de bus rijdt nu anders")

    newest = goals.latest(agreed.session, goal.id)
    assert newest.reason == "de bus rijdt nu anders"
    assert newest.texts["2"] == "Ik ben hooguit 1 keer te laat."
    assert goals.in_force(agreed.session, goal.id) == wordings(agreed.session)[0]


def move_the_day(agreed: Talk, goal: Goal) -> Wording:
    agreed.types("ik wil mijn doel veranderen", "set_goal").presses("De dag")
    assert agreed.said == ["utter_ask_goal_when"]
    agreed.types("1 juni 2027", "refine_practical")
    assert "1 juni 2027" in agreed.text
    agreed.presses("Klopt").types("ik was lang ziek")
    assert agreed.said == ["utter_goal_proposed"]
    return goals.latest(agreed.session, goal.id)


def test_the_day_of_an_agreed_goal_moves_when_both_agree(
    agreed: Talk, coach: Talk, goal: Goal
) -> None:
    newest = move_the_day(agreed, goal)
    agreed_words = goals.in_force(agreed.session, goal.id)
    assert agreed_words is not None
    assert (agreed_words.target_date, newest.target_date) == (date(2027, 2, 1), date(2027, 6, 1))
    coach.types("hallo", "greet").presses("Bekijk het doel")
    assert "ik was lang ziek" in coach.text
    assert "De dag is 1 juni 2027" in coach.text
    coach.presses("Ja, dit klopt")

    assert goals.in_force(agreed.session, goal.id) == newest
    agreed.types("mijn doelen", "goals_list")
    assert "De dag is 1 juni 2027" in agreed.text


def test_a_moved_day_that_is_refused_is_put_back(agreed: Talk, coach: Talk, goal: Goal) -> None:
    move_the_day(agreed, goal)
    coach.types("hallo", "greet").presses("Bekijk het doel").presses("Nee").presses("Sla over")

    assert goals.latest(agreed.session, goal.id).target_date == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("de einddatum van mijn doel verzetten naar 1 juni 2027", "utter_scale_read_back"),
        ("ik wil de einddatum van mijn doel veranderen", "utter_ask_goal_when"),
        ("ik heb meer tijd nodig voor mijn doel", "utter_ask_goal_when"),
        ("verander mijn doel: op tijd zijn", "utter_scale_which_step"),
    ],
)
def test_who_names_the_day_is_not_asked_what_changes(
    agreed: Talk, goal: Goal, words: str, said: str
) -> None:
    agreed.types(words, "set_goal")

    assert agreed.said[-1] == said
    if said == "utter_scale_read_back":
        assert "1 juni 2027" in agreed.text


def test_a_day_in_words_where_is_asked_what_changes(agreed: Talk, goal: Goal) -> None:
    agreed.types("mijn doel aanpassen", "set_goal").types("de datum")
    assert agreed.said == ["utter_ask_goal_when"]
    agreed.types("terug", "step_back")

    assert agreed.said[-1] == "utter_scale_which_step"


def test_other_words_for_a_goal_whose_day_is_past(agreed: Talk, goal: Goal) -> None:
    goal.start_date = date(2026, 1, 1)
    agreed.session.execute(update(Wording).values(target_date=date(2026, 11, 1)))
    agreed.types("mijn doel aanpassen", "set_goal").presses("De naam").types("op tijd zijn")
    agreed.presses("Klopt")

    assert agreed.said == ["utter_ask_goal_why"]


@pytest.mark.parametrize("leave", ["Laat zo", None])
def test_without_a_reason_or_a_change_nothing_changes(
    agreed: Talk, goal: Goal, leave: str | None
) -> None:
    agreed.types("mijn doel aanpassen", "set_goal")
    if leave:
        agreed.presses("De naam").types("op tijd zijn").presses("Klopt").presses(leave)
    else:
        agreed.presses("Laat zo").presses("Klopt")

    assert agreed.said == ["utter_goal_unchanged"]
    assert len(wordings(agreed.session)) == 1


def test_a_goal_that_the_other_ended_meanwhile(agreed: Talk, goal: Goal) -> None:
    agreed.types("mijn doel aanpassen", "set_goal").presses("De naam").types("op tijd zijn")
    agreed.presses("Klopt")
    states.stop(agreed.session, goal.id, by=Party.COACH, reason="Andere baan.", now=NOW)
    agreed.types("het past niet meer")

    assert agreed.said == ["utter_goal_gone"]


def test_with_two_goals_one_is_chosen(agreed: Talk, second_goal: Goal) -> None:
    agreed.types("mijn doel is te moeilijk", "set_goal")
    assert agreed.said[-1] == "utter_ask_which_goal"
    agreed.presses(agreed.titles[1])

    assert agreed.said == ["utter_scale_which_step"]
    assert agreed.dialogue.task["sketch"]["goal"] == second_goal.id


# Whatever is answered.

SAID = (
    *("ik kom 3 keer per week te laat", "1 keer", "nooit", "2 uur per dag", "4 dagen", "0", "3"),
    *("elke dag op tijd op mijn werk", "ik loop weg", "IK LOOP WEG.", "beter worden", "<b>x</b>"),
    *("Mijn doel", "Zoals in het begin", "over 3 maanden", "1-7", "1-1-2000", "👍", "x" * 300),
)
ANSWERS = st.one_of(
    st.integers(0, 7),
    st.tuples(
        st.sampled_from(SAID) | st.text(max_size=30),
        st.sampled_from(
            (
                *("nlu_fallback", "find_instrument", "set_goal", "checkin_score", "unsure"),
                *("deny", "affirm", "step_back", "goals_list", "out_of_scope", "prefer_not_say"),
            )
        ),
    ),
)


@pytest.fixture
def pair(session: Session) -> tuple[Talk, Talk]:
    """A client and a coach who know each other."""
    coach = add_person(session, role=Role.COACH, name="Wim", now=NOW)
    client = add_person(session, role=Role.CLIENT, name="Noor", now=NOW)
    link(session, coach_id=coach.id, client_id=client.id, now=NOW)
    consent.give(session, client.id, Purpose.GOALS, now=NOW)
    talks = []
    for one in (client, coach):
        here = account(
            session, channel=Channel.WEB, external_id=f"p{one.id}", person_id=one.id, now=NOW
        )
        talks.append(Talk(session, conversation(session, here.id, now=NOW)))
    session.commit()
    return talks[0], talks[1]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(coach=st.booleans(), answers=st.lists(ANSWERS, min_size=4, max_size=30))
def test_whatever_is_answered_what_is_stored_fits_and_was_read_back(
    pair: tuple[Talk, Talk], coach: bool, answers: list[Any]
) -> None:
    session = pair[0].session
    before = {goal.id for goal in session.scalars(select(Goal))}
    talk = Talk(session, pair[coach].conversation_id)
    talk.types("ik wil een doel", "set_goal")
    seen: list[str] = []
    known = {wording.id for wording in wordings(session)}
    for answer in answers:
        if isinstance(answer, tuple):
            talk.types(*answer)
        elif talk.buttons:
            talk.sends(talk.buttons[answer % len(talk.buttons)].payload)
        for wording in wordings(session):
            if wording.id not in known:
                known.add(wording.id)
                scales.load()[wording.goal.scale].check(goals.texts(wording))
                assert wording.target_date > wording.goal.start_date
                assert wording.goal.client_id == person(pair[0])
                assert any(
                    wording.title in text and all(t in text for t in wording.texts.values())
                    for text in seen
                )
        if "utter_scale_read_back" in talk.said or "utter_scale_agree" in talk.said:
            seen.append(talk.text)
    session.rollback()
    assert {goal.id for goal in session.scalars(select(Goal))} == before


@pytest.mark.parametrize("text", ["+1: 3 van de 5 dgn op tijd", "1 = 3 van de 5 dgn op tijd"])
def test_a_level_typed_with_its_text_is_changed_at_once(
    agreed: Talk, goal: Goal, text: str
) -> None:
    agreed.types("mijn doel aanpassen", "set_goal").types(text, "checkin_score", level="1")
    assert agreed.said == ["utter_scale_read_back"]
    assert "+1  3 van de 5 dgn op tijd." in agreed.text
    agreed.types("-1: minder dan 2 dgn", "checkin_score")

    assert "-1  Minder dan 2 dgn." in agreed.text
