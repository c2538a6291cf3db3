"""The other agrees: what is proposed, a yes, a change or a no; and both at one screen."""

from __future__ import annotations

from actions.ending import say_goodbye
from actions.knowing import says
from actions.tasks.goal_buttons import act
from actions.tasks.own_words import thinks_again, told, unsure
from actions.tasks.proposals import mark_told
from actions.tasks.sketch import begin_with, from_wording, steps_shown
from actions.tasks.task import client_id, client_name, end, filled, note, party, person_id
from actions.turn import Turn
from caseload import consent
from caseload.models import Purpose
from doelenmeter import dates, goals, states
from doelenmeter.states import ENDED, GoalError
from doelenmeter.tables import Goal, Party, State, Wording


def start(turn: Turn, wording: Wording) -> None:
    """Put these words to whoever has not said yes yet."""
    mark_told(turn, wording)
    note(turn, words=wording.id)
    turn.dialogue = turn.dialogue.at("goal_agree")


def after_proposal(turn: Turn, wording: Wording) -> None:
    """Say who has to say yes now; a coach is asked whether the client is there."""
    if turn.for_coach:
        turn.say("utter_goal_proposed", name=client_name(turn))
        note(turn, words=wording.id, beside=False)
        turn.dialogue = turn.dialogue.at("goal_beside")
    else:
        turn.say("utter_goal_proposed", name=_coach(turn))
        end(turn)


def ask_beside(turn: Turn) -> None:
    """Whether the client is there to say yes on this screen."""
    turn.say(
        "utter_ask_goal_beside",
        name=client_name(turn),
        buttons=[
            turn.button("buttons.beside", "affirm"),
            turn.button("buttons.not_beside", "deny"),
        ],
    )


def hear_beside(turn: Turn) -> bool:
    """Show the goal to the client too, or leave it for later."""
    if turn.heard.intent == "affirm":
        note(turn, beside=True)
        turn.dialogue = turn.dialogue.at("goal_agree")
    elif turn.heard.intent in ("deny", "unsure", "prefer_not_say") or says(turn, "later"):
        turn.say("utter_goal_later", name=client_name(turn))
        end(turn)
    elif turn.heard.intent == "bye":  # "later" sounds like one
        say_goodbye(turn)
    else:
        return False
    return True


def ask_agree(turn: Turn) -> None:
    """The proposal as one list, and whether it fits."""
    wording = _wording(turn)
    goal = wording.goal
    beside = bool(filled(turn.dialogue, "beside"))
    if wording.reason:
        turn.say("utter_goal_reason", reason=turn.phrases("facts.quote", words=wording.reason))
    turn.say(
        "utter_scale_agree_beside" if beside else "utter_scale_agree",
        name=client_name(turn) or _coach(turn),
        goal=wording.title,
        steps=steps_shown(turn, goal.scale, goals.texts(wording)),
        where=wording.setting,
        measure=wording.measure,
        day=dates.said_day(wording.target_date),
        buttons=[
            turn.button("buttons.fits", "affirm"),
            turn.button("buttons.fits_not_yet", "choose", part="change"),
            turn.button("buttons.fits_not", "deny"),
        ],
    )


def hear_agree(turn: Turn) -> bool:
    """A yes of this person, or of the client who sits beside the coach."""
    wording = _wording(turn)
    pressed = turn.heard.value("part") if turn.heard.pressed else None
    if turn.heard.intent == "affirm":
        _agree(turn, wording)
    elif pressed == "change":
        begin_with(turn, from_wording(wording.goal, wording))
        turn.dialogue = turn.dialogue.at("goal_which_step")
    elif unsure(turn) or thinks_again(turn):
        turn.say("utter_goal_think")
        end(turn)
    elif turn.heard.intent == "deny":
        turn.dialogue = turn.dialogue.at("goal_no")
    else:
        return False
    return True


