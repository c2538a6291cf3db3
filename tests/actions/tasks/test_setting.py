"""Setting a goal in the chat: by tap and by words, asked what is missing, never stored halfway."""

from datetime import date

import pytest
from sqlalchemy import select

from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person, link
from catalogue.known import Known
from doelenmeter import goals
from doelenmeter.library import load
from doelenmeter.tables import Goal, Party
from tests.actions.talk import NOW, TAXONOMY, Talk
from tests.actions.tasks.conftest import ON_TIME, person

LATE = "ik kom 3 keer per week te laat"


def goals_in(talk: Talk) -> list[Goal]:
    return list(talk.session.scalars(select(Goal).order_by(Goal.id)))


def texts(talk: Talk) -> dict[int, str]:
    return goals.texts(goals.latest(talk.session, goals_in(talk)[-1].id))


def begun(talk: Talk, title: str = "op tijd op mijn werk komen") -> Talk:
    """A goal in own words, up to the question how it goes now."""
    talk.types("ik wil een doel", "set_goal").presses("Zelf een doel maken")
    talk.types(title, "find_instrument", kenmerken={"1.1": "op tijd"})
    return talk.presses("Weet ik niet")


def test_a_standard_goal_for_what_somebody_works_on(agreed: Talk) -> None:
    agreed.known = Known(wanted=frozenset({"1.1"}))
    agreed.types("ik wil een doel", "set_goal")

    assert agreed.said[-1] == "utter_ask_goal_begin"
    assert agreed.titles == [ON_TIME.title, "Zelf een doel maken"]
    agreed.presses(ON_TIME.title).presses("Over 6 weken")
    assert agreed.said == ["utter_scale_read_back"]
    assert all(text in agreed.text for text in ON_TIME.levels.values())
    assert goals_in(agreed) == []
    agreed.presses("Klopt")

    (goal,) = goals_in(agreed)
    assert (goal.client_id, goal.kenmerk, goal.state) == (person(agreed), "1.1", "proposed")
    assert goals.latest(agreed.session, goal.id).target_date.isoformat() == "2027-01-03"
    assert goals.agreed_by(agreed.session, goals.latest(agreed.session, goal.id).id) == {
        Party.CLIENT
    }
    assert "Sandra" in agreed.text


def test_a_goal_after_a_choice_goes_with_what_was_chosen(agreed: Talk) -> None:
    agreed.known = Known(wanted=frozenset({"1.1"}))
    agreed.at("chosen", chosen="R01").types("ik wil een doel", "set_goal")
    agreed.presses(ON_TIME.title).presses("Over 6 weken").presses("Klopt")

    (goal,) = goals_in(agreed)
    assert goal.instrument == "R01"


def test_an_own_goal_that_can_be_counted(agreed: Talk) -> None:
    begun(agreed).types(LATE, "checkin_score")
    assert agreed.said == ["utter_ask_goal_aim"]
    agreed.types("hooguit 1 keer", "checkin_score")

    assert agreed.said == ["utter_ask_goal_when"]
    agreed.types("voor 1 juli", "refine_practical").presses("Klopt")
    assert texts(agreed) == {
        -1: "Ik kom 5 keer of meer per week te laat.",
        0: "Ik kom 3 of 4 keer per week te laat.",
        1: "Ik kom 2 keer per week te laat.",
        2: "Ik kom 1 keer per week te laat.",
        3: "Ik kom 0 keer per week te laat.",
    }
    assert goals.latest(agreed.session, goals_in(agreed)[0].id).target_date == date(2027, 7, 1)


def test_a_message_that_tells_the_goal_is_not_asked_again(agreed: Talk) -> None:
    agreed.types(
        "doel: over 3 maanden 4 dagen per week op tijd op werk",
        "set_goal",
        kenmerken={"1.1": "op tijd"},
    )

    assert agreed.said[-1] == "utter_ask_goal_now"
    agreed.types("1 dag per week op tijd", "checkin_score")
    assert agreed.said == ["utter_scale_read_back"]
    assert "22 februari 2027" in agreed.text
    assert "Op het werk" in agreed.text


def test_a_coach_tells_the_goal_of_a_client(coach: Talk, agreed: Talk) -> None:
    coach.types("Rafiq wil op tijd op zijn werk komen", "set_goal", client="Rafiq")

    assert coach.dialogue.task["sketch"]["title"] == "Op tijd op zijn werk komen"
    assert coach.said[-1] == "utter_ask_goal_clear"
    assert "Samen met Rafiq" in coach.text


