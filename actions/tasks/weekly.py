"""The weekly message: a yes to it, its day and time, a pause, and what is said when it comes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time, timedelta
from math import ceil
from typing import Any

from actions.tasks import a_yes
from actions.tasks.task import end, filled, note, person_id
from actions.turn import Button, Turn, payload
from caseload import consent
from caseload.models import Purpose
from doelenmeter import dates, planning, scores
from doelenmeter.prompt_tables import PromptKind, Schedule
from doelenmeter.schedule import QUIET_FROM, QUIET_UNTIL, Weekly

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WORKDAYS = DAYS[:5]
TIMES = ("10:00", "13:00", "16:00", "19:00")
PAUSES = (1, 2, 4)
"""Weeks without a message, to choose from."""

MOST_WEEKS = 26


def offer(turn: Turn) -> bool:
    """Offer the weekly message after the first score, once: whether it was offered."""
    first = scores.count_by(turn.session, person_id(turn)) == 1
    has_one = turn.session.get(Schedule, _key(turn)) is not None
    if turn.for_coach or has_one or not first:
        return False
    turn.dialogue = turn.dialogue.at("weekly_yes")
    return True


def ask_yes(turn: Turn) -> None:
    """What is kept for it, who sees it, and how to take the yes back; and the wish, if any."""
    if not filled(turn.dialogue, "told"):
        a_yes.tell(turn, Purpose.WEEKLY)
    note(turn, told=None)
    if wish := _wish(turn):
        turn.say("utter_ask_weekly_wish", when=wish, buttons=a_yes.answers(turn))
    else:
        turn.say("utter_ask_weekly", buttons=a_yes.answers(turn))


def hear_yes(turn: Turn) -> bool:
    """With a yes the day is set, the usual one where none was named.

    Another day or time is put in the question; what the yes is to was just read.
    """
    asks = filled(turn.dialogue, "name") == "change_prompt_time"
    if _keeps_a_wish(turn) and turn.heard.intent != "affirm":
        note(turn, told=True)
        turn.dialogue = turn.dialogue.at("weekly_yes")
        return True
    if not a_yes.hear(turn, Purpose.WEEKLY, refused="utter_weekly_refused"):
        return False
    if turn.heard.intent == "affirm":
        if asks or _wish(turn):
            change(turn)
        else:
            _set(turn, planning.DEFAULT)
    return True


def _keeps_a_wish(turn: Turn) -> bool:
    """Whether this message names a day or a time; what it does not name stays."""
    told = {name: value for name, value in remember(turn).items() if value is not None}
    note(turn, **told)
    return bool(told)


def _wish(turn: Turn) -> str:
    """The day and the time that were asked for, in words; empty where none was."""
    day, at = filled(turn.dialogue, "day"), filled(turn.dialogue, "at")
    if day is None:
        return turn.phrases("facts.weekly_at", time=at) if at else ""
    named = DAYS[int(day)]
    if not at:
        return turn.phrases("facts.weekly_on", day=named)
    return turn.phrases("facts.weekly_on_at", day=named, time=at)


def remember(turn: Turn) -> Mapping[str, Any]:
    """Day and time of the message that asks for them; a yes may be asked in between."""
    return {"day": _named_day(turn), "at": turn.heard.value("tijd")}


def change(turn: Turn) -> None:
    """Another day or time; what was not named stays or is asked."""
    if not turn.for_coach and not consent.has(turn.session, person_id(turn), Purpose.WEEKLY):
        turn.dialogue = turn.dialogue.at("weekly_yes")
        return
    day = filled(turn.dialogue, "day") if _named_day(turn) is None else _named_day(turn)
    at = turn.heard.value("tijd") or filled(turn.dialogue, "at")
    known = turn.session.get(Schedule, _key(turn))
    if day is None and (at is None or known is None):
        note(turn, at=at)
        turn.dialogue = turn.dialogue.at("weekly_day")
        return
    note(turn, day=day if day is not None else known.weekday if known else 0)
    if at is None:
        turn.dialogue = turn.dialogue.at("weekly_time")
    else:
        _at(turn, at)


def ask_day(turn: Turn) -> None:
    """A working day by tap, any other by word."""
    turn.say(
        "utter_ask_weekly_day",
        buttons=[
            Button(day.capitalize(), payload("change_prompt_time", dag=day)) for day in WORKDAYS
        ],
    )


def hear_day(turn: Turn) -> bool:
    """A day, and a time where it was said along with it."""
    if _named_day(turn) is None:
        return False
    change(turn)
    return True


def ask_time(turn: Turn) -> None:
    """A time outside the quiet hours by tap, any other by word."""
    turn.say(
        "utter_ask_weekly_time",
        buttons=[Button(at, payload("change_prompt_time", tijd=at)) for at in TIMES],
    )


def hear_time(turn: Turn) -> bool:
    """A time; within the quiet hours it is asked once more."""
    at = turn.heard.value("tijd")
    if at is None:
        return False
    _at(turn, at)
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
        chosen = time.fromisoformat(str(filled(turn.dialogue, "at")))
        _set(turn, Weekly(int(filled(turn.dialogue, "day")), chosen, any_time=True))
        return True
    if turn.heard.intent == "deny":
        turn.dialogue = turn.dialogue.at("weekly_time")
        return True
    return hear_time(turn)


def pause(turn: Turn) -> None:
    """No messages for a while, or messages again; how long is asked where it was not said."""
    if _wants_messages(turn):
        _again(turn)
    elif turn.session.get(Schedule, _key(turn)) is None:
        person = [turn.button("buttons.person", "human_contact")]
        turn.say("utter_no_weekly", buttons=[] if turn.for_coach else person)
        end(turn)
    elif weeks := _weeks(turn):
        hold(turn, weeks)
    else:
        turn.dialogue = turn.dialogue.at("pause")


def _wants_messages(turn: Turn) -> bool:
    words = turn.heard.text.casefold()
    return any(wish in words for wish in turn.phrases.words("wants_messages"))


def _again(turn: Turn) -> None:
    """Go on with the messages; a client who took the yes back is asked for it."""
    known = turn.session.get(Schedule, _key(turn))
    if not turn.for_coach and not consent.has(turn.session, person_id(turn), Purpose.WEEKLY):
        turn.dialogue = turn.dialogue.at("weekly_yes")
    elif known is None:
        turn.dialogue = turn.dialogue.at("weekly_day")
    else:
        _set(turn, planning.weekly_of(known))


def ask_pause(turn: Turn) -> None:
    """A week or more, until further notice, or a talk with somebody."""
    turn.say(
        "utter_ask_pause",
        buttons=[
            *(
                Button(
                    turn.phrases(
                        "buttons.pause_weeks" if weeks > 1 else "buttons.pause_week", count=weeks
                    ),
                    payload("pause_prompts", max_weken=str(weeks)),
                )
                for weeks in PAUSES
            ),
            turn.button("buttons.pause_until", "affirm"),
            turn.button("buttons.person", "human_contact"),
        ],
    )


def hear_pause(turn: Turn) -> bool:
    """How long, or until the person says so; or messages after all."""
    if _wants_messages(turn):
        _again(turn)
    elif weeks := _weeks(turn):
        hold(turn, weeks)
    elif turn.heard.intent in ("affirm", "unsure", "prefer_not_say", "stop"):
        hold(turn, None)
    elif turn.heard.intent == "deny":
        turn.say("utter_weekly_stays")
        end(turn)
    else:
        return False
    return True


def _named_day(turn: Turn) -> int | None:
    said = (turn.heard.value("dag") or "").casefold()
    today = turn.today.weekday()
    if said in ("vandaag", "morgen"):
        return (today + (said == "morgen")) % 7
    return DAYS.index(said) if said in DAYS else None


def _weeks(turn: Turn) -> int | None:
    """So many weeks, or as many as there are until the day that is told."""
    weeks = turn.heard.number("max_weken")
    if not weeks and (day := dates.until(turn.heard.text, today=turn.today)):
        weeks = ceil((day - turn.today) / timedelta(weeks=1))
    return min(weeks, MOST_WEEKS) if weeks else None


def _at(turn: Turn, at: str) -> None:
    """Take a time of the clock; a late one is asked once more."""
    chosen = time.fromisoformat(at)
    note(turn, at=at)
    if QUIET_UNTIL <= chosen < QUIET_FROM:
        _set(turn, Weekly(int(filled(turn.dialogue, "day")), chosen))
    else:
        turn.dialogue = turn.dialogue.at("weekly_late")


def _set(turn: Turn, weekly: Weekly) -> None:
    planning.set_schedule(
        turn.session, person_id(turn), weekly=weekly, now=turn.now(), kind=_kind(turn)
    )
    turn.say("utter_weekly_set", day=DAYS[weekly.weekday], time=f"{weekly.at:%H:%M}")
    end(turn)


def hold(turn: Turn, weeks: int | None, said: str = "") -> None:
    """Send nothing for so many weeks, or until the person says so."""
    until = turn.now() + timedelta(weeks=weeks) if weeks else None
    if turn.session.get(Schedule, _key(turn)) is not None:
        planning.pause(turn.session, person_id(turn), until=until, now=turn.now(), kind=_kind(turn))
    paused = {None: "utter_paused_open", 1: "utter_paused_one"}.get(weeks, "utter_paused")
    turn.say(said or paused, count=str(weeks or ""))
    end(turn)


def _kind(turn: Turn) -> PromptKind:
    """A client has the weekly question, a coach the week of all clients."""
    return PromptKind.DIGEST if turn.for_coach else PromptKind.WEEKLY


def _key(turn: Turn) -> tuple[int, str]:
    return person_id(turn), _kind(turn).value