def _agree(turn: Turn, wording: Wording) -> None:
    beside = bool(filled(turn.dialogue, "beside"))
    by, who = (Party.CLIENT, client_id(turn)) if beside else (party(turn), person_id(turn))
    if not consent.has(turn.session, client_id(turn), Purpose.GOALS):
        turn.say("utter_goal_gone")
        end(turn)
        return
    before = wording.goal.state
    try:
        goal = goals.agree(turn.session, wording.id, by=by, person_id=who, now=turn.now())
    except GoalError:
        _changed_meanwhile(turn, wording.goal)
        return
    _say_agreed(turn, goal, new=before == State.PROPOSED)
    end(turn)


def _changed_meanwhile(turn: Turn, goal: Goal) -> None:
    """Newer words are shown; a goal that has ended is gone."""
    if State(goal.state) in ENDED:
        turn.say("utter_goal_gone")
        end(turn)
        return
    turn.say("utter_goal_newer")
    start(turn, goals.latest(turn.session, goal.id))


def _say_agreed(turn: Turn, goal: Goal, *, new: bool) -> None:
    """What the goal is now and what comes next."""
    title = goals.latest(turn.session, goal.id).title
    told = _for_the_other(turn, "agreed", goal.id)
    if not new:
        turn.say("utter_goal_new_words", goal=title, custom=told)
    elif goal.state == State.ACTIVE:
        turn.say(
            "utter_goal_active",
            goal=title,
            custom=told,
            buttons=[turn.button("buttons.check_in", "checkin_start")],
        )
    else:
        (active, *_) = goals.goals_of(turn.session, goal.client_id, states=(State.ACTIVE,))
        turn.say(
            "utter_goal_in_line",
            goal=title,
            other=goals.latest(turn.session, active.id).title,
            custom=told,
            buttons=[
                act(turn, "buttons.begin_goal", goal.id, "begin"),
                act(turn, "buttons.both_goals", goal.id, "both"),
            ],
        )


def ask_no(turn: Turn) -> None:
    """What does not fit."""
    turn.say(
        "utter_ask_goal_no",
        buttons=[
            turn.button("buttons.skip", "prefer_not_say"),
            turn.button("buttons.never_mind", "choose", part="drop"),
        ],
    )


def hear_no(turn: Turn) -> bool:
    """A new goal that does not fit ends; of an agreed one the words of before are put back."""
    never_mind = turn.heard.value("part") == "drop" and turn.heard.pressed
    if never_mind or thinks_again(turn):
        turn.dialogue = turn.dialogue.at("goal_agree")
        return True
    words = told(turn)
    if not words and not unsure(turn) and turn.heard.intent != "deny":
        return False
    wording = _wording(turn)
    reason = words or turn.phrases("facts.does_not_fit")
    try:
        _refuse(turn, wording, reason)
        turn.say("utter_goal_refused", custom=_for_the_other(turn, "refused", wording.goal_id))
    except GoalError:
        turn.say("utter_goal_gone")
    end(turn)
    return True


def _refuse(turn: Turn, wording: Wording, reason: str) -> None:
    by = Party.CLIENT if filled(turn.dialogue, "beside") else party(turn)
    who = client_id(turn) if filled(turn.dialogue, "beside") else person_id(turn)
    agreed = goals.in_force(turn.session, wording.goal_id)
    if agreed is None:
        states.stop(turn.session, wording.goal_id, by=by, reason=reason, now=turn.now())
        return
    goals.change(
        turn.session,
        wording.goal_id,
        by=by,
        person_id=who,
        draft=goals.Draft(agreed.title, agreed.setting, agreed.measure, goals.texts(agreed)),
        target_date=agreed.target_date,
        reason=reason,
        now=turn.now(),
    )


def _for_the_other(turn: Turn, answer: str, goal_id: int) -> dict[str, object] | None:
    """An answer that the gateway tells the other, unless both sit here."""
    return None if filled(turn.dialogue, "beside") else {answer: goal_id}


def _wording(turn: Turn) -> Wording:
    return turn.session.get_one(Wording, int(filled(turn.dialogue, "words")))


def _coach(turn: Turn) -> str:
    return turn.who.coach_name or turn.phrases("facts.your_coach")