def test_a_coach_with_two_clients_does_not_tell_the_goal_twice(coach: Talk, agreed: Talk) -> None:
    amira = add_person(coach.session, role=Role.CLIENT, name="Amira", now=NOW)
    link(coach.session, coach_id=person(coach), client_id=amira.id, now=NOW)
    consent.give(coach.session, amira.id, Purpose.GOALS, now=NOW)
    coach.types("nieuw doel: elke dag op tijd op het werk", "set_goal", kenmerken={"1.1": "tijd"})
    assert coach.said[-1] == "utter_ask_whose"
    coach.presses("Amira")

    assert coach.said == ["utter_ask_goal_now"]
    assert "Elke dag op tijd op het werk" in coach.text


def test_what_is_missing_is_asked_as_a_question_and_only_once(agreed: Talk) -> None:
    agreed.types("mijn doel is beter worden", "set_goal")
    assert agreed.said[-1] == "utter_ask_goal_clear"
    assert agreed.text.count("?") >= 1
    agreed.types("weet ik niet", "unsure")
    assert agreed.said == ["utter_ask_goal_clear"]
    assert "Waaraan zie je" in agreed.text
    agreed.presses("Weet ik niet")

    assert agreed.said == ["utter_ask_goal_where"]


def test_an_answer_makes_the_goal_clear(agreed: Talk) -> None:
    agreed.types("mijn doel is beter worden", "set_goal")
    agreed.types("ik ben 4 dagen per week op tijd op mijn werk", kenmerken={"1.1": "op tijd"})

    assert agreed.said == ["utter_ask_goal_now"]
    assert "4 dagen per week op tijd op mijn werk" in agreed.text


def test_a_goal_that_cannot_be_counted_is_described_level_by_level(agreed: Talk) -> None:
    begun(agreed, "rustig blijven op mijn werk").types("ik schreeuw vaak", "frustration")
    agreed.types("ik loop even weg")
    assert agreed.said == ["utter_ask_goal_less"]
    assert "Rustig blijven als je boos bent" in agreed.text
    agreed.types("ik schreeuw niet meer bij klanten", "deny")
    assert agreed.said == ["utter_ask_goal_more"]
    agreed.presses("Weet ik niet")
    assert agreed.said == ["utter_ask_goal_worse"]
    agreed.presses("Zo'n week").presses("Over 3 maanden").presses("Klopt")

    assert texts(agreed) == {
        0: "Ik schreeuw vaak.",
        1: "Ik schreeuw niet meer bij klanten.",
        2: "Ik loop even weg.",
        3: "Meer dan mijn doel.",
    }


def test_two_levels_cannot_say_the_same(agreed: Talk) -> None:
    begun(agreed).types("ik slaap slecht").types("ik slaap goed").types("IK slaap slecht.")

    assert agreed.said == ["utter_goal_same_step", "utter_ask_goal_less"]


def test_without_room_above_the_goal_one_that_leaves_it_is_offered(agreed: Talk) -> None:
    begun(agreed).types(LATE).types("nooit te laat", "deny")

    assert agreed.said == ["utter_goal_best_already", "utter_ask_goal_aim"]
    assert agreed.titles == ["1 keer per week", "Weet ik niet"]
    agreed.presses("1 keer per week").presses("Over 6 weken")
    assert "Ik kom 0 keer per week te laat." in agreed.text


def test_who_keeps_to_the_best_goal_describes_the_levels(agreed: Talk) -> None:
    begun(agreed).types(LATE).types("nooit te laat").types("nooit te laat")

    assert agreed.said == ["utter_ask_goal_less"]


@pytest.mark.parametrize(
    ("now", "aim", "said"),
    [
        ("3 keer te laat", "3 keer te laat", "utter_goal_same_as_now"),
        ("ik slaap slecht", "Ik slaap slecht", "utter_goal_same_as_now"),
        ("2 uur per dag gamen", "5 uur per dag gamen", "utter_ask_goal_when"),
        ("300 uur per week gamen", "5 uur per week gamen", "utter_goal_no_amount"),
    ],
)
def test_start_and_goal_that_do_not_fit(agreed: Talk, now: str, aim: str, said: str) -> None:
    begun(agreed).types(now).types(aim)

    assert agreed.said[0] == said


