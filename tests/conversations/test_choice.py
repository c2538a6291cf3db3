"""What may be chosen, what not, and lists that do not depend on who asks in which order."""

from tests.conversations.conftest import Visit
from tests.conversations.visitor import DEBTS, RIGHT, ROUTES, UNSURE, Visitor

NOT_ADVISED = "Sollicitatietraining in een groep"


def test_something_else_than_advised_asks_why(anonymous: Visitor) -> None:
    anonymous.advised().says(f"ik kies de {NOT_ADVISED.lower()}")
    assert NOT_ADVISED in anonymous.text
    assert "stond niet in de lijst" in anonymous.text
    anonymous.says("mijn buurman vond het goed")

    (choice,) = anonymous.choices
    assert choice["advised"] is False
    assert choice["instrument"] == "R45"
    assert choice["argument"] == "mijn buurman vond het goed"
    assert "R45" not in [shown["code"] for shown in choice["shown"]]
    assert len(choice["shown"]) == 3


def test_what_a_specialist_decides_is_never_chosen(coach: Visitor) -> None:
    coach.says("man 45, Tiel, schulden", "ik kies medisch of arbeidskundig onderzoek")

    assert coach.choices == []
    assert "Waarom kiezen" not in coach.text


def test_what_a_specialist_decides_is_never_listed(anonymous: Visitor) -> None:
    anonymous.opens().presses(UNSURE).to_the_list()
    seen: set[str] = set()
    for _ in range(20):
        seen |= set(anonymous.listed)
        if "alles wat past" in anonymous.presses("Iets anders").text:
            break
    assert len(seen) >= 40
    assert not any("onderzoek" in name for name in seen)


def test_the_same_answers_in_another_order_give_the_same_list(visit: Visit) -> None:
    one = visit(None).says("ik woon in Tiel", DEBTS).presses(RIGHT, ROUTES[0])
    other = visit(None).says(DEBTS).presses(RIGHT, ROUTES[0]).says("Tiel")
    third = visit(None).says("weet ik niet").presses(ROUTES[0]).says("ik woon in Tiel", DEBTS)
    for visitor in (one, other, third):
        visitor.agrees().to_the_list()

    assert one.listed == other.listed == third.listed != []
    assert one.advice is not None
    assert other.advice is not None
    assert one.advice.known.wanted == other.advice.known.wanted
    assert [shown.code for shown in one.advice.shown] == [s.code for s in other.advice.shown]


def test_a_coach_chooses_by_name(coach: Visitor) -> None:
    coach.says("man 45, schulden")
    name = coach.listed[1]
    coach.says(f"ik kies {name}", "past bij zijn week")

    (choice,) = coach.choices
    assert choice["instrument"] == choice["shown"][1]["code"]


def test_the_list_in_the_choice_is_the_list_on_the_screen(anonymous: Visitor) -> None:
    anonymous.opens().presses(UNSURE).to_the_list().presses("Iets anders")
    anonymous.says("ik kies de derde").presses("Zeg ik liever niet")

    (choice,) = anonymous.choices
    assert choice["instrument"] == choice["shown"][2]["code"]
    assert len(choice["shown"]) == 3
