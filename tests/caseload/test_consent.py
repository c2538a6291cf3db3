from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from caseload import consent
from caseload.models import Purpose, Role
from caseload.people import add_person
from store.datafile import DataFileError

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def person(session: Session) -> int:
    return add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW).id


def newer_text(folder: Path, *, renew: bool) -> Path:
    """The file as it is, with a second version of the text about goals."""
    version = (
        "      - {version: 2, title: Nieuw, kept: Meer., seen: Jij., withdraw: Zeg het.,"
        f" renew: {str(renew).lower()}}}\n\n  - code: weekly"
    )
    changed = folder / "consent.yml"
    words = consent.FILE.read_text(encoding="utf-8")
    changed.write_text(words.replace("  - code: weekly", version, 1), encoding="utf-8")
    return changed


def test_nobody_consents_to_anything_before_saying_so(session: Session, person: int) -> None:
    assert not any(consent.has(session, person, purpose) for purpose in Purpose)
    assert consent.history(session, person) == []


def test_a_yes_is_for_one_purpose_of_one_person(session: Session, person: int) -> None:
    other = add_person(session, role=Role.CLIENT, name="Mo", now=NOW).id
    consent.give(session, person, Purpose.GOALS, now=NOW)

    given = [p for p in Purpose if consent.has(session, person, p)]
    assert given == [Purpose.GOALS]
    assert not consent.has(session, other, Purpose.GOALS)


def test_a_yes_is_taken_back_and_given_again_and_all_of_it_is_remembered(
    session: Session, person: int
) -> None:
    consent.give(session, person, Purpose.WEEKLY, now=NOW)
    consent.withdraw(session, person, Purpose.WEEKLY, now=LATER)
    assert not consent.has(session, person, Purpose.WEEKLY)
    consent.give(session, person, Purpose.WEEKLY, now=LATER)
    assert consent.has(session, person, Purpose.WEEKLY)

    rows = consent.history(session, person)
    assert [(row.given, row.version, row.at) for row in rows] == [
        (True, 1, NOW),
        (False, 1, LATER),
        (True, 1, LATER),
    ]


def test_saying_it_twice_is_saying_it_once(session: Session, person: int) -> None:
    consent.withdraw(session, person, Purpose.GOALS, now=NOW)
    for _ in range(2):
        consent.give(session, person, Purpose.GOALS, now=NOW)
    for _ in range(2):
        consent.withdraw(session, person, Purpose.GOALS, now=NOW)

    assert [row.given for row in consent.history(session, person)] == [True, False]


def test_rows_are_never_changed(session: Session, person: int) -> None:
    consent.give(session, person, Purpose.GOALS, now=NOW)
    (row,) = consent.history(session, person)
    row.given = False

    with pytest.raises(TypeError, match="never changed"):
        session.flush()


@pytest.mark.parametrize("renew", [True, False])
def test_a_new_text_asks_again_only_where_it_says_so(
    session: Session, person: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renew: bool
) -> None:
    for purpose in (Purpose.GOALS, Purpose.WEEKLY):
        consent.give(session, person, purpose, now=NOW)
    monkeypatch.setattr(consent, "FILE", newer_text(tmp_path, renew=renew))

    assert consent.has(session, person, Purpose.GOALS) is not renew
    assert consent.has(session, person, Purpose.WEEKLY)
    assert consent.text(Purpose.GOALS).title == "Nieuw"

    consent.give(session, person, Purpose.GOALS, now=LATER)

    assert consent.has(session, person, Purpose.GOALS)
    last = consent.history(session, person)[-1]
    assert (last.version, consent.text_of(last).kept) == (2, "Meer.")


def test_every_text_tells_what_is_kept_who_sees_it_and_the_way_back() -> None:
    for purpose in Purpose:
        text = consent.text(purpose)
        assert len({text.title, text.kept, text.seen, text.withdraw}) == 4


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("  - code: figures", "  - code: weekly", "once each"),
        ("code: figures", "code: money", "money"),
        ("version: 1", "version: 2", "1, 2, 3"),
        ("        seen:", "        see:", "seen"),
    ],
)
def test_a_mistake_in_the_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, problem: str
) -> None:
    wrong = tmp_path / "consent.yml"
    words = consent.FILE.read_text(encoding="utf-8")
    wrong.write_text(words.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(consent, "FILE", wrong)

    with pytest.raises(DataFileError, match=problem):
        consent.text(Purpose.GOALS)