def test_a_way_against_the_goal_is_asked_once_more(agreed: Talk) -> None:
    begun(agreed, "minder vaak ruzie op mijn werk").types("1 keer per week ruzie")
    agreed.types("4 keer per week ruzie")
    assert agreed.said == ["utter_goal_other_way", "utter_ask_goal_now"]
    agreed.types("4 keer per week ruzie").types("1 keer per week ruzie")

    assert agreed.said == ["utter_ask_goal_when"]


def test_a_word_that_people_are_told_to_say_is_no_text(agreed: Talk, goal: Goal) -> None:
    begun(agreed).types("check-in", "checkin_start")

    assert "utter_ask_score" in agreed.said


def test_where_and_what_about_are_asked_where_nobody_said(agreed: Talk) -> None:
    agreed.types("ik wil als doel elke dag mijn kamer luchten", "set_goal")
    assert agreed.said[-1] == "utter_ask_goal_topic"
    assert len(agreed.titles) == 5
    agreed.presses("Weet ik niet")

    assert agreed.said == ["utter_ask_goal_now"]
    assert agreed.dialogue.task["sketch"]["setting"] == "Thuis"


def test_what_it_is_about_among_everything(agreed: Talk) -> None:
    agreed.types("ik wil als doel elke dag mijn kamer luchten", "set_goal")
    agreed.presses("Iets anders")
    assert agreed.titles == [*(group.button for group in TAXONOMY.groups), "Weet ik niet"]
    agreed.presses("Mensen om je heen").types("stap terug", "step_back")
    assert agreed.titles[-1] == "Weet ik niet"
    agreed.presses("Gezondheid").presses("Ritme in de dag")

    assert agreed.said == ["utter_ask_goal_now"]
    assert agreed.dialogue.task["sketch"]["kenmerk"] == "3.1.6"


def test_a_place_in_own_words(agreed: Talk) -> None:
    agreed.types("ik wil als doel elke dag een praatje maken", "set_goal")
    assert agreed.said[-1] == "utter_ask_goal_where"
    agreed.types("bij de voetbal")

    assert agreed.dialogue.task["sketch"]["setting"] == "Bij de voetbal"


def test_three_levels_for_who_asks_for_them(agreed: Talk) -> None:
    agreed.types("een doel met drie stappen", "set_goal").presses("Zelf")
    agreed.types("elke dag op tijd op mijn werk", kenmerken={"1.1": "op tijd"})
    agreed.types("3 keer te laat").types("1 keer te laat").presses("Over 6 weken").presses("Klopt")

    assert sorted(texts(agreed)) == [0, 1, 2]
    assert goals_in(agreed)[0].scale == "doelenmeter_3"


def test_who_does_not_know_sees_examples_and_uses_one(agreed: Talk) -> None:
    agreed.types("ik wil een doel", "set_goal").presses("Zelf").types("weet ik niet", "unsure")
    assert agreed.said == ["utter_ask_goal_group"]
    agreed.presses(agreed.titles[0]).presses("Op tijd").presses(ON_TIME.title)
    assert agreed.said == ["utter_scale_standard"]
    agreed.presses("Gebruik dit doel")

    assert agreed.said == ["utter_ask_goal_when"]


def test_an_example_that_was_looked_at_halfway_is_used(agreed: Talk) -> None:
    agreed.types("ik wil een doel", "set_goal").presses("Zelf").presses("Laat voorbeelden zien")
    agreed.presses(agreed.titles[0]).presses("Op tijd").presses(ON_TIME.title)
    agreed.presses("Gebruik dit doel")

    assert agreed.said == ["utter_ask_goal_when"]


# Steps back, interruptions, stopping, danger.


def test_one_question_back_and_the_first_leaves(agreed: Talk) -> None:
    begun(agreed).types(LATE)
    agreed.types("stap terug", "step_back")
    assert agreed.said == ["utter_step_back", "utter_ask_goal_now"]
    for _ in range(3):
        agreed.types("stap terug", "step_back")
    assert agreed.dialogue.step == "goal_begin"
    agreed.types("stap terug", "step_back")

    assert agreed.dialogue.task == {}
    assert agreed.dialogue.step == "open"


