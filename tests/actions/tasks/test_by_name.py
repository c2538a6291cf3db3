"""Whom a coach means: by name, by a part of it, or by initials."""

import pytest

from actions.tasks.by_name import Named, by_name
from caseload.models import Role
from caseload.people import add_person, link
from tests.actions.talk import NOW, Talk
from tests.actions.tasks.conftest import person

CLIENTS = ["R.D.", "R.K.", "mevr. Van Dijk", "Noor", "Noor B.", "Ali", "Jan-Willem de Boer"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("hoe gaat het met R.D.", "R.D."),
        ("score rd +1", "R.D."),
        ("r d 0", "R.D."),
        ("pauzeer doel van R.K.", "R.K."),
        ("hoe staat mevr. van Dijk ervoor", "mevr. Van Dijk"),
        ("van dijk", "mevr. Van Dijk"),
        ("score Noor +1", "Noor"),
        ("score noor b. +1", "Noor B."),
        ("Ali's score", "Ali"),
        ("jan willem de boer", "Jan-Willem de Boer"),
        ("een ander doel", None),
        ("januari", None),
        ("de alinea", None),
        ("iemand anders", None),
    ],
)
def test_who_is_named(words: str, name: str | None) -> None:
    choices = [Named(number, title) for number, title in enumerate(CLIENTS)]
    found = by_name(words, choices)

    assert (CLIENTS[found] if found is not None else None) == name


@pytest.mark.parametrize("words", ["R.D.", "rd", "r.d. graag"])
def test_only_initials_answer_whose_it_is(coach: Talk, words: str) -> None:
    for name in CLIENTS[:3]:
        made = add_person(coach.session, role=Role.CLIENT, name=name, now=NOW)
        link(coach.session, coach_id=person(coach), client_id=made.id, now=NOW)
    coach.types("waar staat mijn klant", "progress_show").types(words, "out_of_scope")

    assert "R.D. heeft nog geen ja gezegd" in coach.text


@pytest.mark.parametrize("words", ["rapport van de regio", "hoe gaat het met de lijst van mevr"])
def test_a_small_word_of_a_name_names_nobody(coach: Talk, words: str) -> None:
    made = add_person(coach.session, role=Role.CLIENT, name="mevr. van Dijk", now=NOW)
    link(coach.session, coach_id=person(coach), client_id=made.id, now=NOW)
    coach.types(words, "report")

    assert coach.said[0] == "utter_report"
