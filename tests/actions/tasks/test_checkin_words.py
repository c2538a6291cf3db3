"""A check-in in own words: read back as a level, kept beside it, and never guessed from news."""

import pytest

from doelenmeter.tables import Goal
from tests.actions.talk import Talk
from tests.actions.tasks.conftest import ON_TIME
from tests.actions.tasks.test_checkin import stored, words


@pytest.mark.parametrize(
    ("text", "heard", "meant"),
    [
        ("ging kut, 3x te laat", {}, "0 Je bent 3 keer"),
        ("ik was maar een keer te laat", {}, "+2 Je bent 1 keer"),
        ("veel slechter dan eerst", {"direction": "worse"}, "-1 Je bent 4 keer"),
        ("doe maar een 2", {"level": "2"}, "+2 Je bent 1 keer"),
    ],
)
def test_own_words_are_read_back_and_never_stored_unconfirmed(
    agreed: Talk, goal: Goal, text: str, heard: dict[str, str], meant: str
) -> None:
    agreed.types(text, "checkin_score", **heard)

    assert agreed.said[-1] == "utter_ask_meant"
    assert stored(agreed) == []
    assert agreed.titles[0].startswith(meant)
    agreed.presses(meant)
    assert len(stored(agreed)) == 1


@pytest.mark.parametrize(
    ("text", "intent", "meant"),
    [
        ("wat een rotweek", "frustration", [0, -1]),
        ("ging kut", "checkin_score", [0, -1]),
        ("pff niet zo lekker", "out_of_scope", [0, -1]),
        ("heerlijke week!", "out_of_scope", [1, 2]),
        ("heerlijk weekje, nooit te laat", "pause_prompts", [3]),
    ],
)
def test_a_sigh_or_a_cheer_is_read_back_as_a_level(
    agreed: Talk, goal: Goal, text: str, intent: str, meant: list[int]
) -> None:
    agreed.types("check-in", "checkin_start").types(text, intent)

    assert agreed.said == ["utter_ask_meant"]
    shown = [title.split(maxsplit=1)[1] for title in agreed.titles[:-1]]
    assert shown == [ON_TIME.levels[level] for level in meant]
    assert stored(agreed) == []


@pytest.mark.parametrize(
    ("text", "intent", "said"),
    [
        ("je snapt er niks van", "frustration", "utter_frustration"),
        ("stuur 3 weken geen berichten", "pause_prompts", "utter_no_weekly"),
    ],
)
def test_what_tells_nothing_of_the_week_is_an_aside(
    agreed: Talk, goal: Goal, text: str, intent: str, said: str
) -> None:
    agreed.types("check-in", "checkin_start").types(text, intent)

    assert agreed.said[0] == said


def test_a_sentence_with_the_score_is_kept_with_it_and_not_asked_again(
    agreed: Talk, goal: Goal
) -> None:
    sentence = "3x te laat want mijn kind was ziek"
    agreed.types(sentence, "checkin_score")
    assert words(agreed) == []
    agreed.presses("0")

    assert stored(agreed) == [("client", 0)]
    assert words(agreed) == [("hindered", sentence)]
    assert agreed.said[:3] == ["utter_score_kept", "utter_words_kept", "utter_close_start"]
    assert "utter_picture" in agreed.said


def test_the_sentence_stays_when_another_level_was_meant(agreed: Talk, goal: Goal) -> None:
    sentence = "3x te laat want mijn kind was ziek"
    agreed.types(sentence, "checkin_score").presses("Nee, iets anders").presses("+1")

    assert stored(agreed) == [("client", 1)]
    assert words(agreed) == [("helped", sentence)]


@pytest.mark.parametrize("sentence", ["wat een rotweek", "wat jammer", "wat een gedoe met de bus!"])
def test_an_exclamation_beside_a_score_is_kept(agreed: Talk, goal: Goal, sentence: str) -> None:
    agreed.types("check-in", "checkin_start").presses("0").types(sentence, "frustration")

    assert words(agreed) == [("hindered", sentence)]


def test_a_no_to_what_was_meant_shows_every_level(agreed: Talk, goal: Goal) -> None:
    agreed.types("drie keer", "checkin_score").presses("Nee, iets anders")

    assert agreed.said == ["utter_ask_score"]
    assert stored(agreed) == []


def test_words_that_fit_no_level_are_asked_back(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("de bus reed niet", "nlu_fallback")

    assert agreed.said == ["utter_score_beside", "utter_ask_score"]
    assert stored(agreed) == []


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("mijn fiets is gestolen", "out_of_scope"),
        ("mijn zoon is ziek", "nlu_fallback"),
        ("ik had geen tijd", "checkin_score"),
        ("ik heb niets gedaan", "checkin_score"),
        ("mijn vader is overleden", "out_of_scope"),
    ],
)
def test_news_is_answered_kindly_and_no_level_is_guessed(
    agreed: Talk, goal: Goal, words: str, intent: str
) -> None:
    agreed.types("check-in", "checkin_start").types(words, intent)

    assert agreed.said == ["utter_score_beside", "utter_ask_score"]
    assert sum(text in "\n".join(agreed.titles) for text in ON_TIME.levels.values()) == 5
    agreed.presses("+1")
    assert agreed.said[0] == "utter_score_kept"
    assert agreed.dialogue.step == "score_words"


def test_news_after_a_level_was_read_back_shows_every_level(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("3x te laat", "checkin_score")
    agreed.types("mijn fiets is gestolen", "out_of_scope")

    assert agreed.said == ["utter_score_beside", "utter_ask_score"]


def test_a_question_where_a_score_is_asked_is_no_news(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").types("wat is de hoofdstad?", "out_of_scope")

    assert "utter_score_beside" not in agreed.said


@pytest.mark.parametrize("text", ["oh nee 3", "nee wacht, het was 3 keer"])
def test_a_no_with_another_number_is_read_back(agreed: Talk, goal: Goal, text: str) -> None:
    agreed.types("check-in", "checkin_start").presses("+1").presses("Sla over")
    agreed.types("check-in", "checkin_start").types(text, "deny")

    assert agreed.said == ["utter_ask_meant"]


def test_not_knowing_what_helped_is_no_remark(agreed: Talk, goal: Goal) -> None:
    agreed.types("check-in", "checkin_start").presses("+1").types("geen idee", "unsure")

    assert "utter_picture" in agreed.said
    assert words(agreed) == []


@pytest.mark.parametrize(
    "text", ["nee wacht het was drie keer", "nee, 3 keer", "toch drie keer", "oh sorry, 3x te laat"]
)
def test_another_amount_right_after_the_score_is_another_score(
    agreed: Talk, goal: Goal, text: str
) -> None:
    agreed.types("1 keer te laat", "checkin_score").presses("+2").types(text, "deny")

    assert agreed.said == ["utter_ask_meant"]
    assert agreed.titles[0].startswith("0 Je bent 3 keer")
    agreed.types("ja", "affirm")
    assert [level for _, level in stored(agreed)][-1] == 0
    assert words(agreed) == []
    agreed.types("de bus reed niet")
    assert [said for _, said in words(agreed)] == ["de bus reed niet"]


@pytest.mark.parametrize("text", ["nee, niks", "nee, twee collega's hielpen", "de bus van 8 uur"])
def test_what_helped_is_no_other_score(agreed: Talk, goal: Goal, text: str) -> None:
    agreed.types("1 keer te laat", "checkin_score").presses("+2").types(text)

    assert "utter_ask_meant" not in agreed.said
    assert [level for _, level in stored(agreed)] == [2]
