"""A score that a coach types in a line, whatever else the line sounds like."""

from dataclasses import replace

import pytest

from caseload.models import Person, Role
from caseload.people import add_person, link
from doelenmeter import scores
from doelenmeter.tables import Goal, Party
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person

FOCUS = {"3.1.1": "beter concentreren"}


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("score +1 voor Rafiq, hij kan zich beter concentreren", "find_instrument"),
        ("Rafiq +1, hij kan zich beter concentreren", "nlu_fallback"),
        ("+1 voor rafiq omdat hij zich beter kan concentreren", "find_instrument"),
    ],
)
def test_level_and_name_are_a_score_with_a_remark(
    coach: Talk, agreed: Talk, goal: Goal, words: str, intent: str
) -> None:
    coach.types(words, intent, level="1", kenmerken=FOCUS)
    assert coach.said[-1] == "utter_ask_meant"
    assert coach.titles[0].startswith("+1")
    coach.presses("+1")

    (given,) = scores.visible_scores(coach.session, goal.id, viewer=Party.COACH).scores
    assert (given.by, given.level) == (Party.COACH, 1)
    (said,) = scores.visible_remarks(coach.session, goal.id, viewer=Party.COACH)
    assert "concentreren" in said.words
    assert "afiq" not in said.words


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("doel rafiq: zelfvertrouwen krijgen", "nlu_fallback"),
        ("Doelen Rafiq: zelfvertrouwen krijgen", "goals_list"),
        ("doel: zelfvertrouwen krijgen", "find_instrument"),
        ("doel rafiq - zelfvertrouwen krijgen", "set_goal"),
        ("doel rafiq is zelfvertrouwen krijgen", "set_goal"),
    ],
)
def test_a_goal_behind_a_name_is_its_title(
    coach: Talk, agreed: Talk, words: str, intent: str
) -> None:
    coach.types(words, intent, kenmerken={"5.2": "zelfvertrouwen"})

    assert coach.dialogue.task["sketch"]["title"] == "Zelfvertrouwen krijgen"
    assert coach.dialogue.task["client_name"] == "Rafiq"


@pytest.mark.parametrize(
    "words", ["vrouw 45, doel: werk in de zorg", "wat is het doel van rafiq: werken of leren"]
)
def test_a_case_or_a_question_with_that_word_tells_no_goal(
    coach: Talk, agreed: Talk, words: str
) -> None:
    coach.types(words, "find_instrument", kenmerken={"1.2": "leren"})

    assert "sketch" not in coach.dialogue.task


def test_a_name_without_a_level_is_a_case(coach: Talk, goal: Goal) -> None:
    coach.types("Rafiq kan zich niet concentreren", "find_instrument", kenmerken=FOCUS)

    assert "utter_advice" in coach.said


def test_a_level_without_a_client_is_no_score(coach: Talk, goal: Goal) -> None:
    coach.types("Bo +1, kan zich niet concentreren", "find_instrument", level="1", kenmerken=FOCUS)

    assert "utter_ask_meant" not in coach.said


def test_the_word_score_with_a_name_asks_the_level(coach: Talk, agreed: Talk, goal: Goal) -> None:
    coach.types("score rafiq", "nlu_fallback")

    assert coach.said[-1].startswith("utter_ask_score")


def test_a_score_for_a_client_in_a_whole_sentence(coach: Talk, agreed: Talk, goal: Goal) -> None:
    near = (("checkin_score", 0.6), ("third_party_score", 0.2))
    coach.types("ik wil een score geven voor Rafiq", "nlu_fallback", ranking=near)

    assert coach.said[-1].startswith("utter_ask_score")


def test_a_score_by_somebody_else_is_no_score_of_the_coach(coach: Talk, goal: Goal) -> None:
    near = (("third_party_score", 0.6), ("checkin_score", 0.2))
    coach.types("kan zijn baas een score geven voor Rafiq", "nlu_fallback", ranking=near)

    assert not coach.said[-1].startswith("utter_ask_score")


@pytest.mark.parametrize("intent", ["report", "progress_show", "nlu_fallback"])
@pytest.mark.parametrize("words", ["rapport over Rafiq", "rapport Rafiq"])
def test_a_report_on_somebody_is_how_it_goes(
    coach: Talk, agreed: Talk, goal: Goal, words: str, intent: str
) -> None:
    said = coach.at("open").types(words, intent).said
    assert said == coach.at("open").types("waar staat Rafiq?", "progress_show").said


def test_a_report_on_nobody_is_left_as_it_is(coach: Talk, agreed: Talk) -> None:
    assert coach.types("rapport over de regio", "report").said[0] == "utter_report"


@pytest.mark.parametrize("intent", ["nlu_fallback", "checkin_start", "checkin_score"])
def test_a_score_while_a_goal_is_set_is_a_command(
    coach: Talk, agreed: Talk, goal: Goal, intent: str
) -> None:
    coach.types("doel Rafiq: elke dag op tijd opstaan", "set_goal")
    coach.dialogue = replace(coach.dialogue, step="goal_where")
    coach.types("score voor Rafiq", intent)
    assert coach.dialogue.step in ("score", "signs")


def test_a_level_while_a_goal_is_set_is_a_score(coach: Talk, agreed: Talk, goal: Goal) -> None:
    coach.types("doel Rafiq: elke dag op tijd opstaan", "set_goal")
    step = coach.dialogue.step
    coach.types("score Rafiq +1", level="1").types("ja", "affirm").presses("Sla over")

    assert coach.dialogue.step == step
    (given,) = scores.visible_scores(coach.session, goal.id, viewer=Party.COACH).scores
    assert given.level == 1


def test_one_word_of_a_name_is_enough(coach: Talk, agreed: Talk, goal: Goal) -> None:
    amira = add_person(coach.session, role=Role.CLIENT, name="Amira", now=NOW)
    link(coach.session, coach_id=person(coach), client_id=amira.id, now=NOW)
    coach.session.get_one(Person, goal.client_id).name = "Rafiq de Wit"
    coach.types("rafiq +2", "nlu_fallback", level="2")

    assert coach.said[-1] == "utter_ask_meant"
    assert "Rafiq de Wit" in coach.text


@pytest.mark.parametrize("intent", ["caseload_overview", "find_instrument", "nlu_fallback"])
@pytest.mark.parametrize(
    "words",
    [
        "hoe gaat het met Rafiq",
        "hoe staat Rafiq ervoor?",
        "hoe doet Rafiq het",
        "waar staat rafiq nu",
        "gaat het beter met Rafiq?",
        "voortgang Rafiq",
        "en met Rafiq?",
    ],
)
def test_how_it_goes_with_one_client(
    coach: Talk, agreed: Talk, goal: Goal, words: str, intent: str
) -> None:
    coach.types(words, intent)

    assert "utter_progress" in coach.said


def test_how_it_goes_with_all_of_them(coach: Talk, agreed: Talk, goal: Goal) -> None:
    coach.types("hoe gaat het met mijn mensen", "caseload_overview")

    assert "utter_clients_info" in coach.said
