"""What a coach tells of a case and no search can use is said, so that nothing is lost."""

import pytest

from tests.actions.talk import DEBTS, Talk

CASE = "mw 23, A2, autisme, heel verlegen, bijstand, Tiel, schulden, wil kok worden"


def tells(coach: Talk, text: str, words: str = "schulden", read: tuple[str, ...] = ()) -> Talk:
    """A case in which debts are heard."""
    return coach.at("open").types(
        text, "find_instrument", kenmerken={DEBTS: words}, read=read, gemeente="Tiel"
    )


def test_nothing_of_a_case_is_lost(coach: Talk) -> None:
    tells(coach, CASE, read=("Tiel",))
    assert coach.said == ["utter_understood", "utter_left_aside", "utter_advice"]
    for fact in (
        "leeftijd",
        "taalniveau",
        "ziekte of beperking",
        "soort uitkering",
        "beroep of sector",
    ):
        assert fact in coach.replies[1].variables["aside"]
    assert "“heel verlegen”" in coach.text
    for used in ("“Tiel”", "“schulden”"):
        assert used not in coach.text


def test_it_is_told_once(coach: Talk) -> None:
    tells(coach, CASE).types("hooguit 10 weken", "refine_practical", max_weken="10")
    assert "utter_left_aside" not in coach.said


def test_where_all_is_used_nothing_is_said(coach: Talk) -> None:
    tells(coach, "schulden, Tiel", read=("Tiel",))
    assert coach.said == ["utter_understood", "utter_advice"]


def test_a_diagnosis_that_is_read_as_a_kenmerk_is_used(coach: Talk) -> None:
    tells(coach, "autisme, Tiel", words="autisme", read=("Tiel",))
    assert "utter_left_aside" not in coach.said


def test_an_age_in_one_breath_is_named_and_nothing_is_quoted(coach: Talk) -> None:
    tells(coach, "mw 34 uit Tiel heeft schulden")
    assert coach.replies[1].variables["aside"].endswith("niet zoeken: leeftijd.")


@pytest.mark.parametrize("part", ["mw", "wat past hier?", "mag niet te lang duren"])
def test_what_tells_nothing_or_is_asked_is_not_quoted(coach: Talk, part: str) -> None:
    tells(coach, f"schulden, {part}")
    assert "utter_left_aside" not in coach.said


@pytest.mark.parametrize("part", ["geen groep", "niet in een groep"])
def test_no_group_is_a_condition_and_not_unread(coach: Talk, part: str) -> None:
    tells(coach, f"schulden, Tiel, {part}", read=("Tiel",))
    assert coach.known.form == "alone"
    assert "utter_left_aside" not in coach.said


def test_an_age_may_be_written_short(coach: Talk) -> None:
    tells(coach, "mn 35, Tiel, schulden", read=("Tiel",))
    assert coach.replies[1].variables["aside"].endswith("niet zoeken: leeftijd.")


def test_a_client_is_not_told_so(visitor: Talk) -> None:
    tells(visitor, CASE)
    assert "utter_left_aside" not in visitor.said


def test_what_stands_behind_an_age_is_not_lost(coach: Talk) -> None:
    tells(coach, "mw 34 erg verlegen, schulden")
    assert "“erg verlegen”" in coach.text


def test_a_name_is_not_quoted(coach: Talk) -> None:
    tells(coach, "casus: mevr. Yıldız, 41, schulden, Tiel", read=("Tiel",))
    assert "Yıldız" not in coach.text


def test_a_part_in_just_the_words_of_a_kenmerk_counts(coach: Talk) -> None:
    tells(coach, "schulden, agressie")
    assert "✕ rustig blijven" in coach.titles
    assert "utter_left_aside" not in coach.said


def test_what_of_a_wish_is_not_read_is_said_too(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS}))
    text = "max 10 weken, geen avond, niet met mannen"
    coach.types(text, "refine_practical", max_weken="10", read=("max 10 weken",))
    assert "“geen avond”, “niet met mannen”" in coach.text
    assert "hooguit 10 weken" in "".join(coach.titles)


@pytest.mark.parametrize("text", ["nee, max 10 weken", "max 10 weken, liefst in een groep"])
def test_a_wish_that_is_read_wholly_has_nothing_left(coach: Talk, text: str) -> None:
    coach.advised(wanted=frozenset({DEBTS}))
    coach.types(text, "refine_practical", max_weken="10", read=("max 10 weken",))
    assert "utter_left_aside" not in coach.said
