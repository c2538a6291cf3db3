"""The guard against danger, beside a model of which the margins are given."""

from components.danger import INTENT, Danger
from components.intents import MARGINS, STORY
from rasa.shared.nlu.training_data.message import Message


def hear(
    text: str,
    margin: float = -1.0,
    other: float = -0.5,
    intent: str = "find_instrument",
    story: float = -1.0,
) -> Message:
    """The message after the guard; the model's margins are `margin` for danger, or the others."""
    ranking = [{"name": intent, "confidence": 0.6}, {"name": "deny", "confidence": 0.4}]
    margins = {"find_instrument": other, INTENT: margin, STORY: story}
    message = Message(
        {"text": text, "intent": ranking[0], "intent_ranking": ranking, MARGINS: margins}
    )
    return Danger(Danger.get_default_config()).process([message])[0]
