"""On which scale a goal is set: the Doelenmeter, unless somebody asks for another one."""

import pytest
from sqlalchemy import select

from doelenmeter import goals
from doelenmeter.tables import Goal, Score
from tests.actions.talk import Talk
from tests.actions.tasks.conftest import ON_TIME, person

OTHER = "Andere schaal"
BEST = "Ik ben elke dag een kwartier te vroeg."


def stored(talk: Talk) -> Goal:
    return talk.session.scalars(select(Goal).order_by(Goal.id.desc()).limit(1)).one()


def texts(talk: Talk) -> dict[int, str]:
    return goals.texts(goals.latest(talk.session, stored(talk).id))


def read_back(talk: Talk, client: str = "") -> Talk:
    """A standard goal, as far as the day."""
    talk.sends(f'/set_goal{{"standard": "1.1-a"{client}}}').presses("Over 3 maanden")
    assert talk.said == ["utter_scale_read_back"]
    return talk


def test_a_coach_puts_a_goal_on_gas_and_writes_the_level_that_it_has_more(
    coach: Talk, agreed: Talk
) -> None:
    read_back(coach).presses(OTHER)
    assert coach.titles == ["Doelenmeter met 3 stappen", "GAS", "Ontwikkelmonitor", "Laat zo"]
    coach.presses("GAS")
    assert coach.said == ["utter_goal_on_scale", "utter_ask_goal_much_more"]
    assert ON_TIME.levels[3] in coach.text
    coach.types(BEST)
    assert f"-3  {ON_TIME.levels[-1]}" in coach.text
    assert f"**0  {ON_TIME.levels[2]}**" in coach.text
    assert f"+2  {BEST}" in coach.text
    coach.presses("Klopt").presses("Ja, we kijken samen").presses("Ja, dit klopt")

    assert (stored(agreed).scale, stored(agreed).state) == ("gas", "active")
    assert texts(agreed) == {n - 2: text for n, text in ON_TIME.levels.items()} | {2: BEST}


def test_a_client_scores_on_gas(coach: Talk, agreed: Talk) -> None:
    read_back(coach).presses(OTHER).presses("GAS").types(BEST).presses("Klopt")
    coach.presses("Ja, we kijken samen").presses("Ja, dit klopt")
    agreed.types("check-in", "checkin_start")
    assert [title.split()[0] for title in agreed.titles[:6]] == ["-3", "-2", "-1", "0", "+1", "+2"]
    agreed.presses("+2")

    assert agreed.session.scalars(select(Score.level)).all() == [2]
    agreed.presses("Sla over")
    assert agreed.said[0] == "utter_close_much_more"


def test_only_the_goal_is_described_on_the_ontwikkelmonitor(coach: Talk, agreed: Talk) -> None:
    coach.types("nieuw doel met de ontwikkelmonitor voor Rafiq: elke dag op tijd", "set_goal")
    coach.presses("Op het werk").presses("Weet ik niet")
    assert coach.said == ["utter_ask_goal_aim_only"]
    coach.types("hooguit 1 keer per week te laat").presses("Over 6 weken")
    assert "C  Beter, maar nog niet mijn doel" in coach.text
    coach.presses("Klopt").presses("Ja, we kijken samen").presses("Ja, dit klopt")
    agreed.types("check-in", "checkin_start")

    assert texts(agreed) == {2: "Hooguit 1 keer per week te laat."}
    assert [title.split()[0] for title in agreed.titles[:5]] == ["E", "D", "C", "B", "A"]
    agreed.presses("Andere tekens")
    assert agreed.titles[0] == "B Letters"
    agreed.presses("B").types("c")
    assert "Bewaard: Beter, maar nog niet mijn doel." in agreed.text


def test_what_was_counted_is_counted_anew(coach: Talk, agreed: Talk) -> None:
    coach.types("doel voor Rafiq: elke dag 5 uur op tijd op het werk", "set_goal")
    coach.presses("Weet ik niet").types("1 uur per dag").types("5 uur per dag")
    coach.presses("Over 6 weken").presses(OTHER).presses("GAS").presses("Klopt")

    assert stored(coach).scale == "gas"
    assert len(set(texts(coach).values())) == len(texts(coach)) == 6
    assert "5 uur" in texts(coach)[0]


