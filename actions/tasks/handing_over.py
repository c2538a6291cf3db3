"""A warm handover: the coach proposes it, the client reads it and decides, the new coach begins."""

from __future__ import annotations

from actions.tasks.coaching import hear_a_name
from actions.tasks.goal_list import STATES
from actions.tasks.own_words import hears, thinks_again
from actions.tasks.task import client_id, client_name, end, filled, note, person_id
from actions.turn import Turn
from caseload import consent, handover
from caseload.handover import HandoverError, coaches_named
from caseload.models import Handover, Person, Purpose
from caseload.rights import NotFoundError
from doelenmeter import goals, moments
from doelenmeter.tables import Goal, Party, State

TOLD_OF = (State.ACTIVE, State.PIPELINE, State.REACHED)
"""Goals that the next coach hears of."""

NOT_NOW = ("danger", "finished")
"""Steps at which nothing is told."""


def start(turn: Turn) -> None:
    """Ask to whom."""
    turn.dialogue = turn.dialogue.at("handover_to")


def ask_to(turn: Turn) -> None:
    """The name of the other coach."""
    turn.say(
        "utter_ask_handover_to",
        name=client_name(turn),
        buttons=[turn.button("buttons.never_mind", "deny")],
    )


def hear_to(turn: Turn) -> bool:
    """A coach whose name is typed whole; with two of that name nobody is guessed."""
    return hear_a_name(turn, _to)


def _to(turn: Turn, name: str) -> None:
    found = [one for one in coaches_named(turn.session, name) if one.id != person_id(turn)]
    if len(found) != 1:
        turn.say("utter_handover_two" if found else "utter_handover_nobody", name=name)
        return
    note(turn, to=found[0].id, to_name=found[0].name or "", summary=_summary(turn))
    turn.dialogue = turn.dialogue.at("handover_check")


def _summary(turn: Turn) -> str:
    """The goals, where each stands, and what the client last said of it."""
    client = client_id(turn)
    if not consent.has(turn.session, client, Purpose.GOALS):
        return turn.phrases("facts.handover_no_goals")
    found = goals.goals_of(turn.session, client, states=TOLD_OF)
    lines = [_goal(turn, goal) for goal in found]
    return "\n".join(lines) or turn.phrases("facts.handover_no_goals")


def _goal(turn: Turn, goal: Goal) -> str:
    state = turn.phrases(STATES[State(goal.state)])
    title = goals.latest(turn.session, goal.id).title
    line = turn.phrases("facts.goal_line", goal=title, state=state)
    last = moments.last_given(turn.session, goal.id, by=Party.CLIENT)
    return (
        line if last is None else turn.phrases("facts.handover_level", line=line, level=last.text)
    )


def ask_check(turn: Turn) -> None:
    """What the client reads first; more can be typed."""
    turn.say(
        "utter_handover_check_info",
        name=client_name(turn),
        coach=str(filled(turn.dialogue, "to_name")),
        summary=str(filled(turn.dialogue, "summary")),
        buttons=[
            turn.button("buttons.ask_client", "affirm"),
            turn.button("buttons.never_mind", "deny"),
        ],
    )


def hear_check(turn: Turn) -> bool:
    """Ask the client, or add a line."""
    if turn.heard.intent == "affirm" and turn.heard.short:
        _propose(turn)
    elif turn.heard.intent in ("deny", "step_back") and turn.heard.short:
        turn.say("utter_task_dropped")
        end(turn)
    else:
        return hears(_add)(turn)
    return True


def _add(turn: Turn, words: str) -> None:
    note(turn, summary=f"{filled(turn.dialogue, 'summary')}\n{words}")
    turn.dialogue = turn.dialogue.at("handover_check")


def _propose(turn: Turn) -> None:
    try:
        handover.propose(
            turn.session,
            client_id(turn),
            by=person_id(turn),
            to=int(filled(turn.dialogue, "to")),
            summary=str(filled(turn.dialogue, "summary")),
            now=turn.now(),
        )
        turn.say("utter_handover_asked", name=client_name(turn))
    except HandoverError:
        turn.say("utter_handover_open", name=client_name(turn))
    except NotFoundError:
        turn.say("utter_handover_over")
    end(turn)


def tell_handovers(turn: Turn) -> None:
    """Tell client or new coach that a handover waits for them, once in a conversation."""
    dialogue = turn.dialogue
    if turn.who.person_id is None or dialogue.task or not dialogue.introduced:
        return
    if dialogue.step in NOT_NOW or turn.heard.intent == "crisis":
        return
    for row in handover.to_answer(turn.session, person_id(turn)):
        if row.id in turn.dialogue.handovers:
            continue
        turn.say(
            "utter_handover_waits_coach" if turn.for_coach else "utter_handover_waits",
            name=_name(turn, row.client_id),
            coach=_name(turn, row.from_id),
            buttons=[turn.button("buttons.see_handover", "goals_list", part="handover_answer")],
        )
        turn.dialogue = turn.dialogue.with_handover(row.id)


