"""A wish for a person: stored with one sentence, listed, and told to the coach once."""

import json
import secrets

import pytest

from bot.texts import say
from caseload.models import Role
from caseload.requests import open_requests
from tests.conversations.conftest import Visit
from tests.conversations.visitor import DEBTS, RIGHT, ROUTES, Visitor

ANONYMOUS = say("cli.requests.anonymous")
SENTENCE = "ik snap de brief van de gemeente niet"


def listed_requests(visitor: Visitor) -> list[dict[str, str]]:
    printed = visitor.stack.command("requests", "--json").splitlines()
    found = [json.loads(line) for line in printed]
    return [row for row in found if row["conversation_id"] in visitor.conversations]


def test_a_client_asks_and_the_coach_hears_it_once(client: Visitor, visit: Visit) -> None:
    client.says("ik wil mijn coach spreken", SENTENCE)
    assert "Sanne" in client.text
    (request,) = listed_requests(client)
    assert request["sentence"] == SENTENCE
    assert request["name"] == "Rafiq (demo)"
    assert request["kind"] == "person"
    assert request["created_at"]

    coach = visit(Role.COACH)
    coach.says("hallo")
    assert f"“{SENTENCE}”" in coach.text
    assert "Rafiq" in coach.text
    assert SENTENCE not in coach.says("hallo").text
    with client.stack.session() as session:
        assert not set(client.conversations) & {r.conversation_id for r in open_requests(session)}


def test_the_dialogue_goes_on_where_it_was(anonymous: Visitor) -> None:
    anonymous.says(DEBTS).presses(RIGHT).says("kan iemand mij bellen", SENTENCE)

    assert "gemeente leest het" in anonymous.text
    assert ROUTES[0] in anonymous.buttons
    assert anonymous.requests == [("person", SENTENCE)]


def test_somebody_unknown_is_listed_too(anonymous: Visitor) -> None:
    sentence = f"bel mij {secrets.token_hex(4)}"
    anonymous.says("ik wil iemand spreken", sentence)

    listed = anonymous.stack.command("requests").splitlines()
    (mine,) = [line for line in listed if sentence in line]
    assert ANONYMOUS in mine


@pytest.mark.parametrize("sentence", ["bel mij over werk", "nee het gaat niet goed", "schulden"])
def test_whatever_is_said_is_the_sentence(client: Visitor, sentence: str) -> None:
    client.says("ik wil iemand spreken", sentence)

    assert client.requests == [("person", sentence)]


def test_asked_twice_is_one_wish(client: Visitor) -> None:
    client.says("ik wil iemand spreken", "eerst dit")
    client.says("ik wil iemand spreken", "over mijn brieven")

    assert client.requests == [("person", "over mijn brieven")]
