"""A message in another language is recognised as such; Dutch of every kind is not."""

import pytest

from actions.languages import foreign


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hello can you help me please", "en"),
        ("iş arıyorum ama bulamıyorum", "tr"),
        ("szukam pracy w Tiel", "pl"),
        ("أنا لا أتكلم الهولندية", "ar"),
        ("я шукаю роботу", "uk"),
        ("ሰላም ስራሕ እደሊ", "ti"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    assert foreign(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "ik heb schulde en kan nie slape",
        "wollah bro ik zoek gwn werk",
        "da witte gij toch ok wel",
        "ik bin van Tiel en heb gin auto",
        "mw 34, NT2, geen netwerk, wil wel",
        "ok",
        "sorry",
        "🙂🙂🙂",
        "",
    ],
)
def test_dutch_of_every_kind_is_not(text: str) -> None:
    assert foreign(text) is None
