"""A weekly check-in by tap and by words, corrected, stopped half way; and a coach's own score."""

import pytest
from sqlalchemy import select

from doelenmeter import scores, states
from doelenmeter.scores import open_check_in
from doelenmeter.tables import Goal, Kind, Party, Remark, Score
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import ON_TIME, person


def stored(talk: Talk) -> list[tuple[str, int]]:
    return [(row.by, row.level) for row in talk.session.scalars(select(Score).order_by(Score.id))]


def words(talk: Talk) -> list[tuple[str, str]]:
    return [(row.topic, row.words) for row in talk.session.scalars(select(Remark))]


def test_a_tap_is_stored_at_once_in_the_words_of_the_goal(agreed: Talk, goal: Goal) -> None:
    agreed.types("ik wil mijn check-in doen", "checkin_start")

    assert ON_TIME.title in agreed.text
    assert agreed.titles[:5] == [
        f"{sign} {ON_TIME.levels[level]}"
        for sign, level in (("-1", -1), ("0", 0), ("+1", 1), ("+2", 2), ("+3", 3))
    ]
    agreed.presses("+1")
    assert stored(agreed) == [("client", 1)]
    assert agreed.said == ["utter_score_kept", "utter_ask_helped"]


def test_a_sentence_a_true_word_and_the_picture_follow(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("+1")
    agreed.types("mijn buurman belt me nu elke ochtend wakker", "find_instrument")

    assert words(agreed) == [("helped", "mijn buurman belt me nu elke ochtend wakker")]
    assert agreed.said[:3] == ["utter_words_kept", "utter_close_less", "utter_picture"]
    assert agreed.replies[2].custom == {"picture": goal.id}
    agreed.presses("Nee")
    assert agreed.dialogue.step == "open"


@pytest.mark.parametrize(
    ("sentence", "intent"),
    [
        ("het regende steeds", "out_of_scope"),
        ("alles was stom deze week", "frustration"),
        ("de bus kwam elke dag later", "change_prompt_time"),
        ("mijn jobcoach hielp me", "rate_instrument"),
    ],
)
def test_a_sentence_is_kept_whatever_it_resembles(
    agreed: Talk, goal: Goal, sentence: str, intent: str
) -> None:
    agreed.types("check-in", "checkin_start").presses("0").types(sentence, intent)

    assert words(agreed) == [("hindered", sentence)]
    assert "utter_picture" in agreed.said


def test_a_wish_for_a_person_or_a_word_is_no_sentence(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("0").types("wat is een route", "explain_term")
    assert "utter_ask_hindered" in agreed.said
    agreed.types("wat kost de taalcursus?", "instrument_details")
    assert "utter_ask_hindered" in agreed.said
    agreed.types("ik wil iemand spreken", "human_contact")

    assert agreed.said[0] == "utter_ask_request"
    assert words(agreed) == []


def test_the_sentence_may_be_left_out(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("+2").presses("Sla over")

    assert words(agreed) == []
    assert agreed.said[:2] == ["utter_close_goal", "utter_picture"]


def test_stopping_half_way_keeps_the_tap(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("+1").types("stop", "stop")

    assert stored(agreed) == [("client", 1)]
    assert agreed.dialogue.step == "finished"


def test_a_fall_is_not_praised_and_offers_a_person(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("+2").presses("Sla over")
    open_check_in(agreed.session, goal.id, kind=Kind.WEEKLY, now=NOW)
    agreed.types("check-in", "checkin_start").presses("0")

    assert agreed.said == ["utter_score_kept", "utter_ask_needed"]
    agreed.presses("Sla over")
    assert agreed.said[:2] == ["utter_close_drop", "utter_picture"]
    assert agreed.titles[0] == "Ik wil iemand spreken"


def test_a_second_time_in_a_week_changes_the_score_by_a_new_row(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("+1").presses("Sla over")
    agreed.types("check-in", "checkin_start")

    assert agreed.said == ["utter_scored_already", "utter_ask_score"]
    agreed.presses("+2")
    assert stored(agreed) == [("client", 1), ("client", 2)]
    current = scores.visible_scores(agreed.session, goal.id, viewer=Party.CLIENT).current
    assert [score.level for score in current] == [2]


def test_a_correction_in_words_is_confirmed_too(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("+1").presses("Sla over")
    agreed.types("dat klopt niet, het was 1 keer", "correct_score")

    assert agreed.said == ["utter_scored_already", "utter_ask_meant"]
    agreed.types("ja", "affirm")
    assert stored(agreed)[-1] == ("client", 2)


def test_a_word_in_between_comes_back_to_the_question(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("wie kan dit zien?", "privacy_question")

    assert agreed.said == ["utter_privacy", "utter_ask_score"]


def test_danger_stops_the_check_in(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("0")
    agreed.types("ik wil niet meer leven", "crisis")

    assert agreed.said[0] == "utter_crisis"
    assert words(agreed) == []


def test_faces_instead_of_numbers_stay(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("Andere tekens").presses("😀 Gezichtjes")

    assert agreed.titles[0].startswith("🙁")
    agreed.presses("🙂").presses("Sla over").types("check-in", "checkin_start")
    assert agreed.titles[0].startswith("🙁")


def test_a_coach_scores_apart_and_sees_no_score_before(
    coach: Talk, agreed: Talk, goal: Goal
) -> None:
    open_check_in(agreed.session, goal.id, kind=Kind.PROGRESS, now=NOW)
    agreed.types("check-in", "checkin_start").presses("+2").presses("Sla over")
    coach.types("score voor Rafiq", "checkin_score", client="Rafiq")

    assert coach.said[-1] == "utter_ask_score_moment"
    coach.presses("0")
    coach.presses("Sla over")
    assert stored(coach) == [("client", 2), ("coach", 0)]
    assert coach.said == ["utter_coach_scored", "utter_difference", "utter_picture"]
    assert ON_TIME.levels[2] in coach.text
    assert ON_TIME.levels[0] in coach.text


def test_a_coach_can_score_at_any_time_and_the_client_is_asked_too(
    coach: Talk, agreed: Talk, goal: Goal
) -> None:
    coach.types("Rafiq zit op 1", "checkin_score", client="Rafiq", level="1").presses("+1")

    assert stored(coach) == [("coach", 1)]
    (moment,) = scores.open_check_ins(coach.session, goal.id)
    assert moment.kind == Kind.PROGRESS
    agreed.types("check-in", "checkin_start")
    assert agreed.said[-1] == "utter_ask_score_moment"
    assert ON_TIME.levels[1] not in agreed.text


def test_who_goes_on_without_a_reason_reads_that_the_score_stays(agreed: Talk, goal: Goal) -> None:
    open_check_in(agreed.session, goal.id, kind=Kind.PROGRESS, now=NOW)
    agreed.types("check-in", "checkin_start").presses("+2").presses("Sla over")
    agreed.types("mijn score klopt niet", "correct_score").presses("+1")
    agreed.types("waar sta ik", "progress_show")

    assert agreed.said[0] == "utter_scored_unchanged"
    (own,) = scores.visible_scores(agreed.session, goal.id, viewer=Party.CLIENT).scores
    assert own.level == 2


def test_a_score_moment_is_revised_with_a_reason(agreed: Talk, goal: Goal) -> None:
    open_check_in(agreed.session, goal.id, kind=Kind.PROGRESS, now=NOW)
    agreed.types("check-in", "checkin_start").presses("+2").presses("Sla over")
    agreed.types("mijn score klopt niet", "correct_score").presses("+1")

    assert agreed.said == ["utter_ask_score_reason"]
    assert len(stored(agreed)) == 1
    agreed.types("we hebben erover gepraat en het was 2 keer", "find_instrument")
    newest = agreed.session.scalars(select(Score).order_by(Score.id.desc())).first()
    assert newest is not None
    assert newest.level == 1
    assert newest.reason == "we hebben erover gepraat en het was 2 keer"
    assert newest.person_id == person(agreed)


def test_a_no_where_a_reason_is_asked_leaves_the_score(agreed: Talk, goal: Goal) -> None:
    open_check_in(agreed.session, goal.id, kind=Kind.PROGRESS, now=NOW)
    agreed.types("check-in", "checkin_start").presses("+2").presses("Sla over")
    agreed.types("mijn score klopt niet", "correct_score").presses("+1").types("nee", "deny")

    assert agreed.said == ["utter_scored_unchanged"]
    assert stored(agreed) == [("client", 2)]


def test_where_somebody_stands_at_any_time(agreed: Talk, goal: Goal) -> None:
    agreed.advised().types("waar sta ik", "progress_show")

    assert agreed.said == ["utter_progress"]
    assert agreed.replies[0].custom == {"picture": goal.id}
    assert agreed.dialogue.step == "advice"


def test_a_second_tap_is_no_second_score(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start")
    tap = next(button.payload for button in agreed.buttons if button.title.startswith("+1"))
    agreed.sends(tap).sends(tap)

    assert stored(agreed) == [("client", 1)]
    assert agreed.said == ["utter_score_kept", "utter_ask_helped"]


def test_a_moment_that_ended_while_somebody_looked_is_asked_anew(agreed: Talk, goal: Goal) -> None:
    open_check_in(agreed.session, goal.id, kind=Kind.PROGRESS, now=NOW)
    agreed.types("check-in", "checkin_start")
    open_check_in(agreed.session, goal.id, kind=Kind.END, now=NOW)
    agreed.presses("+1")
    assert agreed.said == ["utter_score_anew", "utter_ask_score_moment"]
    assert stored(agreed) == []
    agreed.presses("+1")

    assert agreed.session.scalars(select(Score)).one().check_in.kind == Kind.END


@pytest.mark.parametrize("ended", [True, False])
def test_a_goal_that_goes_on_no_more_is_not_scored(agreed: Talk, goal: Goal, ended: bool) -> None:
    agreed.types("check-in", "checkin_start")
    tap = agreed.buttons[0].payload
    if ended:
        states.reach(agreed.session, goal.id, by=Party.COACH, now=NOW)
        agreed.sends(tap)
        assert agreed.said == ["utter_goal_not_now"]
    else:
        states.hold(agreed.session, goal.id, by=Party.COACH, now=NOW)
        agreed.types("stop", "stop")
    agreed.sends(tap)

    assert agreed.said[0] == "utter_goal_not_now"
    assert stored(agreed) == []


def test_with_two_goals_the_other_is_offered_until_it_is_scored(
    agreed: Talk, goal: Goal, second_goal: Goal
) -> None:
    agreed.types("check-in", "checkin_start").presses(ON_TIME.title).presses("+1")
    agreed.presses("Sla over").presses("Ook: Elke week solliciteren")
    assert agreed.said == ["utter_ask_score"]
    agreed.presses("+2").presses("Sla over")

    assert stored(agreed) == [("client", 1), ("client", 2)]
    assert not [title for title in agreed.titles if title.startswith("Ook:")]
