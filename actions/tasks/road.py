"""From an intent to its task, through its gates, and each step to who asks and who hears."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from actions.dialogue import Step
from actions.tasks import (
    checkin,
    closing,
    coaching,
    correcting,
    examples,
    gates,
    goal_list,
    handing_over,
    helping,
    inviting,
    prompted,
    purposes,
    setting,
    sharing,
    sign_choice,
    weekly,
    weekly_meant,
    weekly_time,
)
from actions.tasks.coach_steps import COACH_STEPS
from actions.tasks.goal_steps import GOAL_STEPS
from actions.tasks.own_words import commands, thinks_again, waits
from actions.tasks.task import TaskStep, begin, end, filled, party, person_id
from actions.turn import Turn
from caseload import rights
from caseload.models import Person, Purpose
from caseload.rights import Act
from doelenmeter.tables import Goal, Party


def _nothing(_: Turn) -> Mapping[str, Any]:
    """What a task remembers of the message that begins it, where that tells nothing."""
    return {}


@dataclass(frozen=True, slots=True)
class Task:
    """What has to be known before it starts, in order, how it starts, and who may do it.

    Without `acts` anybody may: nothing in it is of a person. `remember` reads the message that
    begins the task, since a gate may ask something before the start.
    """

    start: Callable[[Turn], None]
    acts: Mapping[Party, Act]
    gates: tuple[Callable[[Turn], bool], ...] = (
        gates.known_person,
        gates.a_client,
        gates.consented,
    )
    remember: Callable[[Turn], Mapping[str, Any]] = _nothing


OF_A_GOAL = (gates.known_person, gates.a_client, gates.consented, gates.an_active_goal)
PROMPTED = (gates.known_person, prompted.wanted, *OF_A_GOAL)

SCORE = {Party.CLIENT: Act.SCORE_AS_CLIENT, Party.COACH: Act.SCORE_AS_COACH}
SCHEDULE = dict.fromkeys((Party.CLIENT, Party.COACH), Act.SET_SCHEDULE)
SEE = dict.fromkeys((Party.CLIENT, Party.COACH), Act.SEE_PICTURE)
SET = dict.fromkeys((Party.CLIENT, Party.COACH), Act.SET_GOAL)
SHARE = dict.fromkeys((Party.CLIENT, Party.COACH), Act.SHARE_GOAL)
SEE_GOALS = dict.fromkeys((Party.CLIENT, Party.COACH), Act.SEE_GOALS)

OVERVIEW = Task(coaching.overview, {Party.COACH: Act.SEE_CASELOAD}, (coaching.coaches_only,))

TASKS: Mapping[str, Task] = {
    "checkin_start": Task(checkin.start, SCORE, OF_A_GOAL, checkin.remember),
    "checkin_score": Task(checkin.start, SCORE, OF_A_GOAL, checkin.remember),
    "correct_score": Task(correcting.start, SCORE, OF_A_GOAL, correcting.remember),
    "several_scores": Task(checkin.one_at_a_time, {}, (coaching.coaches_only,)),
    "change_prompt_time": Task(
        weekly_meant.change, SCHEDULE, (gates.known_person,), remember=weekly.remember
    ),
    "pause_prompts": Task(weekly.pause, SCHEDULE, (gates.known_person,)),
    "prompt_weekly": Task(prompted.prompted, SCORE, PROMPTED),
    "prompt_reminder": Task(prompted.prompted, SCORE, PROMPTED),
    "prompt_moment": Task(prompted.prompted, SCORE, PROMPTED),
    "progress_show": Task(
        checkin.progress,
        SEE,
        (gates.known_person, gates.a_client, gates.consented, gates.any_goal),
    ),
    "set_goal": Task(setting.start, SET, remember=setting.remember),
    "goals_list": Task(goal_list.start, SEE_GOALS, remember=goal_list.remember),
    "standard_goals": Task(examples.start, {}, ()),
    "invite_client": Task(
        inviting.start,
        {Party.COACH: Act.INVITE_CLIENT},
        (coaching.coaches_only,),
        inviting.remember,
    ),
    "open_invites": Task(
        inviting.open_ones, {Party.COACH: Act.INVITE_CLIENT}, (coaching.coaches_only,)
    ),
    "another_door": Task(
        inviting.another_door,
        dict.fromkeys((Party.CLIENT, Party.COACH), Act.INVITE_CHANNEL),
        (gates.known_person,),
    ),
    "caseload_overview": OVERVIEW,
    "prompt_digest": OVERVIEW,
    "third_party_score": Task(
        sharing.start, SHARE, (*OF_A_GOAL, purposes.a_yes_to(Purpose.SHARING))
    ),
    "figures": Task(
        purposes.counted,
        {Party.CLIENT: Act.SET_CONSENT},
        (purposes.clients_only, purposes.a_yes_to(Purpose.FIGURES)),
    ),
    "rate_instrument": Task(
        helping.start,
        {Party.CLIENT: Act.SCORE_AS_CLIENT},
        (helping.coach_can_read,),
        helping.remember,
    ),
    "handover": Task(
        handing_over.start, {Party.COACH: Act.HAND_OVER}, (coaching.coaches_only, gates.a_client)
    ),
    "handover_answer": Task(handing_over.answer, {}, (gates.known_person,)),
}
"""By the intent that asks for it; some are named by a button or by the very words only."""


def _through(hear: Callable[[Turn], bool]) -> Callable[[Turn], bool]:
    """Hear the answer at a gate, and go on through the next ones."""

    def heard(turn: Turn) -> bool:
        name = filled(turn.dialogue, "name")
        understood = hear(turn)
        if understood and filled(turn.dialogue, "name") == name:  # and was not ended by a no
            proceed(turn)
        return understood

    return heard


SCORING = frozenset({"checkin_start", "checkin_score", "correct_score"})
WEEKLY = frozenset({"change_prompt_time"})
TOLD = SCORING | {
    *("out_of_scope", "frustration", "rate_instrument", "instrument_details"),
    *("change_prompt_time", "third_party_score", "send_list", "report"),
}
"""What a sentence about somebody's week is easily taken for: "het regende steeds"."""

