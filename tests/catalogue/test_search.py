from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from catalogue.ahead import counts
from catalogue.known import Known
from catalogue.questions import next_question
from catalogue.relax import relaxations
from catalogue.search import ORDER, Reason, instrument, names, search
from tests.catalogue.conftest import Fill
from tests.catalogue.made import card


def codes(session: Session, known: Known, **options: int) -> list[str]:
    return [fit.instrument.code for fit in search(session, known, **options).fits]


def want(*kenmerken: str, **more: object) -> Known:
    return Known(wanted=frozenset(kenmerken), **more)  # type: ignore[arg-type]


@contextmanager
def queries(session: Session) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def test_more_matched_ranks_higher_then_effect_then_name_then_code(filled: Fill) -> None:
    session = filled(
        [
            card("R01", kind="Zorg", kenmerken=("3.3", "5.2"), grade=5.0),
            card("R02", kind="Été", kenmerken=("3.3",), grade=8.0),
            card("R03", kind="Zaal", kenmerken=("3.3",), grade=8.0),
            card("R04", kind="etalage", kenmerken=("5.2",), grade=8.0),
            card("R05", kind="Zaal", kenmerken=("5.2",), grade=8.0),
            card("R06", kind="Alles", kenmerken=("5.2",), grade=7.9),
        ]
    )
    assert ORDER == ("open", "matched", "effectiveness", "name", "code")
    assert codes(session, want("3.3", "5.2"), limit=9) == ["R01", "R04", "R02", "R03", "R05", "R06"]
    assert codes(session, Known(), limit=9) == ["R04", "R02", "R03", "R05", "R06", "R01"]


def test_what_is_for_a_doelgroep_comes_after_what_is_open_until_it_is_named(filled: Fill) -> None:
    session = filled(
        [
            card("R01", kenmerken=("3.3", "5.2"), doelgroepen=("vrouwen",), grade=9.0),
            card("R02", kenmerken=("3.3",), grade=6.0),
            card("R03", kenmerken=("3.3", "5.2"), doelgroepen=("jongeren",), grade=8.0),
        ]
    )
    women = want("3.3", "5.2", doelgroepen=frozenset({"vrouwen"}))
    assert codes(session, want("3.3", "5.2")) == ["R02", "R01", "R03"]
    assert codes(session, women) == ["R01", "R02"]


def test_matched_and_missed_are_told(filled: Fill) -> None:
    session = filled([card("R01", kenmerken=("5.2", "1.1"))])
    (fit,) = search(session, want("5.2", "3.3", "9.9")).fits
    assert fit.matched == ("5.2",)
    assert fit.missed == ("3.3", "9.9")


def test_all_kenmerken_only_when_asked(filled: Fill) -> None:
    session = filled([card("R01", kenmerken=("3.3", "5.2")), card("R02", kenmerken=("3.3",))])
    assert codes(session, want("3.3", "5.2")) == ["R01", "R02"]
    assert codes(session, want("3.3", "5.2", every_kenmerk=True)) == ["R01"]
    assert codes(session, want("3.3", "9.9", every_kenmerk=True)) == []
    assert codes(session, Known(every_kenmerk=True)) == ["R01", "R02"]


def test_wanting_what_nobody_offers_gives_nothing(filled: Fill) -> None:
    session = filled([card("R01", kenmerken=("3.3",)), card("R02", kenmerken=())])
    assert search(session, want("4.1")).total == 0
    assert search(session, want("9.9")).total == 0


def test_a_no_excludes_only_when_every_kenmerk_was_refused(filled: Fill) -> None:
    session = filled(
        [
            card("R01", kenmerken=("3.3",)),
            card("R02", kenmerken=("3.3", "5.2")),
            card("R03", kenmerken=()),
        ]
    )
    assert codes(session, Known(refused=frozenset({"3.3"}))) == ["R02", "R03"]
    assert codes(session, Known(refused=frozenset({"3.3", "5.2", "9.9"}))) == ["R03"]


