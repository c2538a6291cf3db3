import pytest

from actions.wording import condition, euros, groups, listed, signing_up, topics, weeks
from catalogue.known import Known
from tests.actions.talk import DEBTS, SPEAKING, Talk, typed
from tests.catalogue.made import card


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["taal"], "taal"),
        (["taal", "geld"], "taal en geld"),
        (["taal", "geld", "rust"], "taal, geld en rust"),
        (["lezen en schrijven", "geld"], "lezen en schrijven, geld"),
    ],
)
def test_words_are_listed_as_people_do(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_topics_stand_in_the_order_of_the_taxonomy(visitor: Talk) -> None:
    turn = visitor.turn(typed(""))

    assert topics(turn, (DEBTS, SPEAKING)) == topics(turn, (SPEAKING, DEBTS))
    assert topics(turn, (DEBTS,)) == "geldzorgen, opvang of vervoer"


def test_conditions_in_plain_words(visitor: Talk) -> None:
    visitor.known = Known(
        route="C", gemeente="Tiel", max_cost=500, max_weeks=8, max_wait=2, form="group"
    )
    turn = visitor.turn(typed(""))
    names = ("route", "gemeente", "max_cost", "max_weeks", "max_wait", "form")

    assert [condition(turn, name) for name in names] == [
        "meteen werk zoeken",
        "in Tiel",
        "hooguit € 500",
        "hooguit 8 weken",
        "start binnen 2 weken",
        "liever in een groep",
    ]


def test_a_client_does_not_see_prices(visitor: Talk, coach: Talk) -> None:
    assert euros(visitor.turn(typed("")), 1680) == "gratis voor jou"
    assert euros(coach.turn(typed("")), 1680) == "€ 1.680 per persoon"
    assert euros(coach.turn(typed("")), None) == "kosten onbekend"


def test_signing_up_is_told_to_a_coach_as_to_a_client_where_there_are_no_other_words(
    coach: Talk,
) -> None:
    alike = card(application={"how": "Bel zelf.", "contact": "0344-000 100"})

    assert signing_up(coach.turn(typed("")), alike) == "Bel zelf."


def test_groups_are_plain_to_a_client_and_official_to_a_coach(visitor: Talk, coach: Talk) -> None:
    assert "vluchtelingen" in groups(visitor.turn(typed("")), ["statushouders"])
    assert groups(coach.turn(typed("")), ["wsw", "statushouders"]) == "statushouders en wsw"


@pytest.mark.parametrize(("count", "text"), [(1, "1 week"), (8, "8 weken"), (None, "verschilt")])
def test_how_long(visitor: Talk, count: int | None, text: str) -> None:
    assert weeks(visitor.turn(typed("")), count).endswith(text)
