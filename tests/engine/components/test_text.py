"""Cleaning keeps every offset; clauses and denials are those a reader would see."""

import pytest
from components.negation import is_denied
from components.text import clauses, clean, is_payload, lower


@pytest.mark.parametrize(
    "text",
    [
        "“Ik” heb’t\u00a0niet—ja",
        "\u2060/stop",
        "ﬁets ½ İstanbul",
        "👩‍👧 é e\u0301",
        "a\tb\r\nc",
        "",
    ],
)
def test_cleaning_keeps_the_length(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert len(lower(text)) == len(text)


def test_cleaning_makes_plain_characters() -> None:
    assert clean("“Ik” heb’t\u00a0niet") == '"Ik" heb\'t niet'
    assert clean("\u2060/stop") == " /stop"


def test_only_a_first_slash_makes_a_payload() -> None:
    assert is_payload(" /stop")
    assert not is_payload("\u2060/stop")
    assert not is_payload("1/2")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ik heb schulden, maar ik wil werken", ["ik heb schulden", "ik wil werken"]),
        ("lezen en schrijven", ["lezen en schrijven"]),
        ("geen geld en ik slaap slecht", ["geen geld", "ik slaap slecht"]),
        ("het duurt 2,5 uur", ["het duurt 2,5 uur"]),
        (" ?!", []),
    ],
)
def test_clauses(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in clauses(text)] == parts


@pytest.mark.parametrize(
    "clause",
    [
        "schulden heb ik niet meer",
        "ik heb geen schulden",
        "taal prima",
        "vervoer is geregeld",
        "ik heb geen hulp nodig met geld",
        "de taal is geen probleem",
        "opvang hoeft niet",
        "schulden klopt niet",
        "lezen gaat goed",
    ],
)
def test_denied(clause: str) -> None:
    assert is_denied(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "ik kan niet slapen",
        "geen werk",
        "mijn nederlands is niet goed",
        "ik heb geen opvang",
        "ik durf niet te bellen",
        "het is goed als ik hulp krijg",
        "geen schulden dan houd ik over",
    ],
)
def test_not_denied(clause: str) -> None:
    assert not is_denied(clause)
