"""What is kept about a known person, short; the whole of it is in a file."""

from __future__ import annotations

from actions.tasks.task import person_id
from actions.turn import Turn
from actions.wording import condition, known_conditions, listed, topics
from caseload import consent, view
from caseload.conversations import conversations_of
from caseload.models import Purpose
from catalogue import choices
from doelenmeter import view as goals_view


def say_everything(turn: Turn) -> None:
    """Names, goals by title, counts and every yes; the gateway adds the file."""
    lines = [*_person(turn), *_goals(turn), *_choices(turn), *_talk(turn)]
    uncounted = not consent.has(turn.session, person_id(turn), Purpose.FIGURES)
    turn.say(
        "utter_everything_info",
        lines="\n".join(lines),
        buttons=[turn.button("buttons.count_me", "goals_list", part="figures")]
        if uncounted and not turn.for_coach
        else [],
        custom={"file": "everything"},
    )


def in_this_talk(turn: Turn) -> str:
    """What this conversation knows: kenmerken and conditions; empty where it knows nothing."""
    known = [topics(turn, turn.known.wanted)] if turn.known.wanted else []
    return listed([*known, *(condition(turn, name) for name in known_conditions(turn))])


def _person(turn: Turn) -> list[str]:
    kept = view.everything(turn.session, person_id(turn))
    doors = {turn.phrases(f"facts.door_{account['channel']}") for account in kept["accounts"]}
    purposes = [
        consent.text(purpose).title
        for purpose in Purpose
        if consent.has(turn.session, person_id(turn), purpose)
    ]
    found = {
        "name": (kept["person"]["name"], {"name": kept["person"]["name"]}),
        "coach": (kept["coach"], {"name": (kept["coach"] or {}).get("name")}),
        "clients": (kept["clients"], {"names": listed([name or "" for name in kept["clients"]])}),
        "yes": (purposes, {"purposes": ", ".join(purposes)}),
        "doors": (doors, {"doors": listed(sorted(doors))}),
    }
    return [
        turn.phrases(f"facts.known_{name}", **values)
        for name, (there, values) in found.items()
        if there
    ]


def _goals(turn: Turn) -> list[str]:
    kept = goals_view.everything(turn.session, person_id(turn))
    titles = [goal["wordings"][-1]["title"] for goal in kept["goals"]]
    if not titles and not kept["prompts"]:
        return []
    scores = [score for goal in kept["goals"] for score in goal["scores"]]
    counts = {
        "scores": _scores(turn, len(scores), sum(not score["current"] for score in scores)),
        "remarks": sum(len(goal["remarks"]) for goal in kept["goals"]),
        "prompts": len(kept["prompts"]),
    }
    told = [turn.phrases("facts.known_goals", goals=", ".join(titles))] if titles else []
    return [*told, turn.phrases("facts.known_counts", **counts)]


def _scores(turn: Turn, kept: int, corrected: int) -> str:
    """How many scores there are; one that was corrected is kept, and is no second score."""
    if not corrected:
        return str(kept)
    return turn.phrases("facts.known_corrected", scores=kept - corrected, count=corrected)


def _choices(turn: Turn) -> list[str]:
    ids = [found.id for found in conversations_of(turn.session, person_id(turn))]
    kept = choices.everything(turn.session, ids, person_id=person_id(turn))
    if not kept["lists"] and not kept["choices"]:
        return []
    counts = {name: len(kept[name]) for name in ("lists", "choices")}
    return [turn.phrases("facts.known_lists", **counts)]


def _talk(turn: Turn) -> list[str]:
    known = in_this_talk(turn)
    return [turn.phrases("facts.known_now", known=known)] if known else []
