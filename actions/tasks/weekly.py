"""The weekly message: a yes to it, its day, and a pause."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from math import ceil
from typing import Any

from actions.knowing import fits
from actions.tasks import a_yes, weekly_time
from actions.tasks.task import end, filled, note, person_id
from actions.tasks.weekly_time import DAYS, kind, schedule
from actions.turn import Button, Turn, payload
from caseload import consent
from caseload.models import Purpose
from doelenmeter import dates, planning, scores
from doelenmeter.schedule import WEEK

WORKDAYS = DAYS[:5]
PAUSES = (1, 2, 4)
"""Weeks without a message, to choose from."""

MOST_WEEKS = 26


def offer(turn: Turn) -> bool:
    """Offer the weekly message after the first score, once: whether it was offered."""
    first = scores.count_by(turn.session, person_id(turn)) == 1
    has_one = schedule(turn) is not None
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
            weekly_time.set_to(turn, planning.DEFAULT)
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
    known = schedule(turn)
    if day is None and (at is None or known is None):
        note(turn, at=at)
        turn.dialogue = turn.dialogue.at("weekly_day")
        return
    note(turn, day=day if day is not None else known.weekday if known else 0)
    if at is None:
        turn.dialogue = turn.dialogue.at("weekly_time")
    else:
        weekly_time.at(turn, at)


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


def pause(turn: Turn) -> None:
    """No messages for a while, or messages again; how long is asked where it was not said."""
    if wants_messages(turn):
        _again(turn)
    elif schedule(turn) is None:
        person = [turn.button("buttons.person", "human_contact")]
        turn.say("utter_no_weekly", buttons=[] if turn.for_coach else person)
        end(turn)
    elif weeks := _weeks(turn):
        hold(turn, weeks)
    else:
        turn.dialogue = turn.dialogue.at("pause")


def wants_messages(turn: Turn) -> bool:
    """Whether somebody asks for the messages, as in "stuur mij elke week een bericht"."""
    asks = not turn.heard.pressed and fits(turn, "wants_messages")
    return asks and not fits(turn, "refuses_messages")


def _again(turn: Turn) -> None:
    """Go on with the messages, or say when they come; a yes that was taken back is asked for."""
    known = schedule(turn)
    if not turn.for_coach and not consent.has(turn.session, person_id(turn), Purpose.WEEKLY):
        turn.dialogue = turn.dialogue.at("weekly_yes")
    elif known is None:
        turn.dialogue = turn.dialogue.at("weekly_day")
    elif known.next_due is not None and known.next_due <= turn.now() + WEEK:
        weekly_time.say_when(turn, "utter_weekly_is_on", planning.weekly_of(known))
        end(turn)
    else:
        weekly_time.set_to(turn, planning.weekly_of(known))


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
    if wants_messages(turn):
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


def hold(turn: Turn, weeks: int | None, said: str = "") -> None:
    """Send nothing for so many weeks, or until the person says so."""
    until = turn.now() + timedelta(weeks=weeks) if weeks else None
    if schedule(turn) is not None:
        planning.pause(turn.session, person_id(turn), until=until, now=turn.now(), kind=kind(turn))
    paused = {None: "utter_paused_open", 1: "utter_paused_one"}.get(weeks, "utter_paused")
    turn.say(said or paused, count=str(weeks or ""))
    end(turn)
