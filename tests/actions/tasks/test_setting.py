"""Setting a goal in the chat: where to begin, its name, its place and what it is about."""

from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person, link
from catalogue.known import Known
from doelenmeter import goals
from doelenmeter.tables import Party
from tests.actions.talk import NOW, TAXONOMY, Talk
from tests.actions.tasks.conftest import ON_TIME, person
from tests.actions.tasks.setting_talk import goals_in


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
    agreed.presses("Weet ik niet")
    assert agreed.said == ["utter_ask_goal_clear"]
    assert "Waaraan zie je" in agreed.text
    agreed.presses("Weet ik niet")

    assert agreed.said == ["utter_ask_goal_where"]


def test_an_answer_makes_the_goal_clear(agreed: Talk) -> None:
    agreed.types("mijn doel is beter worden", "set_goal")
    agreed.types("ik ben 4 dagen per week op tijd op mijn werk", kenmerken={"1.1": "op tijd"})

    assert agreed.said == ["utter_ask_goal_now"]
    assert "4 dagen per week op tijd op mijn werk" in agreed.text


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


def test_standard_goals_like_an_own_one_can_be_used_instead(agreed: Talk) -> None:
    agreed.types("ik wil een doel", "set_goal", candidates=("5.1", "4.3"))
    agreed.types("op tijd komen", "checkin_score", candidates=("1.1", "3.1.6", "3.4"))
    assert agreed.said[-1] == "utter_ask_goal_clear"
    assert agreed.titles[0] == f"Voorbeeld: {ON_TIME.title}"
    agreed.presses("Voorbeeld").presses("Over 6 weken")

    assert all(text in agreed.text for text in ON_TIME.levels.values())


def test_what_a_goal_is_about_comes_from_its_name(agreed: Talk) -> None:
    agreed.types("ik wil een doel", "set_goal", candidates=("5.1", "4.3"))
    agreed.types("meer structuur in mijn dag", candidates=("4.3", "3.2.1"))
    agreed.presses("Weet ik niet").presses("Thuis")

    assert agreed.said == ["utter_ask_goal_topic"]
    assert agreed.titles[0] == "Doelen en plannen maken"


def test_an_amount_where_is_asked_what_it_is_about_goes_on(agreed: Talk) -> None:
    agreed.types("mijn doel is elke dag mijn kamer luchten", "set_goal")
    assert agreed.said[-1] == "utter_ask_goal_topic"
    agreed.types("2 keer per week", "checkin_score")

    assert agreed.said == ["utter_ask_goal_aim"]
    assert "2 keer per week" in agreed.text
