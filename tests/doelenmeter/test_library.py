import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from catalogue import kenmerken
from doelenmeter import library, scales
from doelenmeter.library import FOLDER, StandardGoal, find, like, load
from doelenmeter.smart import missing
from doelenmeter.tables import Goal
from store.datafile import ROOT, DataFileError, read
from tests.doelenmeter.conftest import NOW, People, agreed_goal
from tests.texts.sentences import sentences, words

AMOUNT = re.compile(r"\d|\b(?:geen|niemand|nooit|niets|niet|elke|alle|alleen)\b")
GOALS = pytest.mark.parametrize("goal", load().values(), ids=lambda goal: goal.code)


def test_there_are_at_least_sixty() -> None:
    assert len(load()) >= 60
    titles = Counter(goal.title for goal in load().values())
    assert max(titles.values()) == 1


def test_every_kenmerk_has_at_least_two() -> None:
    counts = Counter(goal.kenmerk for goal in load().values())
    assert set(counts) == set(kenmerken.load().kenmerken)
    assert min(counts.values()) >= 2


def test_groups_of_people_are_those_that_the_assistant_knows() -> None:
    known = read(ROOT / "engine" / "data" / "doelgroepen.yml").content["values"]
    used = {goal.doelgroep for goal in load().values() if goal.doelgroep}
    assert len(used) >= 6
    assert used <= set(known)


@GOALS
def test_every_level_can_be_told_apart_by_anybody(goal: StandardGoal) -> None:
    assert [n for n, text in goal.levels.items() if not AMOUNT.search(text.casefold())] == []
    for text in goal.levels.values():
        assert all(len(words(sentence)) <= 15 for sentence in sentences(text))


@GOALS
def test_only_the_date_is_left_to_say(goal: StandardGoal) -> None:
    gone = missing(f"{goal.title}. {goal.levels[2]}", measure=goal.measure)
    assert [part.code for part in gone] == ["when"]


@GOALS
def test_it_can_be_set_as_it_is(goal: StandardGoal) -> None:
    scales.load()[scales.DEFAULT].check(goal.draft().texts)


def test_a_coach_finds_goals_by_kenmerk_type_and_group() -> None:
    assert [goal.code for goal in find(kenmerk="1.1")] == ["1.1-a"]
    young = find(kenmerk="1.1", doelgroepen=frozenset({"jongeren"}))
    assert [goal.code for goal in young] == ["1.1-b", "1.1-a"]
    assert {goal.type for goal in find(type="regelen")} == {"regelen"}
    assert find(kenmerk="9.9") == ()


def test_a_standard_goal_becomes_a_goal_of_somebody(session: Session, people: People) -> None:
    standard = load()["3.3-a"]
    goal: Goal = agreed_goal(
        session,
        people,
        draft=standard.draft(),
        kenmerk=standard.kenmerk,
        target_date=NOW.date() + timedelta(days=60),
    )
    assert (goal.kenmerk, goal.state) == ("3.3", "active")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("code: 2.1-b", "code: 2.1-a", "twice"),
        ("code: 2.1-b", "code: 2.2-c", "not of kenmerk"),
        ("code: 2.1-b", "code: 3.3-z", "another group"),
        ("type: contact", "type: anders", "choose"),
        ("      3: Je praat met 4 mensen of meer over je plannen.\n", "", "have no 3"),
    ],
)
def test_a_faulty_file_names_the_fault(old: str, new: str, why: str, tmp_path: Path) -> None:
    name = "2_sociale_omgeving.yml"
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=why):
        library._read(tmp_path)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("ik wil solliciteren", "Elke week solliciteren"),
        ("beter nederlands praten", "Nederlands praten met anderen"),
        ("minder drinken", "Minder alcohol drinken"),
    ],
)
def test_the_goal_that_words_resemble_comes_first(words: str, title: str) -> None:
    assert like(words)[0].title == title


@pytest.mark.parametrize("words", ["", "👍", "een doel", "mijn huis opruimen"])
def test_words_that_resemble_no_goal(words: str) -> None:
    assert like(words) == ()
    assert len(like(words, least=0)) == len(load())
