import shutil
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from catalogue.known import Known
from catalogue.load import FOLDER, fill, load, read_cards, version
from catalogue.search import instrument, names, search
from store.datafile import DataFileError
from store.session import writing
from tests.catalogue.made import card


@pytest.fixture
def one_file(tmp_path: Path) -> Path:
    shutil.copy(FOLDER / "R01.yml", tmp_path / "R01.yml")
    return tmp_path / "R01.yml"


def test_the_whole_example_comes_back_as_it_was_written(session: Session) -> None:
    load(session)
    written = {one.code: one for one in read_cards()}
    assert {code: instrument(session, code) for code, _, _ in names(session)} == written


def test_loading_twice_changes_nothing(make_session: sessionmaker[Session]) -> None:
    with writing(make_session) as session:
        first = load(session)
    with writing(make_session) as session:
        counted = session.connection().exec_driver_sql("SELECT count(*) FROM instrument").scalar()
        assert load(session) == first == version(session)
        again = session.connection().exec_driver_sql("SELECT count(*) FROM instrument").scalar()
        assert counted == again == len(read_cards())


def test_new_data_replaces_old_and_has_its_own_version(session: Session) -> None:
    assert version(session) == ""
    first = fill(session, [card("R01"), card("R02", kenmerken=("5.2",))])
    second = fill(session, [card("R02", kenmerken=("1.1",)), card("R03", gemeenten=("Buren",))])
    assert first != second == version(session)
    found = search(session, Known(wanted=frozenset({"1.1"})))
    assert [fit.instrument.code for fit in found.fits] == ["R02"]
    assert instrument(session, "R01") is None
    assert search(session, Known(gemeente="Buren")).total == 2


def test_equal_content_has_an_equal_version_in_any_order(session: Session) -> None:
    one, two = card("R01"), card("R02")
    assert fill(session, [one, two]) == fill(session, [two, one])


def test_two_instruments_with_one_code_are_refused(session: Session) -> None:
    with pytest.raises(ValueError, match="one code"):
        fill(session, [card("R01"), card("R01", grade=8.0)])


def test_more_gemeenten_than_bits_is_refused(session: Session) -> None:
    with pytest.raises(ValueError, match="at most 62"):
        fill(session, [card("R01", gemeenten=tuple(f"G{number}" for number in range(63)))])


def test_sixty_two_gemeenten_all_count(session: Session) -> None:
    many = [f"G{number:02}" for number in range(62)]
    fill(session, [card(f"R{number:02}", gemeenten=(many[number],)) for number in range(62)])
    for number in (0, 31, 32, 61):
        found = search(session, Known(gemeente=many[number])).fits
        assert [fit.instrument.code for fit in found] == [f"R{number:02}"]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('kenmerken: ["3.3"', 'kenmerken: ["9.9"', r"R01.yml:\d+.*9.9 does not exist"),
        ("routes: [A]", "routes: [Z]", r"R01.yml:\d+.*Z does not exist"),
        ("code: R01", "code: R02", r"R01.yml:1.*another name"),
        ("category: 2", "category: 9", r"R01.yml:\d+.*category"),
        ("pros:\n", "pros:\n  - Nog een.\n", r"R01.yml.*pros and cons"),
    ],
)
def test_a_fault_in_a_file_names_the_file_and_the_mend(
    one_file: Path, old: str, new: str, why: str
) -> None:
    content = one_file.read_text(encoding="utf-8")
    assert old in content
    one_file.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=why):
        read_cards(one_file.parent)


def test_a_fault_changes_nothing_in_the_tables(
    make_session: sessionmaker[Session], one_file: Path
) -> None:
    with writing(make_session) as session:
        before = load(session)
    one_file.write_text("code: [", encoding="utf-8")
    with pytest.raises(DataFileError), writing(make_session) as session:
        load(session, one_file.parent)
    with make_session() as session:
        assert version(session) == before
        assert session.scalar(text("SELECT count(*) FROM instrument")) == len(read_cards())
