"""Somebody's data: shown on request, and gone after a yes."""

from tests.conversations.visitor import DEBTS, RIGHT, ROUTES, Visitor, tracker_events

ERASE = "verwijder mijn gegevens"
NOTHING = {"advice": 0, "choice": 0, "request": 0, "button": 0}


def with_everything(visitor: Visitor) -> Visitor:
    visitor.advised().says("ik kies de eerste", "om de hulp thuis")
    visitor.says("ik wil iemand spreken", "over mijn brieven")
    assert set(visitor.rows().values()) != {0}
    return visitor


def test_what_is_known_is_shown(anonymous: Visitor) -> None:
    anonymous.says("ik woon in Tiel", DEBTS).presses(RIGHT).says("wat weet je van mij")

    assert "geldzorgen" in anonymous.text
    assert "in Tiel" in anonymous.text


def test_the_file_holds_what_was_said_and_pressed(noor: Visitor) -> None:
    noor.says("mijn zoon is vaak ziek", "wat weet je van mij")
    pressed = noor.says("check-in").buttons[0]
    noor.presses(pressed)
    file = noor.talk.file()

    assert file["complete"]
    said = [(line["by"], line["text"]) for talk in file["conversations"] for line in talk["said"]]
    assert ("person", "mijn zoon is vaak ziek") in said
    assert ("person", pressed) in said
    assert ("bot", noor.replies[0]["text"]) in said
    assert not any(text.startswith("/") for _, text in said)


def test_delete_leaves_no_rows_and_no_events(client: Visitor) -> None:
    with_everything(client)
    mine = client.conversations
    assert tracker_events(client.stack, mine) > 0
    client.says(ERASE)
    assert "Ja, wis alles" in client.buttons
    client.presses("Ja, wis alles")
    assert "gewist" in client.text

    assert client.rows(mine) == NOTHING
    assert tracker_events(client.stack, mine) == 0
    assert "Verder" not in client.says("hallo").buttons
    assert client.role is None


def test_delete_reaches_earlier_conversations(anonymous: Visitor) -> None:
    with_everything(anonymous).says("stop")
    anonymous.says("hallo", ERASE).presses("Ja, wis alles")

    assert anonymous.rows() == NOTHING
    assert tracker_events(anonymous.stack, anonymous.conversations) == 0


def test_delete_leaves_others_alone(anonymous: Visitor, client: Visitor) -> None:
    client.advised()
    before = client.rows()
    anonymous.says(ERASE).presses("Ja, wis alles")

    assert client.rows() == before
    assert client.says("meer over de eerste").buttons


def test_nothing_of_a_story_is_stored_outside_the_conversation(anonymous: Visitor) -> None:
    anonymous.says("ik heb schulden sinds mijn scheiding van Fatima").presses(RIGHT, ROUTES[0])
    anonymous.to_the_list()

    assert anonymous.advice is not None
    assert anonymous.advice.known.said == {}
