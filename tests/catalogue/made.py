"""Made instruments, generated knowledge, and the rules of narrowing once more, in plain Python."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from catalogue.instruments import Card
from catalogue.known import KENMERK, REFUSED, WANTED, Known
from catalogue.load import sort_name
from catalogue.search import Reason

ROUTES = ("A", "B", "C")
KENMERKEN = ("1.1", "1.3.1", "3.3", "4.1", "5.2")
GEMEENTEN = ("Buren", "Culemborg", "Tiel")
GROUPS = ("jongeren", "vrouwen")
COSTS = (0, 100, 300, 1200)


def card(code: str = "R01", **changes: Any) -> Card:
    """An instrument that fits everything but for what is changed; ``cost`` in euro per person."""
    cost = changes.pop("cost", 100)
    places = changes.pop("gemeenten", GEMEENTEN)
    wait = changes.pop("wait", 2)
    grade = changes.pop("grade", None)
    facts: dict[str, Any] = {
        "code": code,
        "kind": f"Hulp {code}",
        "provider": "Voorbeeld",
        "example": True,
        "category": 2,
        "routes": ROUTES,
        "kenmerken": ("3.3",),
        "locations": [{"gemeente": place, "address": "Kerkstraat 1"} for place in places],
        "form": "both",
        "group_size": 1,
        "voluntary": True,
        "doelgroepen": (),
        "entry": {"hours_min": None, "language_min": None, "benefit": None},
        "duration_weeks": 8,
        "hours": None,
        "cost": None if cost is None else hourly(cost),
        "start": {"wait_weeks": wait, "text": "Elke week."},
        "application": {"how": "Bel.", "how_for_coach": "Bel.", "contact": "0344-000 100"},
        "remarks": None,
        "evidence": {"level": "none", "text": "Nog niet onderzocht.", "source": None},
        "rating_professionals": None if grade is None else {"grade": grade, "n": 10},
        "rating_clients": None,
        "pros": ["Dichtbij."],
        "cons": ["Het duurt lang."],
    }
    texts = ("summary", "goal", "method", "client_role", "not_for")
    facts |= dict.fromkeys(texts, "Je krijgt hulp.") | changes
    facts.setdefault("name", f"{facts['kind']} – {facts['provider']}")
    return Card.model_validate(facts)


def hourly(cost: int) -> dict[str, int]:
    return {
        "hourly_rate": cost,
        "contact_hours": 1,
        "preparation_hours": 0,
        "evaluation_hours": 0,
    }


def some(values: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


@st.composite
def catalogues(draw: st.DrawFn) -> list[Card]:
    """A few instruments with every kind of fact, also unknown ones."""
    return [
        card(
            f"R{number:02}",
            kind=draw(st.sampled_from(("Coach", "École", "taalles", "Taalles"))),
            provider=draw(st.sampled_from(("De Brug", "De Kade"))),
            routes=draw(some(ROUTES)),
            kenmerken=draw(some(KENMERKEN)),
            gemeenten=draw(some(GEMEENTEN)),
            doelgroepen=draw(some(GROUPS)),
            form=draw(st.sampled_from(("alone", "group", "both"))),
            cost=draw(st.sampled_from((None, *COSTS))),
            duration_weeks=draw(st.sampled_from((None, 4, 9, 30))),
            wait=draw(st.sampled_from((None, 1, 6))),
            grade=draw(st.sampled_from((None, 6.1, 7.5, 8.3))),
            refer_only=draw(st.sampled_from((False, False, False, True))),
            parked=draw(st.sampled_from((False, False, False, True))),
        )
        for number in range(draw(st.integers(0, 9)))
    ]


def knowns(
    kenmerken: Sequence[str] = KENMERKEN,
    gemeenten: Sequence[str] = GEMEENTEN,
    groups: Sequence[str] = GROUPS,
) -> st.SearchStrategy[Known]:
    """Anything that can be known, with values that no instrument has among them."""
    maximum = st.none() | st.sampled_from((0, 1, 4, 8, 100, 250, 500, 1000))
    codes = st.frozensets(st.sampled_from((*kenmerken, "9.9")), max_size=4)
    return st.builds(
        Known,
        route=st.none() | st.sampled_from(ROUTES),
        wanted=codes,
        refused=codes,
        gemeente=st.none() | st.sampled_from((*gemeenten, "Utrecht")),
        also_in=st.frozensets(st.sampled_from((*gemeenten, "Utrecht")), max_size=2),
        not_in=st.frozensets(st.sampled_from((*gemeenten, "Utrecht")), max_size=2),
        unwanted=st.frozensets(st.sampled_from(("R01", "R02", "Z99")), max_size=2),
        max_cost=maximum,
        max_weeks=maximum,
        max_wait=maximum,
        doelgroepen=st.frozensets(st.sampled_from((*groups, "zzp'ers")), max_size=2),
        form=st.none() | st.sampled_from(("alone", "group")),
        every_kenmerk=st.booleans(),
    )


def answered(
    kenmerken: Sequence[str] = KENMERKEN, gemeenten: Sequence[str] = GEMEENTEN
) -> st.SearchStrategy[list[tuple[str, str | int]]]:
    """Answers, at most one to a question."""
    kenmerk = st.tuples(
        st.sampled_from(kenmerken).map(lambda code: KENMERK + code),
        st.sampled_from((WANTED, REFUSED)),
    )
    other = st.sampled_from(
        [("route", route) for route in ROUTES]
        + [("gemeente", place) for place in gemeenten]
        + [("doelgroepen", group) for group in GROUPS]
        + [("form", "alone"), ("form", "group"), ("max_cost", 250), ("max_cost", 1000)]
        + [("max_weeks", 8), ("max_weeks", 26), ("max_wait", 2)]
    )
    return st.lists(kenmerk | other, max_size=8, unique_by=lambda answer: answer[0])


def expected(cards: Sequence[Card], known: Known) -> list[Card]:
    """What must be found, in the order in which it must be found."""
    fits = [card for card in cards if fits_rules(card, known)]
    return sorted(
        fits,
        key=lambda card: (
            bool(card.doelgroepen) and not shared(card, known),
            -len(known.wanted.intersection(card.kenmerken)),
            -card.effectiveness,
            sort_name(card.name),
            card.code,
        ),
    )


def fits_rules(card: Card, known: Known) -> bool:
    """The rules, one a line; unknown never excludes, kenmerken are any-of."""
    places = {location.gemeente for location in card.locations}
    acts_on = set(card.kenmerken)
    return (
        not card.refer_only
        and not card.parked
        and (not known.route or not card.routes or known.route in card.routes)
        and (not known.gemeente or not places or bool({known.gemeente, *known.also_in} & places))
        and (not known.not_in or not places or bool(places - known.not_in))
        and card.code not in known.unwanted
        and (not known.doelgroepen or not card.doelgroepen or bool(shared(card, known)))
        and (not known.form or card.form in (known.form, "both"))
        and at_most(card.cost_per_person, known.max_cost)
        and at_most(card.duration_weeks, known.max_weeks)
        and at_most(card.start.wait_weeks, known.max_wait)
        and (not known.wanted or bool(known.wanted & acts_on))
        and (not known.every_kenmerk or known.wanted <= acts_on)
        and (not acts_on or not acts_on <= known.refused)
    )


def at_most(fact: int | None, most: int | None) -> bool:
    return fact is None or most is None or fact <= most


def shared(card: Card, known: Known) -> set[str]:
    return known.doelgroepen.intersection(card.doelgroepen)


def expected_reasons(card: Card, known: Known) -> set[Reason]:
    """The conditions that acted on an instrument that fits: those whose fact is known."""
    facts = {
        "route": card.routes,
        "gemeente": card.locations,
        "form": card.form,
        "max_cost": card.cost_per_person is not None,
        "max_weeks": card.duration_weeks is not None,
        "max_wait": card.start.wait_weeks is not None,
    }
    reasons = {
        Reason(kind, getattr(known, kind))
        for kind, fact in facts.items()
        if fact and getattr(known, kind) is not None
    }
    reasons |= {Reason("doelgroepen", group) for group in shared(card, known)}
    return reasons | {Reason("kenmerk", code) for code in known.wanted.intersection(card.kenmerken)}
