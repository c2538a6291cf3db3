from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doelenmeter import smart
from doelenmeter.smart import FILE, missing
from store.datafile import DataFileError

COMPLETE = "Over 3 maanden ben ik 4 dagen per week op tijd op mijn werk"


def codes(goal: str, measure: str = "", target: date | None = None) -> list[str]:
    return [part.code for part in missing(goal, measure=measure, target=target)]


@pytest.mark.parametrize(
    ("goal", "gone"),
    [
        ("", ["specific", "measurable", "when"]),
        ("Beter worden", ["specific", "measurable", "when"]),
        ("Ik wil meer doen", ["specific", "measurable", "when"]),
        ("Op tijd op mijn werk zijn", ["measurable", "when"]),
        ("Elke dag op tijd op mijn werk zijn", ["when"]),
        ("Vier keer per week sporten in de zaal", ["when"]),
        ("Binnen zes weken een brief schrijven", ["measurable"]),
        ("Voor 1 mei een brief schrijven", ["measurable"]),
        ("Ik wil eind maart meer doen", ["specific", "measurable"]),
        ("Voor 1 mei bel ik twee bedrijven", []),
        ("Eind maart heb ik mijn cv klaar", []),
        ("Ik wil het beter doen voor 3-6-2027", ["specific", "measurable"]),
        ("Ik haal mijn rijbewijs voor de zomer", []),
        (COMPLETE, []),
    ],
)
def test_it_tells_what_is_missing(goal: str, gone: list[str]) -> None:
    assert codes(goal) == gone


def test_a_frequency_is_no_date() -> None:
    assert "when" in codes("Ik loop 3 keer per week een uur door het park")


def test_what_stands_beside_the_goal_counts() -> None:
    assert codes("Op tijd op mijn werk zijn", "Ik tel de dagen: 4 per week") == ["when"]
    assert codes("Op tijd op mijn werk zijn", target=date(2027, 2, 1)) == ["measurable"]


def test_each_question_is_a_question_with_an_example() -> None:
    for part in missing(""):
        assert "?" in part.question
        assert part.code not in codes(part.example)


@given(text=st.text(max_size=200))
def test_any_text_gets_an_answer_and_more_words_never_lose_a_part(text: str) -> None:
    assert set(codes(f"{text}\n{COMPLETE}")) == set()
    assert set(codes(text)) <= {"specific", "measurable", "when"}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("'\\d'", "'('", "no pattern"),
        ("    words: 2\n", "", "nothing can tell"),
        ("- code: when", "- code: specific", "each part once"),
    ],
)
def test_a_faulty_file_names_the_fault(old: str, new: str, why: str, tmp_path: Path) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "smart.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=why):
        smart._read(path)
