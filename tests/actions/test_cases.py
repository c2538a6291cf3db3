"""Where a coach begins a case, and what its parts are."""

import pytest

from actions.cases import parts
from caseload.requests import open_requests
from tests.actions.talk import DEBTS, Talk

CASE = "man 19, Tiel, schulden, kan niet plannen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mw. Yıldız, 41, Tiel", ["mw. Yıldız", "41", "Tiel"]),
        ("mw 29 / Tiel / taal zwak", ["mw 29", "Tiel", "taal zwak"]),
        ("schulden. Durft niet.", ["schulden", "Durft niet"]),
        ("max € 500 en geen groep", ["max € 500", "geen groep"]),
        ("alleen di en do", ["alleen di en do"]),
    ],
)
def test_parts(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("step", ["request", "argument"])
@pytest.mark.parametrize("lead", ["", "prima, volgende: "])
def test_a_case_is_no_sentence_for_somebody_else(coach: Talk, step: str, lead: str) -> None:
    coach.at(step, before="advice", chosen="R01")
    coach.types(lead + CASE, "find_instrument", kenmerken={DEBTS: "schulden"}, gemeente="Tiel")

    assert coach.said[0] == "utter_new_case"
    assert coach.known.wanted == {DEBTS}
    assert coach.known.gemeente == "Tiel"
    assert not open_requests(coach.session)


def test_a_sentence_with_an_age_in_it_is_kept(coach: Talk) -> None:
    coach.at("request", before="advice").types("bel mij over mw 34, Tiel, schulden")
    assert [request.sentence for request in open_requests(coach.session)] == [
        "bel mij over mw 34, Tiel, schulden"
    ]