@pytest.mark.parametrize(
    ("text", "intent", "answer"),
    [
        ("wie kan dit zien?", "privacy_question", "utter_privacy"),
        ("wat is een kenmerk", "explain_term", "utter_explain"),
        ("ben jij een computer?", "bot_challenge", None),
    ],
)
def test_a_question_in_between_comes_back(
    agreed: Talk, text: str, intent: str, answer: str | None
) -> None:
    begun(agreed).types(text, intent)

    assert answer is None or agreed.said[0] == answer
    assert agreed.said[-1] == "utter_ask_goal_now"
    agreed.types(LATE)
    assert agreed.said == ["utter_ask_goal_aim"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik wil stoppen met te laat komen", "stop"),
        ("opnieuw beginnen met werken", "restart"),
        ("nooit meer ruzie", "frustration"),
        ("ik ben blij", "thanks"),
        ("mijn doel is minder ruzie", "set_goal"),
    ],
)
def test_a_goal_is_no_command(agreed: Talk, text: str, intent: str) -> None:
    agreed.types("ik wil een doel", "set_goal").presses("Zelf een doel maken")
    agreed.types(text, intent)

    assert agreed.dialogue.task["sketch"]["title"]


@pytest.mark.parametrize("text", ["stop", "ik wil stoppen", "stop met dit gesprek"])
def test_a_short_stop_still_stops_and_nothing_is_kept(agreed: Talk, text: str) -> None:
    begun(agreed).types(LATE).types(text, "stop")

    assert agreed.dialogue.step == "finished"
    assert goals_in(agreed) == []


def test_danger_stops_it_and_the_goal_waits(agreed: Talk) -> None:
    begun(agreed).types("soms wil ik dood", "crisis")

    assert agreed.said[0] == "utter_crisis"
    assert agreed.dialogue.step == "danger"
    assert "dood" not in str(agreed.dialogue.task)


def test_another_task_in_between_loses_nothing(agreed: Talk, goal: Goal) -> None:
    begun(agreed).types("waar sta ik", "goals_list")

    assert agreed.said == ["utter_scale_goal", "utter_ask_goal_now"]
    agreed.types(LATE)
    assert agreed.said == ["utter_ask_goal_aim"]


# Hostile text.


@pytest.mark.parametrize("text", ["👍🎉", "!!!", "   ", "***"])
def test_signs_alone_are_no_goal(agreed: Talk, text: str) -> None:
    agreed.types("ik wil een doel", "set_goal").presses("Zelf een doel maken").types(text)

    assert agreed.said[0] == "utter_not_understood"
    assert agreed.dialogue.step == "goal_title"


def test_a_very_long_text_is_asked_shorter(agreed: Talk) -> None:
    begun(agreed).types("a b " * 500)
    assert agreed.said == ["utter_shorter_please", "utter_ask_goal_now"]
    agreed.types("ik wil een doel: " + "x" * 2000, "set_goal")

    assert goals_in(agreed) == []


def test_markup_is_text(agreed: Talk) -> None:
    begun(agreed, "<b>vaak</b> {goal} **op tijd** op mijn werk").types("<script>3 keer")
    agreed.types("1 keer per week").presses("Over 6 weken").presses("Klopt")

    wording = goals.latest(agreed.session, goals_in(agreed)[0].id)
    assert wording.title == "<b>vaak</b> {goal} op tijd op mijn werk"


def test_somebody_elses_goal_or_a_standard_that_is_not_there(agreed: Talk, coach: Talk) -> None:
    stranger = add_person(agreed.session, role=Role.CLIENT, name="Noor", now=NOW)
    words = goals.propose(
        agreed.session,
        client_id=stranger.id,
        by=Party.CLIENT,
        person_id=stranger.id,
        draft=load()["1.1-a"].draft(),
        kenmerk="1.1",
        start_date=NOW.date(),
        target_date=NOW.date().replace(year=2027),
        now=NOW,
    )
    for payload in (
        f'set_goal{{"goal": "{words.goal_id}"}}',
        f'goals_list{{"goal": "{words.goal_id}"}}',
    ):
        agreed.sends(f"/{payload}")
        assert agreed.said[-1] == "utter_not_there"
        coach.sends(f"/{payload}")
        assert "utter_not_there" in coach.said
    agreed.sends('/set_goal{"standard": "9.9-z"}')
    assert agreed.said == ["utter_ask_goal_begin_empty"]
