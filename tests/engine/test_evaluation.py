"""The figures and the gate that guards them."""

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
) -> Case:
    phrase = Phrase("…", "client", meant, frozenset(codes), frozenset(), "danger")
    return phrase, Understood(heard, 0.9, found, candidates, frozenset(), 1.0)


def test_right_at_once_needs_intent_and_a_kenmerk() -> None:
    story = ("find_instrument",)
    assert figures.at_once(case("find_instrument", story, ("3.3",), ("3.3", "1.1")))
    assert not figures.at_once(case("find_instrument", story, ("3.3",), ("1.1",)))
    assert figures.at_once(case("greet", ("greet",)))


def test_one_question_helps_when_the_choice_is_shown() -> None:
    shown = (FALLBACK, "bye", "thanks", "greet", "stop")
    assert figures.after_one_question(case("greet", shown))
    assert not figures.after_one_question(case("stop", shown))
    story = case("find_instrument", ("find_instrument",), ("3.3",), (), ("1.1", "3.3"))
    assert figures.after_one_question(story)
    assert not figures.after_one_question(case("greet", ("bye", "greet")))


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
