"""Narrowing from the command line, as JSON and for people."""

import json
from typing import Any

import pytest

from tests.bot.commands import Run


def narrowed(here: Run, *words: str) -> dict[str, Any]:
    done = here("narrow", "--json", *words)
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_without_conditions_narrow_gives_the_whole_catalogue(here: Run) -> None:
    everything = narrowed(here)

    assert len(everything["instruments"]) == 52
    assert everything["relaxations"] == []
    assert everything["next_question"]["id"] == "route"
    assert all(fit["reasons"] == [] for fit in everything["instruments"])


def test_narrow_gives_reasons_that_were_asked(here: Run) -> None:
    found = narrowed(
        here,
        "--route",
        "b",
        "--max-kosten",
        "500",
        "--kenmerk",
        "3.3",
        "--kenmerk",
        "5.2",
        "--gemeente",
        "tiel",
    )

    assert found["instruments"]
    for fit in found["instruments"]:
        assert {"kind": "route", "value": "B"} in fit["reasons"]
        assert {reason["value"] for reason in fit["reasons"]} <= {"B", "3.3", "5.2", "Tiel", 500}
        assert {reason["value"] for reason in fit["reasons"]} & {"3.3", "5.2"}


def test_when_nothing_fits_narrow_says_what_to_let_go(here: Run) -> None:
    conditions = {"--kenmerk": "3.3", "--gemeente": "Buren", "--max-wacht": "0", "--max-weken": "1"}
    nothing = narrowed(here, *(word for pair in conditions.items() for word in pair))
    options = {"gemeente": "--gemeente", "max_wait": "--max-wacht", "max_weeks": "--max-weken"}

    assert nothing["instruments"] == []
    assert nothing["relaxations"]
    for relaxation in nothing["relaxations"]:
        dropped = options.get(relaxation["drop"], "--kenmerk")
        left = [w for pair in conditions.items() if pair[0] != dropped for w in pair]
        assert len(narrowed(here, *left)["instruments"]) == relaxation["count"]


def test_all_asks_for_every_kenmerk(here: Run) -> None:
    both = ("--kenmerk", "3.3", "--kenmerk", "3.1.4")
    some, every = narrowed(here, *both), narrowed(here, *both, "--all")

    assert 0 < len(every["instruments"]) < len(some["instruments"])


def test_narrow_also_speaks_to_people(here: Run) -> None:
    done = here("narrow", "--gemeente", "Tiel", "--vorm", "groep", "--doelgroep", "jongeren")

    assert done.returncode == 0
    assert "   past bij gemeente: Tiel" in done.stdout


def test_narrow_names_what_to_let_go_in_words(here: Run) -> None:
    done = here("narrow", "--kenmerk", "3.4", "--max-weken", "1")

    assert "Zonder hoogste aantal weken:" in done.stdout
    assert "max_weeks" not in done.stdout


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (["--route", "D"], "A, B, C"),
        (["--kenmerk", "3"], "3.3"),
        (["--niet", "9.9"], "3.3"),
        (["--gemeente", "Amsterdam"], "West Betuwe"),
        (["--doelgroep", "iedereen"], "jongeren"),
        (["--vorm", "online"], "alleen, groep"),
        (["--max-kosten", "-1"], "0"),
        (["--kenmerk", "3.3", "--niet", "3.3"], "--niet"),
    ],
)
def test_a_wrong_condition_names_the_right_ones(here: Run, words: list[str], allowed: str) -> None:
    done = here("narrow", "--json", *words)

    assert done.returncode == 1
    assert done.stdout == ""
    assert words[0] in done.stderr
    assert allowed in done.stderr
    assert len(done.stderr.splitlines()) == 1
