"""Parts of a sentence in plain words: kenmerken, conditions, money and time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from actions.turn import Turn
from catalogue.instruments import Card
from catalogue.known import KENMERK, RULED_OUT
from catalogue.relax import Relaxation
from catalogue.search import names

MOST_TOPICS = 2
"""Kenmerken that a button names; more are counted."""


def listed(words: Sequence[str]) -> str:
    """Words as people list them: "a, b en c"; only commas where a part holds "en" itself."""
    if any(" en " in word for word in words):
        return ", ".join(words)
    return " en ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def topics(turn: Turn, codes: Iterable[str]) -> str:
    """Kenmerken in plain words, in the order of the taxonomy."""
    wanted = set(codes)
    return listed([k.chip for code, k in turn.taxonomy.kenmerken.items() if code in wanted])


def condition(turn: Turn, name: str) -> str:
    """A condition as it is known now, in plain words: "in Tiel", "hooguit 8 weken"."""
    known = turn.known
    if name.startswith(KENMERK):
        return turn.taxonomy.kenmerken[name.removeprefix(KENMERK)].chip
    if name == "kenmerken":
        return topics(turn, known.wanted)
    if name == "doelgroepen":
        return turn.phrases("conditions.doelgroepen", value=groups(turn, known.doelgroepen))
    if name == "route":
        return next(r.button.lower() for r in turn.taxonomy.routes if r.code == known.route)
    if name == "form":
        return turn.phrases(f"conditions.form_{known.form}")
    if name == "gemeente":
        places = (known.gemeente or "", *sorted(known.also_in))
        return turn.phrases("conditions.gemeente", value=turn.phrases("facts.or").join(places))
    if name in RULED_OUT:
        return turn.phrases(f"conditions.{name}", value=_ruled_out(turn, name))
    value = getattr(known, name)
    if name in ("max_weeks", "max_wait"):
        value = weeks(turn, value)
    return turn.phrases(f"conditions.{name}", value=value)


def groups(turn: Turn, names: Iterable[str]) -> str:
    """Doelgroepen in plain words; a coach knows the names of the trade."""
    if turn.for_coach:
        return listed(sorted(names))
    return listed([turn.phrases(f"groups.{name}") for name in sorted(names)])


def practical_conditions(turn: Turn) -> tuple[str, ...]:
    """The practical conditions that are known, by their question id."""
    practical = ("gemeente", "max_weeks", "max_cost", "max_wait", "doelgroepen", "form")
    return tuple(name for name in (*practical, *RULED_OUT) if turn.known.knows(name))


def known_conditions(turn: Turn) -> tuple[str, ...]:
    """Everything that is known and is no kenmerk: the route first, then what is practical."""
    return (*(("route",) if turn.known.route else ()), *practical_conditions(turn))


def relaxation(turn: Turn, offer: Relaxation) -> str:
    """What letting one condition go would give: "Niet per se in Buren (4)"."""
    title = letting_go(turn, offer.drop)
    return turn.phrases("buttons.with_count", title=title, count=offer.count)


def letting_go(turn: Turn, name: str) -> str:
    """Letting a condition go, as a button says it: without it, or what was said no to after all."""
    if name in RULED_OUT:
        return turn.phrases("buttons.after_all", what=_ruled_out(turn, name))
    if name == "kenmerken" and len(turn.known.wanted) > MOST_TOPICS:
        return turn.phrases("buttons.let_topics_go", count=len(turn.known.wanted))
    return turn.phrases("buttons.let_go", what=condition(turn, name))


def _ruled_out(turn: Turn, name: str) -> str:
    """The places or instruments that somebody said no to."""
    if name == "not_in":
        return turn.phrases("conditions.gemeente", value=listed(sorted(turn.known.not_in)))
    refused = [kind for code, kind, _ in names(turn.session) if code in turn.known.unwanted]
    if len(refused) > 1:  # a name may hold a comma or "en" itself
        refused = [turn.phrases("facts.quote", words=kind) for kind in refused]
    return listed(refused)


def euros(turn: Turn, amount: int | None) -> str:
    """What it costs: nothing for a client, the price for a coach, or that nobody knows."""
    if not turn.for_coach:
        return turn.phrases("facts.free_for_you")
    if amount is None:
        return turn.phrases("facts.cost_unknown")
    return turn.phrases("facts.cost", amount=f"{amount:,}".replace(",", "."))


def signing_up(turn: Turn, card: Card) -> str:
    """How to sign up, told to who does it."""
    for_coach = card.application.how_for_coach if turn.for_coach else None
    return for_coach or card.application.how


def wait(turn: Turn, card: Card) -> str:
    """How long one waits before it begins, as far as anybody knows."""
    count = card.start.wait_weeks
    if count is None:
        return turn.phrases("facts.wait_unknown")
    return turn.phrases("facts.wait" if count else "facts.no_wait", weeks=weeks(turn, count))


def weeks(turn: Turn, count: int | None) -> str:
    """How long it takes."""
    if count is None:
        return turn.phrases("facts.weeks_open")
    return turn.phrases("facts.week" if count == 1 else "facts.weeks", count=count)
