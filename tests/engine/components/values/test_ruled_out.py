"""What is said no to stands apart from what is wanted."""

from typing import Any

import pytest
from components.values.component import RULED_OUT, Values
from rasa.shared.nlu.training_data.message import Message


def no_to(text: str, intent: str, name: str | None = None) -> list[tuple[str, Any]]:
    """What `text` says no to; `name` was learned to be an instrument."""
    learned = []
    if name:
        start = text.index(name)
        learned = [
            {"entity": "instrument", "value": name, "start": start, "end": start + len(name)}
        ]
    ranking = [{"name": intent, "confidence": 1.0}]
    message = Message({"text": text, "intent_ranking": ranking, "entities": learned})
    Values.create({}, None, None, None).process([message])
    return [(found["entity"], found["value"]) for found in message.get(RULED_OUT)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("niet in Tiel", "Tiel"),
        ("liever niet in Geldermalsen", "West Betuwe"),
        ("Tiel liever niet", "Tiel"),
        ("niet Tiel maar Buren", "Tiel"),
    ],
)
def test_a_place(text: str, place: str) -> None:
    assert no_to(text, "refine_practical") == [("gemeente", place)]


@pytest.mark.parametrize(
    "text", ["in Tiel", "waarom niet in Tiel", "het hoeft niet, ik zit in Tiel"]
)
def test_no_place(text: str) -> None:
    intent = "why_this" if text.startswith("waarom") else "refine_practical"
    assert no_to(text, intent) == []


@pytest.mark.parametrize(
    ("text", "intent", "number"),
    [
        ("niet de eerste", "deny", "1"),
        ("die eerste niet", "deny", "1"),
        ("niet 1", "correct_score", "1"),
        ("2 niet", "correct_score", "2"),
        ("geen 2", "nlu_fallback", "2"),
        ("niet nummer 3", "choose", "3"),
        ("de eerste wil ik niet", "choose", "1"),
    ],
)
def test_a_number(text: str, intent: str, number: str) -> None:
    assert no_to(text, intent) == [("instrument", number)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("geen budgetcoach", "budgetcoach"),
        ("ik wil niet weer een budgetcoach", "budgetcoach"),
        ("de budgetcoach wil ik niet", "budgetcoach"),
    ],
)
def test_a_name(text: str, name: str) -> None:
    assert no_to(text, "deny", name) == [("instrument", name)]


@pytest.mark.parametrize(
    ("text", "intent", "name"),
    [
        ("waarom geen budgetcoach", "why_this", "budgetcoach"),
        ("niet de tweede, de eerste", "choose", None),
        ("ik kies de budgetcoach", "choose", "budgetcoach"),
        ("niet 2 weken", "refine_practical", None),
    ],
)
def test_nothing(text: str, intent: str, name: str | None) -> None:
    assert no_to(text, intent, name) == []


@pytest.mark.parametrize(
    ("text", "intent", "group"),
    [
        ("geen jongere", "find_instrument", "jongeren"),
        ("ik ben geen statushouder", "refine_practical", "statushouders"),
        ("niet voor vrouwen", "refine_practical", "vrouwen"),
        ("niet voor jongeren", "refine_practical", "jongeren"),
    ],
)
def test_a_group(text: str, intent: str, group: str) -> None:
    assert no_to(text, intent) == [("doelgroep", group)]


def test_no_group() -> None:
    assert no_to("ik ben statushouder en heb geen werk", "find_instrument") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("alles behalve een weerbaarheidstraining", ["weerbaarheidstraining"]),
        ("geen taaltraining graag", ["taaltraining"]),
        ("mw 34, Tiel, schulden, zonder budgetcoach", ["budgetcoach"]),
        ("liever geen taalcursus of sollicitatietraining", ["taalcursus", "sollicitatietraining"]),
    ],
)
@pytest.mark.parametrize("intent", ["find_instrument", "more_options"])
def test_help_that_nobody_learned_by_name(text: str, names: list[str], intent: str) -> None:
    assert sorted(name for _, name in no_to(text, intent)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    ["heeft nog geen jobcoach", "had nooit een taalcursus", "zonder werkplek", "geen groepsles"],
)
def test_what_somebody_lacks_is_not_refused(text: str) -> None:
    assert no_to(text, "find_instrument") == []


def test_two_places() -> None:
    found = no_to("niet in Tiel of Culemborg", "refine_practical")
    assert found == [("gemeente", "Tiel"), ("gemeente", "Culemborg")]
