from catalogue.known import Known
from tests.actions.talk import APPLYING, DEBTS, STRESS, Talk, card

DEBT_LIST = frozenset({DEBTS})


def test_why_gives_a_reason_for_each(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST, said={DEBTS: "die schulden"})
    visitor.types("waarom", "why_this")

    assert visitor.said[0] == "utter_why"
    for code in visitor.dialogue.shown:
        assert f"**{card(visitor, code).kind}**: Omdat je zei: “die schulden”" in visitor.text


def test_why_one_of_the_list(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST)
    visitor.types("waarom die tweede", "why_this", instrument="2")
    first, second = (card(visitor, code).kind for code in visitor.dialogue.shown[:2])

    assert second in visitor.text
    assert first not in visitor.text


def test_why_before_there_is_a_list(visitor: Talk) -> None:
    visitor.asked("form").types("waarom", "why_this")

    assert visitor.said == ["utter_why_nothing_yet", "utter_ask_form"]


def test_why_not_names_the_condition_that_blocks_and_drops_it(visitor: Talk) -> None:
    asked = ("route", *"abcde")
    visitor.advised(wanted=DEBT_LIST, gemeente="Buren", max_weeks=20, asked=asked)
    visitor.types("waarom niet de budgetcoach", "why_this", instrument="R01")

    assert visitor.said == ["utter_why_not_condition"]
    assert "in Buren" in visitor.text
    assert "20 weken" not in visitor.text
    visitor.presses("Zonder: in Buren")
    assert visitor.known.gemeente is None
    assert "R01" in visitor.dialogue.shown


def test_why_not_names_a_condition_and_another_topic_together(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST, max_weeks=2, asked=("route", *"abcde"))
    visitor.types("waarom geen taalles", "why_this", instrument="R11")

    assert visitor.said == ["utter_why_not_both"]
    assert "2 weken" in visitor.text
    assert visitor.titles[-1].startswith("Neem mee: ")
    visitor.presses("Zonder: hooguit 2 weken")
    assert visitor.known.max_weeks is None


def test_why_not_names_the_kenmerken_and_takes_them_along(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST, asked=("route", *"abcde"))
    visitor.types("waarom geen banencafé", "why_this", instrument="R47")

    assert visitor.said == ["utter_why_not_kenmerk"]
    visitor.presses("Neem mee: solliciteren")
    assert visitor.known.wanted == {DEBTS, APPLYING}
    assert visitor.said[-1] == "utter_advice"


def test_why_lower_gives_its_reason(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS, STRESS}))
    visitor.types("en de budgetcoach", "why_this", instrument="R44")

    assert visitor.said == ["utter_why_lower"]
    assert "geldzorgen" in visitor.text


def test_leaving_it_keeps_the_list(visitor: Talk) -> None:
    shown = visitor.advised(wanted=DEBT_LIST).dialogue.shown
    visitor.types("waarom geen banencafé", "why_this", instrument="R47").presses("Laat zo")

    assert visitor.dialogue.shown == shown
    assert visitor.known == Known(wanted=DEBT_LIST)


def test_why_never_psychological_research(visitor: Talk) -> None:
    visitor.advised(wanted=DEBT_LIST).types("waarom geen onderzoek", "why_this", instrument="V01")

    assert visitor.said[0] == "utter_specialist_decides"


def test_why_nothing_fits_tells_what_blocks(coach: Talk) -> None:
    coach.advised(wanted=frozenset({"3.4"}), gemeente="Tiel")
    assert coach.said[-1] == "utter_nothing_fits"
    coach.types("waarom zo weinig", "why_this")
    assert coach.said[-1] == "utter_nothing_fits"
    assert "in Tiel" in coach.text
