"""At what time the weekly message comes: in the day at once, at another hour after a question."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from actions.knowing import fits
from actions.tasks.task import end, filled, note, person_id
from actions.turn import Button, Turn, payload
from doelenmeter import planning
from doelenmeter.prompt_tables import PromptKind, Schedule
from doelenmeter.schedule import QUIET_FROM, QUIET_UNTIL, Weekly

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
TIMES = ("10:00", "13:00", "16:00", "19:00")

AWAKE_FROM = time(7)
"""Who asks for a time from here on gets it; unasked nobody gets a message before the day begins."""


def at(turn: Turn, said: str) -> None:
    """Take a time of the clock; one in the night, or that may be two, is asked once more.

    "Half negen" is in the morning, for in the evening there are no messages then. "7 uur" may be
    both, "07:00" is not.
    """
    chosen = time.fromisoformat(said)
    note(turn, at=said)
    if QUIET_UNTIL <= chosen < QUIET_FROM:
        _take(turn, chosen)
    elif _may_be_later(turn, chosen):
        turn.dialogue = turn.dialogue.at("weekly_half")
    elif AWAKE_FROM <= chosen < QUIET_UNTIL:
        _take(turn, chosen, any_time=True)
    else:
        turn.dialogue = turn.dialogue.at("weekly_late")


def _may_be_later(turn: Turn, chosen: time) -> bool:
    """Whether twelve hours later fits as well, and nothing said which half of the day is meant."""
    by_day = QUIET_UNTIL <= _later(chosen) < QUIET_FROM
    exact = f"{chosen:%H:%M}" in turn.heard.text.replace(".", ":")
    return by_day and not (exact or fits(turn, "before_noon") or fits(turn, "after_noon"))


def _later(chosen: time) -> time:
    return (datetime.combine(datetime.min, chosen) + timedelta(hours=12)).time()


def ask(turn: Turn) -> None:
    """A time outside the quiet hours by tap, any other by word."""
    turn.say(
        "utter_ask_weekly_time",
        buttons=[Button(at, payload("change_prompt_time", tijd=at)) for at in TIMES],
    )


def hear(turn: Turn) -> bool:
    """A time; within the quiet hours it is asked once more."""
    said = turn.heard.value("tijd")
    if said is None:
        return False
    at(turn, said)
    return True


def ask_half(turn: Turn) -> None:
    """Which half of the day."""
    early = _chosen(turn)
    turn.say(
        "utter_ask_weekly_half",
        buttons=[
            Button(f"{at:%H:%M}", payload("change_prompt_time", tijd=f"{at:%H:%M}"))
            for at in (early, _later(early))
        ],
    )


def hear_half(turn: Turn) -> bool:
    """The half of the day that is pressed or named, or another time."""
    early = _chosen(turn)
    if turn.heard.pressed and (said := turn.heard.value("tijd")):
        _take(turn, time.fromisoformat(said), any_time=True)
    elif fits(turn, "before_noon"):
        _take(turn, early, any_time=True)
    elif fits(turn, "after_noon"):
        _take(turn, _later(early))
    else:
        return hear(turn)
    return True


def ask_late(turn: Turn) -> None:
    """Nobody gets a message in the evening or the night who did not ask for it."""
    turn.say(
        "utter_ask_weekly_late",
        time=str(filled(turn.dialogue, "at")),
        buttons=[
            turn.button("buttons.late_yes", "affirm"),
            turn.button("buttons.late_no", "deny"),
        ],
    )


def hear_late(turn: Turn) -> bool:
    """A yes makes it that time; a no asks for another."""
    if turn.heard.intent == "affirm":
        _take(turn, _chosen(turn), any_time=True)
        return True
    if turn.heard.intent == "deny":
        turn.dialogue = turn.dialogue.at("weekly_time")
        return True
    return hear(turn)


def _chosen(turn: Turn) -> time:
    return time.fromisoformat(str(filled(turn.dialogue, "at")))


def _take(turn: Turn, chosen: time, *, any_time: bool = False) -> None:
    set_to(turn, Weekly(int(filled(turn.dialogue, "day")), chosen, any_time=any_time))


def set_to(turn: Turn, weekly: Weekly) -> None:
    """Set the message of this person, and say so."""
    planning.set_schedule(
        turn.session, person_id(turn), weekly=weekly, now=turn.now(), kind=kind(turn)
    )
    say_when(turn, "utter_weekly_set", weekly)
    end(turn)


def say_when(turn: Turn, response: str, weekly: Weekly) -> None:
    """Answer with the day and the time."""
    turn.say(response, day=DAYS[weekly.weekday], time=f"{weekly.at:%H:%M}")


def kind(turn: Turn) -> PromptKind:
    """A client has the weekly question, a coach the week of all clients."""
    return PromptKind.DIGEST if turn.for_coach else PromptKind.WEEKLY


def schedule(turn: Turn) -> Schedule | None:
    """The day and time of this person, where there is one."""
    return turn.session.get(Schedule, (person_id(turn), kind(turn).value))