def test_unknown_excludes_nothing_and_gives_no_reason(filled: Fill) -> None:
    blank = card(
        "R01",
        routes=(),
        gemeenten=(),
        cost=None,
        duration_weeks=None,
        wait=None,
        doelgroepen=(),
    )
    everything = Known(
        route="A",
        gemeente="Tiel",
        max_cost=0,
        max_weeks=0,
        max_wait=0,
        doelgroepen=frozenset({"jongeren"}),
    )
    (fit,) = search(filled([blank]), everything).fits
    assert fit.reasons == ()


@pytest.mark.parametrize(
    ("facts", "known", "fits"),
    [
        ({"routes": ("A", "B")}, Known(route="B"), True),
        ({"routes": ("A", "B")}, Known(route="C"), False),
        ({"gemeenten": ("Tiel",)}, Known(gemeente="Tiel"), True),
        ({"gemeenten": ("Tiel",)}, Known(gemeente="Buren"), False),
        ({"cost": 250}, Known(max_cost=250), True),
        ({"cost": 255}, Known(max_cost=250), False),
        ({"duration_weeks": 8}, Known(max_weeks=8), True),
        ({"duration_weeks": 9}, Known(max_weeks=8), False),
        ({"wait": 2}, Known(max_wait=2), True),
        ({"wait": 3}, Known(max_wait=2), False),
        ({"form": "alone"}, Known(form="alone"), True),
        ({"form": "both"}, Known(form="alone"), True),
        ({"form": "group"}, Known(form="alone"), False),
    ],
)
def test_each_condition_excludes_at_its_edge(
    filled: Fill, facts: dict[str, object], known: Known, fits: bool
) -> None:
    found = search(filled([card("R01", **facts)]), known)
    assert found.total == fits
    if fits:
        ((kind, value),) = [
            (name, value)
            for name, value in known.to_json().items()
            if value not in (None, [], False, {})
        ]
        assert found.fits[0].reasons == (Reason(kind, value),)


def test_a_target_group_shares_or_is_for_everyone(filled: Fill) -> None:
    session = filled(
        [
            card("R01"),
            card("R02", doelgroepen=("jongeren", "vrouwen")),
            card("R03", doelgroepen=("wsw",)),
        ]
    )
    assert codes(session, Known()) == ["R01", "R02", "R03"]
    found = search(session, Known(doelgroepen=frozenset({"vrouwen", "zzp'ers"}))).fits
    assert [fit.instrument.code for fit in found] == ["R01", "R02"]
    assert [fit.reasons for fit in found] == [(), (Reason("doelgroepen", "vrouwen"),)]


def test_what_only_refers_or_is_parked_is_found_by_code_alone(filled: Fill) -> None:
    session = filled([card("V01", refer_only=True), card("R02", parked=True), card("R03")])
    assert codes(session, Known()) == ["R03"]
    assert instrument(session, "V01") is not None
    assert instrument(session, "R02") is not None
    assert instrument(session, "R99") is None
    assert [code for code, _, _ in names(session)] == ["R02", "R03", "V01"]


def test_seen_before_is_left_out(filled: Fill) -> None:
    session = filled([card("R01"), card("R02"), card("R03")])
    found = search(session, Known(), limit=1, skip=("R01", "R02"))
    assert (found.total, [fit.instrument.code for fit in found.fits]) == (1, ["R03"])


def test_an_empty_catalogue_gives_empty_answers(filled: Fill) -> None:
    session, known = filled([]), want("3.3", route="A")
    assert search(session, known).total == 0
    assert relaxations(session, known) == ()
    assert next_question(session, known, "practical") is None
    assert counts(session, known) == {
        "form": {"alone": 0, "group": 0},
        "max_cost": dict.fromkeys((100, 250, 500, 1000, 2500), 0),
        "max_weeks": dict.fromkeys((4, 8, 13, 26), 0),
        "max_wait": dict.fromkeys((1, 2, 4, 8), 0),
    }


def test_the_number_of_queries_does_not_grow(filled: Fill) -> None:
    known = want("3.3", route="A", gemeente="Tiel", max_cost=500)
    used = []
    for size in (1, 300):
        session = filled([card(f"R{number:04}") for number in range(size)])
        with queries(session) as seen:
            search(session, known)
            relaxations(session, known)
            counts(session, known)
            next_question(session, known, "kenmerk")
        used.append(len(seen))
    assert used == [9, 9]