STEPS: Mapping[Step, TaskStep] = {
    "consent": TaskStep(gates.ask_consent, _through(gates.hear_consent)),
    "whose": TaskStep(gates.ask_whose, _through(gates.hear_whose)),
    "which_goal": TaskStep(gates.ask_which_goal, _through(gates.hear_which_goal)),
    "signs": TaskStep(sign_choice.ask_signs, sign_choice.hear_signs),
    "score": TaskStep(checkin.ask_score, checkin.hear_score, answers=SCORING | {"stop"}),
    "score_meant": TaskStep(checkin.ask_meant, checkin.hear_meant, answers=SCORING),
    "score_words": TaskStep(closing.ask_words, correcting.hear_words, own_words=True, answers=TOLD),
    "score_reason": TaskStep(closing.ask_reason, closing.hear_reason, own_words=True, answers=TOLD),
    "score_help": TaskStep(closing.ask_help, closing.hear_help, own_words=True, answers=TOLD),
    "help_words": TaskStep(helping.ask_words, helping.hear_words, own_words=True, answers=TOLD),
    "help_check": TaskStep(helping.ask_check, helping.hear_check),
    "weekly_yes": TaskStep(weekly.ask_yes, weekly.hear_yes, answers=WEEKLY),
    "weekly_day": TaskStep(weekly.ask_day, weekly.hear_day, answers=WEEKLY),
    "weekly_time": TaskStep(weekly_time.ask, weekly_time.hear, answers=WEEKLY),
    "weekly_half": TaskStep(weekly_time.ask_half, weekly_time.hear_half, answers=WEEKLY),
    "weekly_late": TaskStep(weekly_time.ask_late, weekly_time.hear_late, answers=WEEKLY),
    "weekly_stop": TaskStep(prompted.ask_stop, prompted.hear_stop, answers=frozenset({"stop"})),
    "pause": TaskStep(weekly.ask_pause, weekly.hear_pause, answers=frozenset({"pause_prompts"})),
    "purpose": TaskStep(purposes.ask, _through(purposes.hear)),
    **GOAL_STEPS,
    **COACH_STEPS,
}


