"""In the middle of choosing anything may be asked; the choice waits."""

import pytest

from tests.conversations.visitor import Visitor

ARGUMENT = "ik wil dit omdat de hulp bij mij thuis komt"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("wie kan dit lezen", "zonder je naam"),
        ("wat betekent traject", "plan met stappen"),
        ("ben je een mens", "computer"),
        ("vergelijk de eerste en de tweede", "Groep of alleen"),
        ("vertel meer over de tweede", "Waar het niet voor is"),
    ],
)
def test_before_the_reason_is_given(anonymous: Visitor, said: str, answer: str) -> None:
    anonymous.advised()
    first = anonymous.listed[0]
    anonymous.says("ik kies de eerste", said)
    assert answer in anonymous.text
    assert first in anonymous.text.rsplit("\n", 1)[-1]

    anonymous.says(ARGUMENT)
    (choice,) = anonymous.choices
    assert choice["instrument"] == choice["shown"][0]["code"]
    assert choice["argument"] == ARGUMENT


def test_a_person_is_wanted_and_then_the_choice_goes_on(client: Visitor) -> None:
    client.advised().says("ik kies de eerste", "ik wil iemand spreken")
    client.says("over mijn schulden")
    assert "opgeschreven" in client.text
    assert "eigen woorden" in client.text

    client.says(ARGUMENT)
    assert client.requests == [("person", "over mijn schulden")]
    assert [choice["argument"] for choice in client.choices] == [ARGUMENT]


def test_any_aspect_of_any_of_the_list(anonymous: Visitor) -> None:
    anonymous.advised()
    names = anonymous.listed

    for said, name, label in (
        ("wat kost de tweede", names[1], "Kosten:"),
        ("waar is de eerste", names[0], "Waar:"),
        ("hoe lang duurt de laatste", names[-1], "Hoe lang:"),
        (f"hoe kan ik me aanmelden voor {names[0]}", names[0], "Aanmelden:"),
    ):
        anonymous.says(said)
        assert name in anonymous.text
        assert label in anonymous.text


def test_why_these(anonymous: Visitor) -> None:
    anonymous.advised()
    names = anonymous.listed
    anonymous.says("waarom deze")

    assert all(name in anonymous.text for name in names)
    assert "Omdat je zei" in anonymous.text


def test_why_not_another(coach: Visitor) -> None:
    coach.says("man 45, Tiel, schulden", "waarom niet de sollicitatietraining")
    assert "Sollicitatietraining in een groep" in coach.text
    coach.presses("Zonder: in Tiel" if "Zonder: in Tiel" in coach.buttons else "Neem mee")

    assert coach.listed


def test_something_else_and_back(anonymous: Visitor) -> None:
    anonymous.opens().presses("Weet ik niet").to_the_list()
    first = anonymous.listed
    second = anonymous.presses("Iets anders").listed

    assert second
    assert not set(first) & set(second)
    assert anonymous.advice is not None
    assert len(anonymous.advice.shown) == len(second)
