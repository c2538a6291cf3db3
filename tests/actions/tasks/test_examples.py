"""Standard goals as examples: by topic, by type, by words; with every level; ready to use."""

from doelenmeter.library import load
from tests.actions.talk import DEBTS, Talk
from tests.actions.tasks.conftest import ON_TIME


def test_by_what_is_heard_in_the_question(coach: Talk) -> None:
    coach.types("voorbeelden bij schulden", "standard_goals", kenmerken={DEBTS: "schulden"})

    titles = {goal.title for goal in load().values() if goal.kenmerk == DEBTS}
    assert coach.said[-1] == "utter_standard_goals"
    assert set(coach.titles[:-1]) <= titles
    assert 1 < len(coach.titles) <= 6


def test_by_the_words_of_the_question(coach: Talk) -> None:
    coach.types("heb je een doel voor solliciteren", "standard_goals")

    assert "Elke week solliciteren" in coach.titles


def test_by_type_and_by_group(coach: Talk) -> None:
    coach.types("voorbeelden gedrag", "standard_goals")
    of_type = {goal.title for goal in load().values() if goal.type == "gedrag"}
    assert set(coach.titles[:-1]) <= of_type
    coach.types("doelen voor jongeren", "standard_goals", doelgroep="jongeren")
    assert "Zelf bellen als je niet kunt komen" in coach.titles


def test_topics_are_asked_where_nothing_was_told(visitor: Talk) -> None:
    visitor.types("standaarddoelen", "standard_goals")
    assert visitor.said[-1] == "utter_ask_goal_group"
    assert len(visitor.titles) == 5
    visitor.presses(visitor.titles[0])
    assert visitor.said == ["utter_scale_topics"]
    visitor.presses("Op tijd").presses(ON_TIME.title)

    assert visitor.said == ["utter_scale_standard"]
    assert all(text in visitor.text for text in ON_TIME.levels.values())
    visitor.presses("Gebruik dit doel")
    assert visitor.said == ["utter_goals_need_code"]


def test_what_somebody_works_on_comes_first(client: Talk) -> None:
    client.advised().types("voorbeelden", "standard_goals")

    assert client.said[-1] == "utter_standard_goals"
    assert client.dialogue.step == "advice"
    client.presses("Andere voorbeelden")
    assert client.said == ["utter_ask_goal_group"]


def test_a_coach_keeps_the_client_while_looking(coach: Talk, agreed: Talk) -> None:
    coach.types("doel voor Rafiq", "set_goal", client="Rafiq").presses("Laat voorbeelden zien")
    coach.presses(coach.titles[0]).presses("Op tijd").presses(ON_TIME.title)
    coach.presses("Gebruik dit doel")

    assert coach.said == ["utter_ask_goal_when"]
    assert coach.dialogue.task["client_name"] == "Rafiq"


def test_a_button_of_something_that_is_not_there(visitor: Talk) -> None:
    for payload in ('{"standard": "9.9-z"}', '{"kenmerk": "9"}', '{"kenmerk": "1.99"}', ""):
        visitor.sends(f"/standard_goals{payload}")
        assert "utter_ask_goal_group" in visitor.said
