"""Narrowing from the command line: conditions in, instruments and reasons out, without Rasa."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.texts import say
from catalogue.kenmerken import load as load_taxonomy
from catalogue.known import Form, Known
from catalogue.questions import Step, next_question
from catalogue.relax import relaxations
from catalogue.search import search
from catalogue.terms import Terms

FORMS: dict[str, Form] = {"alleen": "alone", "groep": "group"}


class NarrowError(Exception):
    """A condition has a value that does not exist; the message names the ones that do."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions as somebody typed them."""

    route: str | None = None
    kenmerk: Sequence[str] = ()
    niet: Sequence[str] = ()
    gemeente: str | None = None
    max_kosten: int | None = None
    max_weken: int | None = None
    max_wacht: int | None = None
    doelgroep: Sequence[str] = ()
    vorm: str | None = None
    all: bool = False


def known(session: Session, typed: Conditions) -> Known:
    """Read what was typed. Raises NarrowError."""
    taxonomy = load_taxonomy()
    terms = Terms.read(session)
    kenmerken = list(taxonomy.kenmerken)
    wanted = _each("--kenmerk", typed.kenmerk, kenmerken)
    refused = _each("--niet", typed.niet, kenmerken)
    if both := sorted(wanted & refused):
        raise NarrowError(say("cli.error.both", value=both[0]))
    form = _one("--vorm", typed.vorm, FORMS)
    return Known(
        route=_one("--route", typed.route, [route.code for route in taxonomy.routes]),
        wanted=wanted,
        refused=refused,
        gemeente=_one("--gemeente", typed.gemeente, terms.gemeenten),
        max_cost=_count("--max-kosten", typed.max_kosten),
        max_weeks=_count("--max-weken", typed.max_weken),
        max_wait=_count("--max-wacht", typed.max_wacht),
        doelgroepen=_each("--doelgroep", typed.doelgroep, terms.doelgroepen),
        form=FORMS[form] if form else None,
        every_kenmerk=typed.all,
    )


def narrow(session: Session, what: Known) -> dict[str, Any]:
    """Give all that fits with its reasons, what to let go when nothing does, what to ask next."""
    found = search(session, what, limit=None)
    return {
        "instruments": [
            {
                "code": fit.instrument.code,
                "name": fit.instrument.name,
                "reasons": [asdict(reason) for reason in fit.reasons],
            }
            for fit in found.fits
        ],
        "relaxations": []
        if found.total
        else [asdict(relaxation) for relaxation in relaxations(session, what)],
        "next_question": _next_question(session, what),
    }


def as_text(result: dict[str, Any]) -> str:
    """Word the result for a person."""
    fits = result["instruments"]
    count = {0: "none", 1: "one"}.get(len(fits), "total")
    lines = [say(f"cli.narrow.{count}", total=len(fits))]
    for place, fit in enumerate(fits, start=1):
        lines.append(say("cli.narrow.line", place=place, **fit))
        lines += [
            "   " + say("cli.narrow.reason", what=_named(reason["kind"]), value=reason["value"])
            for reason in fit["reasons"]
        ]
    lines += [
        say("cli.narrow.relaxation", what=_named(relaxation["drop"]), count=relaxation["count"])
        for relaxation in result["relaxations"]
    ]
    if question := result["next_question"]:
        values = ", ".join(map(str, question["values"]))
        lines.append(say("cli.narrow.question", what=_named(question["id"]), values=values))
    return "\n".join(lines)


def _named(condition: str) -> str:
    """Name a condition for a person: "kenmerk 3.3", "hoogste kosten"."""
    name, _, code = condition.partition(":")
    return f"{say(f'cli.narrow.names.{name}')} {code}".strip()


def _next_question(session: Session, what: Known) -> dict[str, Any] | None:
    """Ask in the order of the method: route, then kenmerken, then the practical conditions."""
    steps: list[Step] = ["practical"]
    if not what.wanted:
        steps.insert(0, "kenmerk")
    if what.route is None:
        steps.insert(0, "route")
    found = (next_question(session, what, step) for step in steps)
    return next((asdict(question) for question in found if question), None)


def _one(option: str, value: str | None, allowed: Iterable[str]) -> str | None:
    if value is None:
        return None
    exact = {choice.casefold(): choice for choice in allowed}
    try:
        return exact[value.strip().casefold()]
    except KeyError:
        choices = ", ".join(exact.values())
        raise NarrowError(
            say("cli.error.unknown", option=option, value=value, allowed=choices)
        ) from None


def _each(option: str, values: Iterable[str], allowed: Iterable[str]) -> frozenset[str]:
    choices = list(allowed)
    return frozenset(found for value in values if (found := _one(option, value, choices)))


def _count(option: str, value: int | None) -> int | None:
    if value is not None and value < 0:
        raise NarrowError(say("cli.error.negative", option=option))
    return value
