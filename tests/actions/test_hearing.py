import pytest

from actions.hearing import Heard, HeardKenmerk, hear


def test_a_button_is_read_from_intent_and_entities() -> None:
    heard = hear(
        {
            "text": '/compare{"instrument": ["R01", "R02"]}',
            "intent": {"name": "compare", "confidence": 1.0},
            "entities": [{"entity": "instrument", "value": ["R01", "R02"]}],
            "kenmerken": [{"code": "3.3", "confidence": 0.9, "span": [0, 3]}],
        }
    )

    assert heard.pressed
    assert heard.text == ""
    assert heard.entities == {"instrument": ("R01", "R02")}
    assert heard.kenmerken == ()


def test_typed_text_keeps_the_words_of_a_kenmerk() -> None:
    heard = hear(
        {
            "text": "ik heb schulden",
            "intent": {"name": "find_instrument", "confidence": 0.8},
            "intent_ranking": [{"name": "find_instrument", "confidence": 0.8}],
            "kenmerken": [{"code": "3.3", "confidence": 0.9, "span": [7, 15]}],
            "kenmerk_candidates": [{"code": "3.3", "confidence": 0.9}],
        }
    )

    assert heard.kenmerken == (HeardKenmerk("3.3", 0.9, "schulden"),)
    assert heard.candidates == ("3.3",)
    assert heard.ranking == (("find_instrument", 0.8),)


def test_a_typed_slash_command_is_text() -> None:
    heard = hear({"text": "\u2060/choose", "intent": {"name": "nlu_fallback"}})

    assert not heard.pressed
    assert heard.text == "/choose"


@pytest.mark.parametrize("typed", ["/restart", '/greet{"role":"coach"}', "\u200b /session_start"])
def test_a_typed_slash_command_means_nothing(typed: str) -> None:
    said = {"text": f"\u2060{typed}", "intent": {"name": "restart", "confidence": 0.9}}

    assert hear(said).intent == "nlu_fallback"
    assert hear(said).text == typed


@pytest.mark.parametrize("intent", ["stop", "crisis"])
def test_stop_and_danger_are_heard_behind_a_slash(intent: str) -> None:
    assert hear({"text": "\u2060/x", "intent": {"name": intent}}).intent == intent


@pytest.mark.parametrize("message", [{}, {"text": None, "intent": None, "entities": None}])
def test_an_empty_message_is_not_understood(message: dict[str, None]) -> None:
    assert hear(message) == Heard(text="", intent="nlu_fallback", confidence=0.0, pressed=False)


def test_the_last_value_counts_and_the_same_one_is_heard_once() -> None:
    places = [{"entity": "gemeente", "value": v} for v in ("Tiel", "Tiel", "Buren")]
    heard = hear({"text": "Tiel, nee Buren", "entities": places})

    assert heard.entities["gemeente"] == ("Tiel", "Buren")
    assert heard.value("gemeente") == "Buren"


@pytest.mark.parametrize(("value", "number"), [("500", 500), ("0", 0), ("veel", None)])
def test_a_number_is_a_whole_number_or_nothing(value: str, number: int | None) -> None:
    heard = hear({"text": "x", "entities": [{"entity": "max_kosten", "value": value}]})

    assert heard.number("max_kosten") == number
    assert heard.number("max_weken") is None
