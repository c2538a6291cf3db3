"""Danger is heard by reviewed phrases and by the model; figures of speech are not danger."""

import pytest
from components.danger import INTENT, Danger
from components.intents import MARGINS
from rasa.shared.nlu.training_data.message import Message


def hear(text: str, margin: float = -1.0, intent: str = "find_instrument") -> Message:
    """The message after the guard; the model's margin for danger is `margin`."""
    ranking = [{"name": intent, "confidence": 0.6}, {"name": "deny", "confidence": 0.4}]
    message = Message(
        {"text": text, "intent": ranking[0], "intent_ranking": ranking, MARGINS: {INTENT: margin}}
    )
    return Danger(Danger.get_default_config()).process([message])[0]


@pytest.mark.parametrize(
    "text",
    [
        "ik wil dood",
        "Ik wil ECHT niet meer leven!!",
        "k wil nie mer leve",
        "ik niet leven meer wil",
        "ik maak er vanavond een einde aan",
        "ik ga mij ophangen",
        "ik heb al mijn pillen geslikt",
        "mijn man heeft mij weer geslagen",
        "hij dreigt mij te vermoorden",
        "mijn klant is suïcidaal",
        "wij hebben geen slaapplek voor vannacht",
        "de kinderen hebben honger en ik heb geen geld",
        "bel 112",
        "i want to die",
    ],
)
def test_a_phrase_is_enough(text: str) -> None:
    message = hear(text)
    assert message.get("intent")["name"] == INTENT
    assert message.get("intent")["confidence"] > 0.9
    assert [one["name"] for one in message.get("intent_ranking")].count(INTENT) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ik ga dood van de stress voor dat gesprek",
        "ik schaam me dood",
        "over mijn lijk",
        "ik ben als de dood voor honden",
        "ik vermoord die printer nog eens",
        "nee, ik denk niet aan zelfmoord",
        "ik kan van mijn uitkering niet leven",
    ],
)
def test_a_figure_of_speech_is_not(text: str) -> None:
    assert hear(text).get("intent")["name"] == "find_instrument"
    assert hear(text, margin=0.5, intent=INTENT).get("intent")["name"] == "deny"


def test_a_number_is_no_emergency_number() -> None:
    assert hear("ik kom op 12 mei om 11.30 uur").get("intent")["name"] == "find_instrument"


def test_the_model_alone_is_enough_when_it_is_sure() -> None:
    assert hear("iets heel anders", margin=0.2).get("intent")["name"] == INTENT
    assert hear("iets heel anders", margin=-0.4).get("intent")["name"] == "find_instrument"


def test_a_suspicious_word_needs_half_a_belief() -> None:
    assert hear("ik voel me niet veilig", margin=-0.3).get("intent")["name"] == INTENT
    assert hear("is deze app wel veilig", margin=-0.9).get("intent")["name"] == "find_instrument"


def test_a_payload_is_no_danger() -> None:
    assert hear("/stop").get("intent")["name"] == "find_instrument"
