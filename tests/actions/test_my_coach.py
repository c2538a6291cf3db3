"""Who somebody's coach is: the name, at any question, and no wish that a coach would read."""

import pytest

from caseload.requests import open_requests
from tests.actions.talk import DEBTS, Talk

WORDS = ["hoe heet mn coach", "wie is mijn coach?", "weet jij hoe mijn coach heet"]


@pytest.mark.parametrize("words", WORDS)
def test_the_name_is_told_and_what_was_asked_is_asked_again(client: Talk, words: str) -> None:
    client.at("chips", pending=(DEBTS,)).types(words, "human_contact")

    assert client.text.startswith("Je coach is Sandra")
    assert client.said[-1] == "utter_ask_chips"
    client.types("klopt", "affirm")
    assert DEBTS in client.known.wanted
    assert open_requests(client.session) == []


def test_where_a_sentence_is_asked_the_question_is_not_sent(client: Talk) -> None:
    client.at("request", before="open").types("wie is mijn coach?")

    assert "Je coach is Sandra" in client.text
    assert open_requests(client.session) == []


def test_who_has_no_coach_here_is_told_so(visitor: Talk) -> None:
    visitor.at("open").types("wie is mijn coach?", "human_contact")

    assert visitor.text.startswith("Ik weet niet wie je coach is.")


def test_who_wants_to_speak_the_coach_still_can(client: Talk) -> None:
    client.at("open").types("ik wil mijn coach spreken", "human_contact")

    assert client.dialogue.step == "request"
