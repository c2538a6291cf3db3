from sqlalchemy.orm import Session

from catalogue.known import Known
from catalogue.relax import Relaxation, relaxations
from catalogue.search import search
from tests.catalogue.conftest import Fill
from tests.catalogue.made import card


def test_the_best_condition_to_let_go_comes_first(filled: Fill) -> None:
    session = filled(
        [
            card("R01", gemeenten=("Buren",)),
            card("R02", gemeenten=("Buren",)),
            card("R03", gemeenten=("Tiel",), cost=900),
            card("R04", gemeenten=("Buren",), cost=900),
        ]
    )
    known = Known(gemeente="Tiel", max_cost=500, max_weeks=30)
    assert search(session, known).total == 0
    assert relaxations(session, known) == (
        Relaxation("gemeente", 2),
        Relaxation("max_cost", 1),
    )


def test_one_kenmerk_goes_alone_only_when_all_were_asked(filled: Fill) -> None:
    session = filled([card("R01", kenmerken=("3.3",)), card("R02", kenmerken=("1.1",))])
    every = Known(wanted=frozenset({"3.3", "5.2"}), every_kenmerk=True)
    assert relaxations(session, every) == (
        Relaxation("kenmerken", 2),
        Relaxation("kenmerk:5.2", 1),
    )
    unknown = Known(wanted=frozenset({"4.1", "5.2"}))
    assert relaxations(session, unknown) == (Relaxation("kenmerken", 2),)


def test_a_refusal_can_be_taken_back(filled: Fill) -> None:
    session = filled([card("R01", kenmerken=("3.3",))])
    known = Known(refused=frozenset({"3.3", "5.2"}))
    assert relaxations(session, known) == (Relaxation("kenmerk:3.3", 1),)


def test_nothing_known_leaves_nothing_to_let_go(example: Session) -> None:
    assert relaxations(example, Known()) == ()


def test_when_two_conditions_block_neither_alone_is_offered(filled: Fill) -> None:
    session = filled([card("R01", gemeenten=("Buren",), cost=900)])
    assert relaxations(session, Known(gemeente="Tiel", max_cost=500)) == ()
