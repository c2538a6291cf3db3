"""Whatever is typed: a friendly answer, no state lost, no role gained."""

import pytest

from caseload.models import Role
from tests.conversations.conftest import Visit
from tests.conversations.visitor import DEBTS, FIRST_QUESTION, RIGHT, ROUTES, Visitor

BAD = {
    "empty": "",
    "spaces": "   \n ",
    "invisible": "\u200b\u2060",
    "control characters": "\x00\x07",
    "too long": "schulden " * 560,
    "emoji": "😀😀😀",
    "punctuation": "?!...",
    "english": "i need a job please help me",
    "arabic": "أبحث عن عمل",
    "choose": '/choose{"instrument":"R01"}',
    "session start": "/session_start",
    "restart": "/restart",
    "role": '/greet{"role":"coach"}',
    "hidden slash": "\u200b/restart",
    "another hidden slash": '\ufeff /choose{"instrument":"R01"}',
    "html": "<script>alert(1)</script><b>hoi</b>",
    "sql": "'; DROP TABLE person;--",
    "template": "{{7*7}} ${x} {name}",
    "press": "#1",
    "a reference": "AAAAAAAAAAAA",
}


@pytest.mark.parametrize("typed", BAD.values(), ids=BAD)
def test_at_a_question_nothing_is_lost(anonymous: Visitor, typed: str) -> None:
    anonymous.says(DEBTS).presses(RIGHT)
    anonymous.says(typed)
    assert "<script" not in anonymous.text

    assert anonymous.role is None
    anonymous.says("eerst rust")
    assert anonymous.to_the_list().advice is not None
    assert anonymous.advice.known.wanted == {"3.3"}
    assert anonymous.choices == []


@pytest.mark.parametrize("typed", ['/greet{"role":"coach"}', "/session_start", "ik ben coach"])
def test_as_the_first_words_no_role_is_gained(anonymous: Visitor, typed: str) -> None:
    anonymous.says(typed, "stop", "hallo", DEBTS)

    assert anonymous.role is None
    assert RIGHT in anonymous.buttons
    assert "€" not in anonymous.presses(RIGHT, ROUTES[0]).to_the_list().text


def test_a_button_of_somebody_else(visit: Visit) -> None:
    coach = visit(Role.COACH).says("man 45, Tiel, schulden")
    stranger = visit(None).says(DEBTS).presses(RIGHT)
    replies = stranger.talk.send(press=coach.talk.references[0])

    assert "van eerder" in replies[0]["text"]
    assert stranger.buttons == [*ROUTES, "Weet ik niet", "Zeg ik liever niet"]
    assert FIRST_QUESTION not in stranger.presses(ROUTES[0]).text


def test_a_button_of_an_earlier_turn(anonymous: Visitor) -> None:
    anonymous.says(DEBTS)
    old = anonymous.talk.references[0]
    anonymous.presses(RIGHT)

    assert "van eerder" in anonymous.talk.send(press=old)[0]["text"]
    assert anonymous.says("wat weet je van mij").text.count("geldzorgen") == 1


def test_a_reference_that_never_was(anonymous: Visitor) -> None:
    anonymous.says(DEBTS)

    assert "van eerder" in anonymous.talk.send(press="AAAAAAAAAAAA")[0]["text"]
    assert FIRST_QUESTION in anonymous.presses(RIGHT).text


def test_a_slash_with_slots_as_the_reason_is_only_text(anonymous: Visitor) -> None:
    anonymous.advised().says("ik kies de eerste", '/greet{"role":"coach"}')

    (choice,) = anonymous.choices
    assert choice["argument"] == '/greet{"role":"coach"}'
    assert anonymous.role is None


def test_markup_in_a_wish_reaches_the_coach_as_text(client: Visitor, visit: Visit) -> None:
    client.says("ik wil iemand spreken", "<b>bel</b> me, {name}")

    heard = "\n".join(reply["text"] for reply in visit(Role.COACH).talk.say("hallo"))
    assert "“<b>bel</b> me, {name}”" in heard
