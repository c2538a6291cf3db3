"""Whether a day or a time is about the weekly message, or about what somebody does then."""

from __future__ import annotations

from dataclasses import replace

from actions.knowing import fits
from actions.tasks import weekly
from actions.tasks.task import end
from actions.tasks.weekly_time import DAYS
from actions.turn import Button, Turn, payload

SURE = 0.8
"""From this confidence a few words that do not name the message may change it."""

FEW_WORDS = 6
"""A longer message tells what somebody does at that time."""


def change(turn: Turn) -> None:
    """Change the day or time of the message; in doubt ask whether that is meant."""
    if _plainly(turn):
        weekly.change(turn)
        return
    end(turn)
    told = {name: turn.heard.value(name) for name in ("dag", "tijd")}
    entities = {name: value for name, value in told.items() if value}
    turn.say(
        "utter_which_meaning",
        buttons=[
            Button(
                turn.phrases("meanings.change_prompt_time"),
                payload("change_prompt_time", **entities),
            ),
            *(
                Button(turn.phrases(f"meanings.{one}"), payload(one))
                for one in ("checkin_start", "set_goal", "find_instrument")
            ),
        ],
    )
    turn.dialogue = replace(turn.dialogue, quiet=True)


def _plainly(turn: Turn) -> bool:
    """ "Stuur het om 9 uur" is; "ik wil om 9 uur de kinderen naar school brengen" is not."""
    heard = turn.heard
    if heard.pressed or fits(turn, "names_the_message"):
        return True
    if _goes_through_the_week(turn):
        return False
    short = len(heard.text.split()) <= FEW_WORDS and not heard.kenmerken
    return short and heard.confidence >= SURE


def _goes_through_the_week(turn: Turn) -> bool:
    """ "Maandag laat, dinsdag laat, woensdag goed" tells how it went, and moves no message."""
    text = turn.heard.text.casefold()
    return sum(day in text for day in DAYS) > 1 and not fits(turn, "one_of_two_days")