def test_without_room_for_one_more_level_it_is_told_in_words(coach: Talk, agreed: Talk) -> None:
    coach.types("doel voor Rafiq: elke dag op tijd op het werk", "set_goal")
    coach.presses("Weet ik niet").types("3 keer te laat").types("1 keer te laat")
    coach.presses("Over 6 weken").presses(OTHER).presses("GAS")
    assert coach.said[-1] == "utter_ask_goal_much_more"
    coach.types(BEST)

    assert "-1  2 keer per week te laat." in coach.text
    assert f"+2  {BEST}" in coach.text


def test_going_through_every_scale_loses_no_word(coach: Talk, agreed: Talk) -> None:
    read_back(coach)
    for scale in ("Ontwikkelmonitor", "GAS"):
        coach.presses(OTHER).presses(scale)
    coach.types(BEST)
    for scale in ("Doelenmeter met 3", "Ontwikkelmonitor", "Doelenmeter", "GAS"):
        coach.presses(OTHER).presses(scale)
        assert coach.said[-1] == "utter_scale_read_back"

    assert all(text in coach.text for text in (*ON_TIME.levels.values(), BEST))


def test_without_the_lowest_step_it_stays_away_on_another_scale(coach: Talk, agreed: Talk) -> None:
    read_back(coach).presses("Zonder de laagste").presses(OTHER).presses("GAS").types(BEST)

    assert ON_TIME.levels[-1] not in coach.text


def test_it_can_be_left_as_it_is_and_taken_back(coach: Talk, agreed: Talk) -> None:
    read_back(coach).presses(OTHER).presses("Laat zo")
    assert f"+3  {ON_TIME.levels[3]}" in coach.text
    coach.presses(OTHER).presses("Ontwikkelmonitor").types("terug", "step_back")

    assert coach.said == ["utter_step_back", "utter_scale_choice"]


def test_a_client_is_not_asked_but_may_ask(agreed: Talk) -> None:
    read_back(agreed)
    assert OTHER not in agreed.titles
    assert "Met maar 3 stappen" in agreed.titles
    agreed.types("kan dit op GAS?", "privacy_question")

    assert agreed.said == ["utter_goal_on_scale", "utter_ask_goal_much_more"]
    agreed.presses("Weet ik niet").presses("Klopt")
    assert texts(agreed)[2] == "Veel meer dan mijn doel."


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        ("ik wil een doel op GAS", "gas"),
        ("nieuw doel met de ontwikkelmonitor", "ontwikkelmonitor"),
        ("een doel met 3 niveaus", "doelenmeter_3"),
        ("ik wil een doel", "doelenmeter"),
    ],
)
def test_the_scale_is_named_at_once(agreed: Talk, words: str, scale: str) -> None:
    agreed.types(words, "set_goal").presses("Zelf")

    assert agreed.dialogue.task["sketch"]["scale"] == scale


def test_halfway_and_by_way_of_an_example(agreed: Talk) -> None:
    agreed.types("ik wil een doel", "set_goal").presses("Zelf").types("liever GAS", "set_goal")
    assert agreed.said == ["utter_goal_on_scale", "utter_ask_goal_title"]
    agreed.presses("Laat voorbeelden zien").presses(agreed.titles[0]).presses("Op tijd")
    agreed.presses(ON_TIME.title).presses("Gebruik dit doel")

    assert agreed.said == ["utter_ask_goal_much_more"]


def test_the_title_and_the_scale_in_one_line(agreed: Talk) -> None:
    agreed.types("ik wil een doel", "set_goal").presses("Zelf")
    agreed.types("elke dag op tijd op mijn werk, op GAS")

    assert agreed.dialogue.task["sketch"]["title"] == "Elke dag op tijd op mijn werk"
    assert agreed.dialogue.task["sketch"]["scale"] == "gas"


def test_a_goal_that_there_is_keeps_its_scale(agreed: Talk, goal: Goal) -> None:
    agreed.types("mijn doel omzetten naar de ontwikkelmonitor", "set_goal")

    assert agreed.said == ["utter_goal_keeps_scale", "utter_scale_which_step"]
    agreed.presses("Laat zo")
    assert OTHER not in agreed.titles
    assert "Met maar 3 stappen" not in agreed.titles
    assert stored(agreed).scale == "doelenmeter"
    assert stored(agreed).client_id == person(agreed)
