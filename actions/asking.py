"""The words for what is asked now: one step a message, with its buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from actions.advice import chip, list_buttons, show_advice, ways_out, week_limits
from actions.dialogue import Step
from actions.introducing import introduce
from actions.tasks import road
from actions.turn import Button, Turn, payload
from actions.wording import signing_up, topics
from catalogue.known import KENMERK
from catalogue.search import instrument

WAIT_CHOICES = (2, 4, 8)


def ask(turn: Turn) -> None:
    """Put what the dialogue is waiting for into words; nothing when it is quiet."""
    if not turn.dialogue.quiet:
        if turn.dialogue.step not in ("danger", "finished"):
            introduce(turn)  # after an aside, when nothing was answered yet
        _ASK[turn.dialogue.step](turn)
    turn.dialogue = replace(turn.dialogue, quiet=False)


def _open(turn: Turn) -> None:
    turn.say("utter_ask_open", buttons=skips(turn))


def _chips(turn: Turn) -> None:
    pending = turn.dialogue.pending
    buttons = [chip(turn, code) for code in pending]
    turn.say(
        "utter_ask_chips",
        topics=topics(turn, pending),
        buttons=[
            *buttons,
            turn.button("buttons.right", "affirm"),
            turn.button("buttons.something_else", "deny"),
            *skips(turn),
        ],
    )


def skips(turn: Turn) -> list[Button]:
    """The two ways not to answer; they never drop an instrument."""
    return [
        turn.button("buttons.unsure", "unsure"),
        turn.button("buttons.prefer_not_say", "prefer_not_say"),
    ]


def _question(turn: Turn) -> None:
    asked = turn.dialogue.question or "route"
    if asked.startswith(KENMERK):
        _kenmerk(turn, asked.removeprefix(KENMERK))
    elif asked == "route":
        routes = [
            Button(route.button, payload("find_instrument", route=route.policy))
            for route in turn.taxonomy.routes
        ]
        turn.say("utter_ask_route", buttons=[*routes, *skips(turn)])
    elif asked == "gemeente":
        turn.say("utter_ask_gemeente", buttons=[*_places(turn), *skips(turn)])
    elif asked == "form":
        forms = [
            Button(turn.phrases(f"buttons.{form}"), payload("refine_practical", form=form))
            for form in ("alone", "group")
        ]
        turn.say("utter_ask_form", buttons=[*forms, *skips(turn)])
    elif asked == "max_weeks":
        turn.say("utter_ask_max_weeks", buttons=[*week_limits(turn), *skips(turn)])
    else:
        waits = [
            Button(
                turn.phrases("buttons.max_wait", count=count),
                payload("refine_practical", max_wait=str(count)),
            )
            for count in WAIT_CHOICES
        ]
        turn.say("utter_ask_max_wait", buttons=[*waits, *skips(turn)])


def _places(turn: Turn) -> list[Button]:
    """The places of the region as a list, once a place was not recognised."""
    if not turn.dialogue.misses:
        return []
    return [Button(place, payload("refine_practical", gemeente=place)) for place in turn.gemeenten]


def _kenmerk(turn: Turn, code: str) -> None:
    kenmerk = turn.taxonomy.kenmerken[code]
    if turn.for_coach:
        text = kenmerk.question.coach.plain
    else:
        question = kenmerk.question.client
        text = question.simple if turn.simple else question.plain
    intents = {"wanted": "affirm", "refused": "deny"}
    answers = [Button(answer.title, payload(intents[answer.means])) for answer in kenmerk.answers]
    turn.say("utter_ask_kenmerk", question=text, buttons=[*answers, *skips(turn)])


def _advice(turn: Turn) -> None:
    if not turn.dialogue.listed:
        show_advice(turn)
    elif turn.dialogue.on_screen:
        turn.say("utter_list_still", buttons=list_buttons(turn, turn.dialogue.on_screen))
    else:
        turn.say("utter_nothing_still", buttons=ways_out(turn))


def _which(turn: Turn) -> None:
    """The list by name, without what was chosen before another one was meant."""
    others = [code for code in turn.dialogue.on_screen if code != turn.dialogue.chosen]
    turn.say(
        "utter_ask_which",
        buttons=[
            Button(card.kind, payload("choose", instrument=code))
            for code in others
            if (card := instrument(turn.session, code))
        ],
    )


def _argument(turn: Turn) -> None:
    card = instrument(turn.session, turn.dialogue.chosen or "")
    advised = turn.dialogue.chosen in turn.dialogue.shown
    turn.say(
        "utter_ask_argument" if advised else "utter_ask_argument_not_advised",
        name=card.kind if card else "",
        buttons=[
            turn.button("buttons.prefer_not_say", "prefer_not_say"),
            turn.button("buttons.not_this_one", "deny"),
        ],
    )


def _chosen(turn: Turn) -> None:
    if not turn.dialogue.listed:
        card = instrument(turn.session, turn.dialogue.chosen or "")
        turn.say(
            "utter_chosen_with_coach" if turn.who.coach_name else "utter_chosen",
            name=card.kind if card else "",
            coach=turn.who.coach_name or "",
            how=signing_up(turn, card) if card else "",
        )
        turn.dialogue = replace(turn.dialogue, listed=True)
    turn.say(
        "utter_ask_keep_list",
        buttons=[
            turn.button("buttons.send_list", "send_list"),
            turn.button("buttons.done", "stop"),
        ],
    )


def _request(turn: Turn) -> None:
    turn.say(
        "utter_ask_request",
        buttons=[
            turn.button("buttons.just_call", "prefer_not_say"),
            turn.button("buttons.no_request", "deny"),
        ],
    )


def _resume(turn: Turn) -> None:
    turn.say(
        "utter_ask_resume",
        buttons=[turn.button("buttons.go_on", "affirm"), turn.button("buttons.anew", "restart")],
    )


def _erase(turn: Turn) -> None:
    turn.say(
        "utter_ask_erase" if turn.who.person_id is None else "utter_ask_erase_person",
        buttons=[turn.button("buttons.erase", "affirm"), turn.button("buttons.no_erase", "deny")],
    )


def _danger(turn: Turn) -> None:
    """Beside the crisis answer only whether somebody may know, for as long as that is open."""
    if not turn.dialogue.may_tell:
        return
    turn.say(
        "utter_crisis_tell_coach" if turn.who.coach_name else "utter_crisis_tell",
        coach=turn.who.coach_name or "",
        buttons=[
            turn.button("buttons.tell_coach", "affirm"),
            turn.button("buttons.tell_nobody", "prefer_not_say"),
            turn.button("buttons.no_danger", "deny"),
        ],
    )


def _nothing(_: Turn) -> None:
    """The goodbye stands alone."""


_ASK: dict[Step, Callable[[Turn], None]] = {
    "open": _open,
    "chips": _chips,
    "question": _question,
    "advice": _advice,
    "which": _which,
    "argument": _argument,
    "chosen": _chosen,
    "request": _request,
    "resume": _resume,
    "erase": _erase,
    "danger": _danger,
    "finished": _nothing,
    **{step: asked.ask for step, asked in road.STEPS.items()},
}