def answer(turn: Turn) -> None:
    """Put the oldest handover that waits for this person."""
    waiting = handover.to_answer(turn.session, person_id(turn))
    if not waiting:
        turn.say("utter_not_there")
        end(turn)
        return
    note(turn, handover=waiting[0].id, summary=waiting[0].summary)
    turn.dialogue = turn.dialogue.with_handover(waiting[0].id)
    turn.dialogue = turn.dialogue.at("handover_take" if turn.for_coach else "handover_answer")


def ask_answer(turn: Turn) -> None:
    """What the new coach reads, and whether the client agrees."""
    row = _row(turn)
    turn.say(
        "utter_handover_answer_info",
        coach=_name(turn, row.from_id),
        new=_name(turn, row.to_id),
        summary=str(filled(turn.dialogue, "summary")),
        buttons=[
            turn.button("buttons.consent_yes", "affirm"),
            turn.button("buttons.fits_not_yet", "choose", part="change"),
            turn.button("buttons.consent_no", "deny"),
        ],
    )


def hear_answer(turn: Turn) -> bool:
    """A yes to the words on the screen, a no, or other words."""
    if turn.heard.pressed and turn.heard.value("part") == "change":
        turn.dialogue = turn.dialogue.at("handover_words")
    elif turn.heard.intent == "affirm":
        _agree(turn)
    elif turn.heard.intent == "unsure" or thinks_again(turn):
        turn.say("utter_handover_later")
        end(turn)
    elif turn.heard.intent in ("deny", "prefer_not_say"):
        _refuse(turn, "utter_handover_refused")
    else:
        return False
    return True


def _agree(turn: Turn) -> None:
    row = _row(turn)
    try:
        handover.agree(
            turn.session,
            row.id,
            by=person_id(turn),
            summary=str(filled(turn.dialogue, "summary")),
            now=turn.now(),
        )
        turn.say("utter_handover_agreed", new=_name(turn, row.to_id))
    except (HandoverError, NotFoundError):
        turn.say("utter_handover_over")
    end(turn)


def _refuse(turn: Turn, said: str) -> None:
    row = _row(turn)
    try:
        handover.refuse(turn.session, row.id, by=person_id(turn), now=turn.now())
        turn.say(said, coach=_name(turn, row.from_id), name=_name(turn, row.client_id))
    except (HandoverError, NotFoundError):
        turn.say("utter_handover_over")
    end(turn)


def ask_words(turn: Turn) -> None:
    """What the new coach may know, in own words."""
    turn.say(
        "utter_ask_handover_words",
        new=_name(turn, _row(turn).to_id),
        buttons=[turn.button("buttons.never_mind", "deny")],
    )


def hear_words(turn: Turn) -> bool:
    """Other words come in place of the summary, and are read back."""
    if turn.heard.intent in ("deny", "step_back") and turn.heard.short:
        turn.dialogue = turn.dialogue.at("handover_answer")
        return True
    return hears(_other_words)(turn)


def _other_words(turn: Turn, words: str) -> None:
    note(turn, summary=words)
    turn.dialogue = turn.dialogue.at("handover_answer")


def ask_take(turn: Turn) -> None:
    """Who comes, and what the client wants the new coach to know."""
    row = _row(turn)
    turn.say(
        "utter_handover_take_info",
        coach=_name(turn, row.from_id),
        name=_name(turn, row.client_id),
        summary=row.summary,
        buttons=[
            turn.button("buttons.take_over", "affirm"),
            turn.button("buttons.not_take_over", "deny"),
        ],
    )


def hear_take(turn: Turn) -> bool:
    """The new coach begins, or cannot."""
    if turn.heard.intent == "affirm":
        _take(turn)
    elif turn.heard.intent in ("unsure", "prefer_not_say") or thinks_again(turn):
        turn.say("utter_handover_later")
        end(turn)
    elif turn.heard.intent == "deny":
        _refuse(turn, "utter_handover_declined")
    else:
        return False
    return True


def _take(turn: Turn) -> None:
    row = _row(turn)
    try:
        handover.take_over(turn.session, row.id, by=person_id(turn), now=turn.now())
        turn.say("utter_handover_taken", name=_name(turn, row.client_id))
    except (HandoverError, NotFoundError):
        turn.say("utter_handover_over")
    end(turn)


def _row(turn: Turn) -> Handover:
    return turn.session.get_one(Handover, int(filled(turn.dialogue, "handover")))


def _name(turn: Turn, person: int | None) -> str:
    found = None if person is None else turn.session.get(Person, person)
    return (found.name if found else None) or turn.phrases("facts.your_coach")
