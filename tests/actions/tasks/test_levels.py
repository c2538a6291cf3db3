"""The levels of a goal in the chat: counted, or described one by one."""

from datetime import date

import pytest

from doelenmeter import goals
from tests.actions.talk import Talk
from tests.actions.tasks.setting_talk import LATE, begun, goals_in, texts


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


def test_three_levels_for_who_asks_for_them(agreed: Talk) -> None:
    agreed.types("een doel met drie stappen", "set_goal").presses("Zelf")
    agreed.types("elke dag op tijd op mijn werk", kenmerken={"1.1": "op tijd"})
    agreed.types("3 keer te laat").types("1 keer te laat").presses("Over 6 weken").presses("Klopt")

    assert sorted(texts(agreed)) == [0, 1, 2]
    assert goals_in(agreed)[0].scale == "doelenmeter_3"


def test_a_very_long_text_is_asked_shorter(agreed: Talk) -> None:
    begun(agreed).types("a b " * 500)
    assert agreed.said == ["utter_shorter_please", "utter_ask_goal_now"]
    agreed.types("ik wil een doel: " + "x" * 2000, "set_goal")

    assert goals_in(agreed) == []


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("4 van de 5 dgn op tijd", "change_prompt_time"),
        ("4/5", "rate_instrument"),
        ("<2", "nlu_fallback"),
        ("soms", "unsure"),
        ("goed", "affirm"),
        ("helemaal niet", "deny"),
        ("geen antwoord", "prefer_not_say"),
        ("stopt", "stop"),
        ("klaar", "stop"),
        ("begint opnieuw", "restart"),
        ("gaat terug", "step_back"),
        ("spreekt iemand aan", "human_contact"),
        ("brieven weggooien", "privacy_delete"),
        ("weet wat hij moet doen", "help"),
        ("2 keer per week vergelijken", "compare"),
    ],
)
def test_what_is_typed_for_a_level_is_its_text(agreed: Talk, words: str, intent: str) -> None:
    begun(agreed, "rustig blijven op mijn werk").types("ik schreeuw").types("ik loop even weg")
    assert agreed.said == ["utter_ask_goal_less"]
    agreed.types(words, intent)

    assert agreed.said == ["utter_ask_goal_more"]
    assert words.casefold() in agreed.dialogue.task["sketch"]["words"]["less"].casefold()


@pytest.mark.parametrize(("words", "intent"), [("ja", "affirm"), ("nee", "deny"), ("👍", "affirm")])
def test_a_yes_or_no_alone_is_no_text(agreed: Talk, words: str, intent: str) -> None:
    begun(agreed).types(words, intent)

    assert agreed.said == ["utter_goal_no_text", "utter_ask_goal_now"]


@pytest.mark.parametrize("text", ["stap terug", "vorige vraag"])
def test_a_command_is_no_text(agreed: Talk, text: str) -> None:
    begun(agreed).types(LATE).types(text, "step_back")

    assert agreed.said[0] == "utter_step_back"


def to_the_day(talk: Talk) -> Talk:
    return begun(talk).types(LATE).types("hooguit 1 keer")


@pytest.mark.parametrize(
    ("words", "intent", "day"),
    [
        ("over een maand of 3", "nlu_fallback", "22 februari 2027"),
        ("voor de zomer", "refine_practical", "21 juni 2027"),
        ("zomer", "refine_practical", "21 juni 2027"),
        ("eind maart", "refine_practical", "31 maart 2027"),
        ("weet ik niet", "unsure", "21 februari 2027"),
        ("maakt niet uit", "refine_practical", "21 februari 2027"),
    ],
)
def test_a_day_as_people_say_it(agreed: Talk, words: str, intent: str, day: str) -> None:
    to_the_day(agreed).types(words, intent)

    assert agreed.said[-1] == "utter_scale_read_back"
    assert day in agreed.text


def test_the_buttons_stay_however_often_a_day_is_not_understood(agreed: Talk) -> None:
    to_the_day(agreed)
    for words in ("zzzz", "qqq", "hm"):
        agreed.types(words, ranking=(("out_of_scope", 0.6),))
        assert agreed.said == ["utter_goal_when_unclear", "utter_ask_goal_when"]
        assert agreed.titles[0] == "Over 6 weken"


def test_the_buttons_of_every_step_stay(agreed: Talk) -> None:
    to_the_day(agreed).presses("Over 6 weken")
    for _ in range(3):
        agreed.types("zzzz", ranking=(("out_of_scope", 0.6),))
        assert agreed.titles[-1] == "Toch niet"


def test_how_it_goes_now_is_heard_where_a_measure_is_asked(agreed: Talk) -> None:
    agreed.types("mijn doel is rustig blijven op mijn werk", "set_goal", kenmerken={"1.5": "rust"})
    assert agreed.said[-1] == "utter_ask_goal_clear"
    agreed.types("nu 3x pm boos")
    assert agreed.said == ["utter_ask_goal_aim"]
    agreed.types("naar 1x pm").presses("Over 6 weken").presses("Klopt")

    assert texts(agreed)[1] == "2 keer per maand boos."
