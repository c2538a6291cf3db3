"""A list with nothing for everyone asks for whom it is, and what is for others goes after a no."""

import pytest

from tests.actions.talk import Talk

FOR_THE_YOUNG = {
    **{"wanted": frozenset({"1.5"}), "gemeente": "Buren", "form": "group", "route": "B"},
    "asked": ("route", "gemeente", "form", *"abc"),
}
FOR_SOME = {"wanted": frozenset({"3.2.3"}), "gemeente": "Tiel"}
"""Only help for the young and for who was at a praktijkschool."""


def test_a_list_only_for_others_asks_whether_this_person_belongs(
    visitor: Talk, coach: Talk
) -> None:
    visitor.advised(**FOR_THE_YOUNG)
    assert visitor.said == ["utter_advice", "utter_explain"]
    assert "Let op: dit is alleen voor jongeren. Hoor jij daarbij?" in visitor.text
    assert visitor.titles[-2:] == ["Ja: jongeren", "Nee"]

    coach.advised(**FOR_THE_YOUNG)
    assert "alleen voor jongeren. Hoort je cliënt daarbij?" in coach.text


@pytest.mark.parametrize(
    ("text", "intent", "more"),
    [
        ("ja", "affirm", {}),
        ("ja ik ben jongere", "affirm", {"doelgroep": "jongeren"}),
        ("ik hoor bij de jongeren", "refine_practical", {"doelgroep": "jongeren"}),
    ],
)
def test_who_belongs_is_not_asked_again(
    visitor: Talk, text: str, intent: str, more: dict[str, str]
) -> None:
    shown = visitor.advised(**FOR_THE_YOUNG).dialogue.shown
    visitor.types(text, intent, **more)
    assert visitor.known.doelgroepen == {"jongeren"}
    assert visitor.dialogue.shown == shown
    assert "Let op" not in visitor.text
    assert visitor.dialogue.chosen is None


@pytest.mark.parametrize(
    ("text", "intent", "more"),
    [
        ("nee", "deny", {}),
        (
            "geen jongere",
            "find_instrument",
            {"doelgroep": "jongeren", "ruled_out": {"doelgroep": ("jongeren",)}},
        ),
        (
            "ik ben geen jongere",
            "refine_practical",
            {"doelgroep": "jongeren", "ruled_out": {"doelgroep": ("jongeren",)}},
        ),
    ],
)
def test_who_does_not_belong_gets_it_no_more(
    visitor: Talk, text: str, intent: str, more: dict[str, object]
) -> None:
    shown = visitor.advised(**FOR_THE_YOUNG).dialogue.shown
    visitor.types(text, intent, **more)
    assert visitor.known.unwanted >= set(shown)
    assert not visitor.known.doelgroepen
    assert "Met alles samen vind ik niets" in visitor.text
    assert any(title.startswith("Toch ook: ") for title in visitor.titles)


def test_both_answers_are_a_tap_away(visitor: Talk) -> None:
    visitor.advised(**FOR_THE_YOUNG).presses("Ja: jongeren")
    assert visitor.known.doelgroepen == {"jongeren"}

    visitor.advised(**FOR_THE_YOUNG).presses("Nee")
    assert "Met alles samen vind ik niets" in visitor.text


def test_of_several_groups_a_yes_alone_does_not_tell_which(visitor: Talk) -> None:
    visitor.advised(**FOR_SOME)
    assert len([title for title in visitor.titles if title.startswith("Ja: ")]) == 2
    visitor.types("ja", "affirm")
    assert not visitor.known.doelgroepen


def test_after_reading_about_it_a_yes_chooses(visitor: Talk) -> None:
    visitor.advised(**FOR_THE_YOUNG).presses("Meer over 1").types("ja", "affirm")
    assert visitor.said == ["utter_ask_argument"]


def test_who_belongs_from_the_beginning_reads_no_question(visitor: Talk) -> None:
    visitor.advised(**FOR_THE_YOUNG, doelgroepen=frozenset({"jongeren"}))
    assert visitor.dialogue.shown
    assert "Let op" not in visitor.text


def test_a_list_with_something_for_everyone_asks_nothing(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({"5.3"}))
    assert "alleen voor vrouwen" in visitor.text
    assert "Let op" not in visitor.text


def test_a_no_over_such_a_list_still_shows_the_next_one(visitor: Talk) -> None:
    first = visitor.advised(wanted=frozenset({"5.3"})).dialogue.shown
    visitor.types("nee", "deny")
    assert visitor.said[-1] == "utter_advice"
    assert visitor.known.unwanted == frozenset()
    assert first