def set_out(turn: Turn) -> None:
    """Begin the task that the message asks for."""
    part = turn.heard.value("part") if turn.heard.pressed else None
    set_out_for(turn, part if part and part in TASKS else turn.heard.intent)


def set_out_for(turn: Turn, name: str) -> None:
    """Begin the task of this name. Raises KeyError where there is none."""
    if turn.dialogue.step == "score_reason":
        turn.say("utter_scored_unchanged")  # another score is kept with its reason only
    named = _named_goal(turn)
    begin(turn, name, **{**TASKS[name].remember(turn), **named})
    if named and turn.who.person_id is not None and not _allowed(turn):
        turn.say("utter_not_there")  # before a gate tells anything of whom it is about
        end(turn)
        return
    proceed(turn)
    if turn.dialogue.task and turn.dialogue.step != "consent":
        turn.dialogue = replace(turn.dialogue, introduced=True)  # with the consent they were told


def _named_goal(turn: Turn) -> dict[str, object]:
    """The goal that a prompt or a button is about, and whose it is; what is typed names none."""
    said_so = turn.heard.by_itself or turn.heard.pressed
    goal = turn.session.get(Goal, turn.heard.number("goal") or 0) if said_so else None
    if goal is None:
        return {}
    client = turn.session.get_one(Person, goal.client_id)
    return {"goal": goal.id, "client": client.id, "client_name": client.name or ""}


def proceed(turn: Turn) -> None:
    """Go through the gates of the task at hand and start it; a closed gate asks or ends it."""
    task = TASKS[str(filled(turn.dialogue, "name"))]
    if not all(gate(turn) for gate in task.gates):
        return
    if _allowed(turn):
        task.start(turn)
    else:
        turn.say("utter_not_there")
        end(turn)


def _allowed(turn: Turn) -> bool:
    acts = TASKS[str(filled(turn.dialogue, "name"))].acts
    act = acts.get(party(turn))
    return not acts or (act is not None and _may(turn, act))


def _may(turn: Turn, act: Act) -> bool:
    return rights.may(
        turn.session,
        person_id=person_id(turn),
        act=act,
        client_id=filled(turn.dialogue, "client") if turn.for_coach else person_id(turn),
        goal_id=filled(turn.dialogue, "goal"),
    )


def hear_step(turn: Turn) -> bool:
    """Hear an answer at a step of a task; a step back goes to the question before, or leaves.

    What is allowed may have changed since the task began.
    """
    step = STEPS[turn.dialogue.step]
    if step.act and not _may(turn, step.act):
        turn.say("utter_not_there")
        end(turn)
    elif waits(turn):
        turn.say("utter_take_your_time")
    elif not _goes_back(turn, step):
        return _hear(turn, step)
    elif step.back:
        step.back(turn)
    elif step.own_words:
        return step.hear(turn)
    else:
        turn.say("utter_step_back")
        end(turn)
    return True


def _hear(turn: Turn, step: TaskStep) -> bool:
    """Hear an answer; "laat maar" is a no, and where nothing hears a no it leaves the task."""
    if not thinks_again(turn):
        return step.hear(turn)
    turn.heard = replace(turn.heard, intent="deny", confidence=1.0, kenmerken=())
    if not step.hear(turn):
        turn.say("utter_task_dropped")
        end(turn)
    return True


def leaves_or_waits(turn: Turn) -> bool:
    """Whether somebody thinks again, or asks for time, at a step of a task."""
    return turn.dialogue.step in STEPS and (thinks_again(turn) or waits(turn))


def for_this_step(turn: Turn) -> bool:
    """Whether a message may be an answer to what a task asks now."""
    step = STEPS.get(turn.dialogue.step)
    return step is not None and (step.meant is None or step.meant(turn))


def let_go(turn: Turn) -> None:
    """Leave a question that nobody has to answer, for a message that is about something else."""
    if turn.dialogue.step in STEPS and not for_this_step(turn):
        end(turn)


def _goes_back(turn: Turn, step: TaskStep) -> bool:
    """Whether a step back is meant: "gaat terug naar school" is an answer in own words."""
    if turn.heard.intent != "step_back" or (step.own_words and not turn.heard.short):
        return False
    return turn.heard.pressed or not step.any_words or commands(turn)
