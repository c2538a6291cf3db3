"""What only a coach sees: how the week of all clients went, and who is on the way in or out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from actions.knowing import tokens
from actions.tasks.own_words import (
    NO_SENTENCE,
    commands,
    plain,
    says_unsure,
    thinks_again,
    told,
)
from actions.tasks.remarks import short
from actions.tasks.task import end, person_id
from actions.turn import Button, Turn
from actions.wording import listed
from caseload.handover import OPEN, handovers_of
from caseload.invites import open_invites
from caseload.models import Handover, HandoverState, Person
from doelenmeter import dates, digest
from doelenmeter.digest import Week
from doelenmeter.said import sentence
from doelenmeter.schedule import ZONE

MOST_WORDS = 4
"""Of a name; a longer text is something else."""

NO_NAME = frozenset("?,;:0123456789")
"""Signs of a question or of a case."""

TOLD_FOR = timedelta(days=7)
"""So long a refused handover stands in the overview."""


def coaches_only(turn: Turn) -> bool:
    """Send everybody else to their coach."""
    if turn.for_coach:
        return True
    turn.say("utter_for_coaches")
    end(turn)
    return False


def hear_a_name(turn: Turn, take: Callable[[Turn, str], None]) -> bool:
    """Hand a name on; a no ends the task, and a long text or a question is asked back.

    "hoi" is nobody's name: it is asked again.
    """
    name = told(turn) or _sounds_like_an_answer(turn)
    if not name:
        if turn.heard.intent not in ("deny", "unsure", "prefer_not_say", "step_back"):
            return False
        turn.say("utter_task_dropped")
        end(turn)
    elif commands(turn) or not plain(turn):
        return False
    elif len(name.split()) > MOST_WORDS or any(sign in NO_NAME for sign in name):
        turn.say("utter_only_a_name")
    else:
        take(turn, name)
    return True


def _sounds_like_an_answer(turn: Turn) -> str:
    """A name such as Jan or Bo de Wit, which the model takes for a yes or a no; else empty."""
    heard = turn.heard
    if heard.pressed or heard.intent not in NO_SENTENCE or says_unsure(turn) or thinks_again(turn):
        return ""
    answers = {word for name in ("yes", "no") for word in turn.phrases.words(name)}
    return "" if tokens(heard.text.casefold()) & answers else heard.text


def overview(turn: Turn) -> None:
    """The week of all clients, in the order of their names: who needs a word, then the others."""
    weeks = digest.weeks(turn.session, person_id(turn), now=turn.now())
    if not weeks and turn.heard.by_itself:
        end(turn)
        turn.dialogue = replace(turn.dialogue, quiet=True)  # nothing to tell, so nothing is sent
        return
    if not weeks:
        turn.say("utter_no_clients", buttons=_ways_in(turn))
        end(turn)
        return
    lines = [_client(turn, week) for week in weeks if week.consents and not week.quiet]
    lines += _others(turn, [week for week in weeks if not week.consents or week.quiet])
    lines += [*_invited(turn), *_handovers(turn)]
    turn.say(
        "utter_clients_info",
        lines="\n".join(lines),
        buttons=[
            *_ways_in(turn),
            turn.button("buttons.hand_over", "caseload_overview", part="handover"),
        ],
    )
    end(turn)


def _client(turn: Turn, week: Week) -> str:
    """At most six short lines of one client."""
    now = [turn.phrases("facts.week_answered" if week.answered else "facts.week_not_answered")]
    if week.moved:
        now.append(turn.phrases(f"facts.week_{week.moved}"))
    lines = [turn.phrases("facts.week_client", name=week.name, how=", ".join(now))]
    if week.own:
        day = dates.said_day(week.own.at.astimezone(ZONE).date())
        level = sentence(week.own.text)
        lines.append(turn.phrases("facts.week_own", day=day, level=level))
    if week.differences:
        lines.append(turn.phrases("facts.week_differs", goals=listed(week.differences)))
    if week.said:
        lines.append(turn.phrases("facts.week_said", words=short(week.said)))
    if week.about_help:
        lines.append(turn.phrases("facts.week_said_help", words=short(week.about_help)))
    if week.requests:
        lines.append(turn.phrases("facts.week_wants_a_talk"))
    elif week.silent:
        lines.append(turn.phrases("facts.week_silent"))
    return "\n".join(lines)


def _others(turn: Turn, weeks: Iterable[Week]) -> list[str]:
    """Clients of whom there is nothing else to tell, by name, in one line for each kind."""
    kinds: dict[str, list[str]] = {}
    for week in weeks:
        kinds.setdefault(_kind(week), []).append(week.name)
    return [turn.phrases(f"facts.{kind}", names=listed(kinds[kind])) for kind in sorted(kinds)]


def _kind(week: Week) -> str:
    if not week.consents:
        return "weeks_no_yes"
    if not week.goals:
        return "weeks_goal_waits" if week.waiting else "weeks_no_goal"
    return "weeks_answered" if week.answered else "weeks_not_answered"


def _ways_in(turn: Turn) -> list[Button]:
    """To invite, and to see who was invited."""
    invite = turn.button("buttons.invite", "invite_client")
    if not _names_invited(turn):
        return [invite]
    return [invite, turn.button("buttons.open_invites", "invite_client", part="open_invites")]


def _invited(turn: Turn) -> list[str]:
    """Who was invited and did not come in yet."""
    names = _names_invited(turn)
    return [turn.phrases("facts.weeks_invited", names=listed(names))] if names else []


def _names_invited(turn: Turn) -> list[str]:
    found = open_invites(turn.session, person_id(turn), now=turn.now())
    return [row.name for row in found if row.name]


def _handovers(turn: Turn) -> list[str]:
    """Clients who are on their way to another coach, and those who would rather stay."""
    return [
        turn.phrases(
            f"facts.handover_{row.state}",
            name=_name(turn, row.client_id),
            coach=_name(turn, row.to_id),
        )
        for row in handovers_of(turn.session, person_id(turn))
        if row.from_id == person_id(turn) and _is_news(turn, row)
    ]


def _is_news(turn: Turn, row: Handover) -> bool:
    return HandoverState(row.state) in OPEN or turn.now() - row.changed_at < TOLD_FOR


def _name(turn: Turn, person: int) -> str:
    return turn.session.get_one(Person, person).name or ""
