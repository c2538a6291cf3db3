"""What a task needs before it begins: who you are, whose goal, a yes to keeping it, which goal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from actions.tasks import a_yes
from actions.tasks.by_name import Named, by_a_word, by_name, name_words, own_clients
from actions.tasks.goal_buttons import act, see
from actions.tasks.proposals import mark_told
from actions.tasks.task import client_id, client_name, end, filled, note
from actions.turn import Button, Turn, payload
from caseload import consent
from caseload.models import Person, Purpose
from doelenmeter import goals
from doelenmeter.tables import Goal, State


def known_person(turn: Turn) -> bool:
    """Goals are of somebody; an anonymous visitor needs a code of a coach first."""
    if turn.who.person_id is not None:
        return True
    turn.say("utter_goals_need_code")
    end(turn)
    return False


def a_client(turn: Turn) -> bool:
    """A coach says whose goal it is; with one client there is nothing to ask."""
    if not turn.for_coach or filled(turn.dialogue, "client") is not None:
        return True
    people = own_clients(turn)
    if not people:
        turn.say("utter_no_clients")
        end(turn)
        return False
    if (found := _named_client(turn, people)) is not None:
        note(turn, client=found.id, client_name=found.name or "")
        return True
    turn.dialogue = turn.dialogue.at("whose")
    return False


def consented(turn: Turn) -> bool:
    """Nothing is kept of a client who did not say yes; a coach cannot say it for them."""
    if consent.has(turn.session, client_id(turn), Purpose.GOALS):
        return True
    if turn.for_coach:
        turn.say("utter_client_said_no_yes", name=client_name(turn))
        end(turn)
    else:
        turn.dialogue = turn.dialogue.at("consent")
    return False


def an_active_goal(turn: Turn) -> bool:
    """The goal that is worked on; with several one is chosen, with none there is nothing yet."""
    return _a_goal(turn, (State.ACTIVE,))


def any_goal(turn: Turn) -> bool:
    """A goal in any state but a mere proposal."""
    return _a_goal(turn, (State.ACTIVE, State.PIPELINE, State.REACHED, State.STOPPED))


def _a_goal(turn: Turn, states: tuple[State, ...]) -> bool:
    if (named := filled(turn.dialogue, "goal")) is not None:
        return _still(turn, turn.session.get_one(Goal, int(named)), states)
    found = _in(turn, states)
    if not found:
        _no_goal(turn)
        end(turn)
        return False
    active = [goal for goal in found if goal.state == State.ACTIVE]
    if len(active) == 1 or len(found) == 1:
        note(turn, goal=(active or found)[0].id)
        return True
    note(turn, states=[state.value for state in states])
    turn.dialogue = turn.dialogue.at("which_goal")
    return False


def _still(turn: Turn, goal: Goal, states: tuple[State, ...]) -> bool:
    """Whether a goal that was named is still in such a state; a prompt about it says nothing."""
    if State(goal.state) in states:
        return True
    by_itself = turn.heard.by_itself
    if not by_itself:
        turn.say("utter_goal_not_now", goal=goals.latest(turn.session, goal.id).title)
    end(turn)
    turn.dialogue = replace(turn.dialogue, quiet=turn.dialogue.quiet or by_itself)
    return False


def _no_goal(turn: Turn) -> None:
    """There is none, or there is one that waits for its turn or for a yes."""
    if waiting := _in(turn, (State.PIPELINE,)):
        begin = act(turn, "buttons.begin_goal", waiting[0].id, "begin")
        title = goals.latest(turn.session, waiting[0].id).title
        turn.say("utter_goal_not_now", goal=title, buttons=[begin])
        return
    if not (proposed := _in(turn, (State.PROPOSED,))):
        make = turn.button("buttons.set_goal", "set_goal")
        turn.say("utter_no_goal_yet", name=client_name(turn), buttons=[make])
        return
    newest = goals.latest(turn.session, proposed[-1].id)
    mark_told(turn, newest)
    turn.say(
        "utter_goal_waits",
        goal=newest.title,
        buttons=[see(turn, newest.goal_id, proposed[-1].client_id)],
    )


def _in(turn: Turn, states: Iterable[State]) -> list[Goal]:
    return goals.goals_of(turn.session, client_id(turn), states=tuple(states))


def ask_consent(turn: Turn) -> None:
    """What is kept, who sees it, and how to take the yes back."""
    a_yes.ask(turn, Purpose.GOALS)


def hear_consent(turn: Turn) -> bool:
    """A yes is kept with its time; without one nothing is kept and the task ends."""
    if not a_yes.hear(turn, Purpose.GOALS, refused="utter_consent_refused"):
        return False
    if turn.heard.intent == "affirm":
        turn.say("utter_consent_kept")
    return True


def ask_whose(turn: Turn) -> None:
    """The clients of this coach by name."""
    people = own_clients(turn)
    turn.say("utter_ask_whose", buttons=_choices(_people(people), "client"))


def hear_whose(turn: Turn) -> bool:
    """A name, pressed or typed."""
    people = own_clients(turn)
    found = _named_client(turn, people, only=False)
    if found is not None:
        note(turn, client=found.id, client_name=found.name or "")
    return found is not None


def just_a_name(turn: Turn) -> bool:
    """Whether only a name is typed where one was asked: "Noor" alone sounds like anything."""
    if turn.dialogue.step != "whose" or turn.heard.pressed:
        return False
    names = {word for one in own_clients(turn) for word in name_words(turn, one.name or "")}
    words = name_words(turn, turn.heard.text) - set(turn.phrases.words("polite"))
    return bool(words) and words <= names


def ask_which_goal(turn: Turn) -> None:
    """The goals by title."""
    turn.say("utter_ask_which_goal", buttons=_choices(_goals(turn), "goal"))


def hear_which_goal(turn: Turn) -> bool:
    """A goal, pressed or named."""
    pressed = turn.heard.number("goal")
    choices = _goals(turn)
    found = next((one.id for one in choices if one.id == pressed), None)
    if found is None and not turn.heard.pressed:
        found = by_name(turn.heard.text, choices)
    if found is not None:
        note(turn, goal=found)
    return found is not None


def _goals(turn: Turn) -> list[Named]:
    states = [State(state) for state in filled(turn.dialogue, "states") or ()]
    return [Named(goal.id, goals.latest(turn.session, goal.id).title) for goal in _in(turn, states)]


def _people(people: Iterable[Person]) -> list[Named]:
    return [Named(person.id, person.name or "") for person in people]


def _named_client(turn: Turn, people: list[Person], *, only: bool = True) -> Person | None:
    """Whom the message names; where nobody is named the only client there is, if ``only``."""
    by_id = {person.id: person for person in people}
    pressed = turn.heard.number("client") if turn.heard.pressed else None
    if pressed in by_id:
        return by_id[pressed] if pressed is not None else None
    if turn.heard.pressed:
        return people[0] if only and len(people) == 1 else None
    names = turn.heard.entities.get("client", ())  # "link voor Rafiq, zijn baas heet Henk"
    choices = _people(people)
    found = (by_a_word(turn, words, choices) for words in (*names, turn.heard.text) if words)
    known = next((key for key in found if key is not None), None)
    if known is not None:
        return by_id[known]
    return people[0] if only and len(people) == 1 and not names else None


def _choices(named: list[Named], entity: str) -> list[Button]:
    return [Button(one.title, payload("choose", **{entity: str(one.id)})) for one in named]
