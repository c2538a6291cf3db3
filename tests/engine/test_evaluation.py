"""The figures and the gate that guards them."""

from dataclasses import replace
from pathlib import Path

import pytest
from evaluation import figures, gate
from evaluation.figures import Case
from evaluation.phrases import Phrase
from evaluation.understanding import FALLBACK, Understood


def case(
    meant: str,
    heard: tuple[str, ...],
    codes: tuple[str, ...] = (),
    found: tuple[str, ...] = (),
    candidates: tuple[str, ...] = (),
    text: str = "…",
) -> Case:
    phrase = Phrase(text, "client", meant, frozenset(codes), frozenset(), "danger")
    return phrase, Understood(heard, 0.9, found, candidates, frozenset(), 1.0)


def test_right_at_once_needs_intent_and_a_kenmerk() -> None:
    story = ("find_instrument",)
    assert figures.at_once(case("find_instrument", story, ("3.3",), ("3.3", "1.1")))
    assert not figures.at_once(case("find_instrument", story, ("3.3",), ("1.1",)))
    assert figures.at_once(case("greet", ("greet",)))


def test_the_nearest_intent_is_right_though_the_dialogue_asks_back() -> None:
    doubtful = case("help", (FALLBACK, "help", "stop"))
    assert figures.intent_right(doubtful)
    assert not figures.at_once(doubtful)


def test_one_question_helps_when_the_choice_is_shown() -> None:
    shown = (FALLBACK, "bye", "stop", "help", "compare", "restart")
    assert figures.after_one_question(case("compare", shown))  # bye and stop are one button
    assert not figures.after_one_question(case("restart", shown))
    assert not figures.after_one_question(case("greet", (FALLBACK, "bye", "greet")))
    assert not figures.after_one_question(case("help", ("bye", "help")))


def test_what_a_coach_asks_is_no_choice_for_a_client() -> None:
    client = case("report", (FALLBACK, "help", "report"))
    coach = (replace(client[0], who="coach"), client[1])
    assert not figures.after_one_question(client)
    assert figures.after_one_question(coach)


def test_a_doubtful_story_gets_its_likeliest_kenmerken() -> None:
    story = ("find_instrument", ("find_instrument",), ("3.3",), (), ("1.1", "3.3"))
    assert figures.after_one_question(case(*story, text="ik kom er niet uit"))
    assert not figures.after_one_question(case(*story, text="lukt niet"))
    noted = case("find_instrument", ("refine_practical",), ("3.3",), ("3.3",))
    assert figures.after_one_question(noted)


def test_danger_and_its_look_alikes() -> None:
    cases = [
        case("crisis", ("crisis",)),
        case("crisis", ("stop",)),
        case("deny", ("crisis",)),
        case("deny", ("deny",)),
    ]
    gated = figures.gated(cases)
    assert gated["danger heard"] == 0.5
    assert gated["look-alikes alarmed"] == 0.5
    assert "heavy lives alarmed" not in gated


def test_heavy_lives_are_counted_by_themselves() -> None:
    heavy = [case("frustration", (heard,)) for heard in ("crisis", "deny", "deny", "frustration")]
    lives = [(replace(phrase, stratum="heavy_lives"), got) for phrase, got in heavy]
    gated = figures.gated([case("deny", ("deny",)), *lives])
    assert gated["heavy lives alarmed"] == 0.25
    assert gated["look-alikes alarmed"] == 0


def test_values_that_nobody_labelled_do_not_count() -> None:
    place = frozenset({("gemeente", "tiel")})
    phrase, understood = case("refine_practical", ("refine_practical",))
    found = replace(understood, entities=place)
    labelled = (replace(phrase, entities=place), found)
    unlabelled = (replace(phrase, entities=None), found)
    assert figures.gated([labelled, unlabelled])["values, micro-F1"] == 1
    assert figures.misread(unlabelled) == ""
    assert [(row.name, row.count) for row in figures.values([labelled, unlabelled])] == [
        ("gemeente", 1)
    ]


@pytest.mark.parametrize(
    ("name", "before", "now", "falls"),
    [
        ("intent right", 0.9, 0.895, False),
        ("intent right", 0.9, 0.88, True),
        ("danger heard", 0.9667, 29 / 30, False),
        ("danger heard", 1.0, 0.995, True),
        ("look-alikes alarmed", 0.02, 0.05, True),
        ("look-alikes alarmed", 0.02, 0.0, False),
    ],
)
def test_a_figure_may_not_fall(name: str, before: float, now: float, falls: bool) -> None:
    assert bool([*gate.fallen({name: now}, {name: before})]) is falls


def test_a_figure_may_not_vanish() -> None:
    assert [*gate.fallen({}, {"intent right": 0.9})]


def test_a_known_failure_that_is_understood_must_move(tmp_path: Path) -> None:
    file = tmp_path / "known_failures.yml"
    file.write_text('- {text: "hoi", intent: greet, why: "nog niet"}\n')
    understood = Understood(("greet",), 0.9, (), (), frozenset(), 1.0)
    wrong = Understood(("bye",), 0.9, (), (), frozenset(), 1.0)
    assert [*gate.moved(file, [understood])]
    assert not [*gate.moved(file, [wrong])]


def test_what_is_misread_is_named_with_what_was_meant() -> None:
    assert figures.misread(case("greet", ("bye",))) == "intent: meant greet, heard bye"
    assert figures.misread(case("greet", ("greet",))) == ""
