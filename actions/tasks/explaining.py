"""What somebody reads before saying yes."""

from __future__ import annotations

from actions.turn import Turn
from caseload import consent
from caseload.models import Purpose


def explain(turn: Turn, purpose: Purpose) -> None:
    """Say what is kept, who sees it, and how to take the yes back, each on its own line."""
    words = consent.text(purpose)
    turn.say("utter_consent_what", kept=words.kept, seen=words.seen, withdraw=words.withdraw)
    turn.say(
        "utter_ask_weekly" if purpose is Purpose.WEEKLY else "utter_ask_consent",
        buttons=[
            turn.button("buttons.consent_yes", "affirm"),
            turn.button("buttons.consent_no", "deny"),
        ],
    )
