import pytest

from actions.advice import MOST_OFFERS, PAGE
from catalogue.choices import last_advice
from catalogue.relax import relaxations
from catalogue.search import search
from tests.actions.talk import DEBTS, SPEAKING, STRESS, TAXONOMY, Talk


def advice(talk: Talk) -> str:
    """The list that was read, without the other messages of the turn."""
    (found,) = (reply for reply in talk.replies if reply.response == "utter_advice")
    return found.variables["list"]


def test_the_list_is_the_first_page_of_the_search(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({STRESS}))
    fits = search(visitor.session, visitor.known, limit=PAGE).fits
    lines = advice(visitor).splitlines()

    assert visitor.dialogue.shown == tuple(fit.instrument.code for fit in fits)
    assert [fit.instrument.kind in line for fit, line in zip(fits, lines, strict=True)] == [
        True
    ] * len(fits)


def test_every_line_says_why_in_own_words(visitor: Talk) -> None:
    words = {DEBTS: "al die brieven", STRESS: "gek van de stress"}
    visitor.advised(wanted=frozenset(words), said=words)

    for line in advice(visitor).splitlines():
        assert any(f"“{said}”" in line for said in words.values())


def test_a_client_reads_no_grade_and_no_price(visitor: Talk) -> None:
    visitor.advised()

    assert "gratis voor jou" in advice(visitor)
    assert "€" not in visitor.text
    assert "werkcoaches geven" not in visitor.text


def test_a_coach_reads_price_grade_and_what_was_missed(coach: Talk) -> None:
    coach.advised(wanted=frozenset({DEBTS, SPEAKING, STRESS}))

    assert "€ " in advice(coach)
    assert "van de 3" in advice(coach)
    assert coach.said[0] == "utter_understood"
    assert [t for t in coach.titles if t.startswith("✕")] == [
        f"✕ {TAXONOMY.kenmerken[code].chip}" for code in (SPEAKING, STRESS, DEBTS)
    ]


def test_an_instrument_for_others_says_for_whom(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({"5.3"}))
    assert ", alleen voor vrouwen" in advice(visitor)

    visitor.advised(wanted=frozenset({"5.3"}), doelgroepen=frozenset({"vrouwen"}))
    assert ", alleen voor vrouwen" not in advice(visitor)


def test_what_was_on_the_screen_is_stored_once(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({STRESS}))
    first = last_advice(visitor.session, conversation_id=visitor.conversation_id)
    visitor.advised(wanted=frozenset({STRESS}))
    again = last_advice(visitor.session, conversation_id=visitor.conversation_id)

    assert first is not None
    assert again == first
    assert tuple(item.code for item in first.shown) == visitor.dialogue.shown
    assert first.person_id is None


def test_the_place_is_the_persons_own_where_it_can_be(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS}), gemeente="Culemborg")

    assert all(" – Culemborg, " in line for line in advice(visitor).splitlines())


def test_no_match_says_what_blocks_and_what_each_relaxation_gives(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({DEBTS, STRESS}), gemeente="Maasdriel", form="group")
    offers = relaxations(visitor.session, visitor.known)[:MOST_OFFERS]

    assert visitor.said == ["utter_nothing_fits"]
    assert "in Maasdriel" in visitor.text
    assert len(offers) >= 2
    for offer, title in zip(offers, visitor.titles[:-1], strict=True):
        count = search(visitor.session, visitor.known.without(offer.drop)).total
        assert title.endswith(f"({count})")
    assert visitor.titles[-1] == "Ik wil iemand spreken"
    assert visitor.dialogue.shown == ()


def test_a_single_match_offers_more(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({"4.3"}), max_cost=0)

    assert visitor.said == ["utter_advice", "utter_only_one"]
    assert any(title.startswith("Zonder: ") for title in visitor.titles)
    assert visitor.dialogue.focus == visitor.dialogue.shown[0]


def test_a_list_that_stands_is_not_put_again(visitor: Talk) -> None:
    visitor.advised().types("dank je", "thanks")

    assert visitor.said == ["utter_thanks", "utter_list_still"]
    assert "Iets anders" in visitor.titles


@pytest.mark.parametrize("code", TAXONOMY.kenmerken)
def test_every_kenmerk_alone_gives_a_choice(visitor: Talk, code: str) -> None:
    visitor.advised(wanted=frozenset({code}))

    assert 2 <= len(visitor.dialogue.shown) <= PAGE
    assert TAXONOMY.kenmerken[code].chip in visitor.text


def test_many_chips_stand_under_two_messages(coach: Talk) -> None:
    coach.advised(
        wanted=frozenset({DEBTS, STRESS, SPEAKING}),
        gemeente="Tiel",
        max_cost=3000,
        max_weeks=52,
        route="B",
    )
    understood, conditions = coach.replies[:2]

    assert [understood.response, conditions.response] == [
        "utter_understood",
        "utter_understood_conditions",
    ]
    assert len(understood.buttons) == 3
    assert [button.title for button in conditions.buttons] == [
        "✕ leren en sterker worden",
        "✕ in Tiel",
        "✕ hooguit 52 weken",
        "✕ hooguit € 3000",
    ]
    assert coach.presses("✕ in Tiel").known.gemeente is None


def test_many_conditions_that_give_nothing_fill_no_screen(coach: Talk) -> None:
    wanted = frozenset({"1.3.2", "1.3.3", "2.1", "3.3", "4.1", "5.2"})
    few = {"gemeente": "Zaltbommel", "max_weeks": 1, "max_wait": 1, "max_cost": 0, "form": "group"}
    coach.advised(wanted=wanted, route="A", **few)

    assert coach.said[-1] == "utter_nothing_fits_together"
    assert len(coach.text.splitlines()[-1]) <= 110
    assert any(title.startswith("Zonder: ") for title in coach.titles)
    assert all(len(title) <= 40 for title in coach.titles if title.startswith("Zonder: "))


def test_many_kenmerken_that_one_does_not_act_on_are_counted(coach: Talk) -> None:
    coach.advised(wanted=frozenset({"1.3.2", "2.1", "3.3", "4.1", "5.2"}))
    lines = [line for line in coach.text.splitlines() if line.startswith("**")]
    many = [line for line in lines if "Past op 2 van de 5" in line]

    assert many
    assert all("Niet op de andere 3." in line for line in many)
    coach.advised(wanted=frozenset({"1.3.2", "3.3"}))
    assert "Niet op: " in coach.text


def test_help_after_prison_does_not_stand_first_for_who_looks_for_work(visitor: Talk) -> None:
    visitor.advised(wanted=frozenset({"4.1", "5.2"}), gemeente="Tiel")
    assert visitor.dialogue.shown[0] != "R44"

    named = frozenset({"ex-gedetineerden"})
    visitor.advised(wanted=frozenset({"4.1", "5.2"}), gemeente="Tiel", doelgroepen=named)
    assert visitor.dialogue.shown[0] == "R44"


def test_where_the_wait_is_limited_the_list_tells_it(coach: Talk) -> None:
    coach.advised(wanted=frozenset({"1.3.3"}), max_wait=8)
    assert "wachttijd onbekend" in advice(coach)
    assert "wachttijd 7 weken" in advice(coach)

    coach.advised(wanted=frozenset({"1.3.3"}))
    assert "wachttijd" not in advice(coach)
