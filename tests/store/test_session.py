import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine, Integer, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

from store.session import engine, sessions, writing
from store.types import UtcDateTime


class Base(DeclarativeBase):
    pass


class Moment(Base):
    __tablename__ = "test_moment"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime())


@pytest.fixture
def moments(make_session: sessionmaker[Session]) -> sessionmaker[Session]:
    bound: Engine = make_session.kw["bind"]
    Base.metadata.create_all(bound)
    return make_session


def test_moments_come_back_as_the_same_moment_in_utc(moments: sessionmaker[Session]) -> None:
    summer = datetime(2026, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    with writing(moments) as session:
        session.add(Moment(id=1, at=summer))
    with moments() as session:
        found = session.get_one(Moment, 1).at
    assert found == summer
    assert found.tzinfo is UTC
    assert found.hour == 7


def test_a_moment_without_a_zone_is_refused(moments: sessionmaker[Session]) -> None:
    with pytest.raises(Exception, match="needs a zone"), writing(moments) as session:
        session.add(Moment(id=1, at=datetime(2026, 7, 1, 9, 30)))


def test_writing_commits_and_an_error_undoes_all_of_it(moments: sessionmaker[Session]) -> None:
    now = datetime(2026, 7, 1, tzinfo=UTC)
    with writing(moments) as session:
        session.add(Moment(id=1, at=now))

    def fail() -> None:
        with writing(moments) as session:
            session.add(Moment(id=2, at=now))
            session.flush()
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        fail()
    with moments() as session:
        assert [moment.id for moment in session.query(Moment)] == [1]


def test_foreign_keys_hold(make_session: sessionmaker[Session]) -> None:
    orphan = text("INSERT INTO instrument_document (code, card) VALUES ('R99', '{}')")
    with pytest.raises(IntegrityError), writing(make_session) as session:
        session.execute(orphan)


@pytest.mark.parametrize("process", ["the same", "another"])
def test_a_second_writer_waits_for_the_first(
    moments: sessionmaker[Session], database_url: str, process: str
) -> None:
    """Both read before they write: on SQLite the moment where an impatient writer is refused."""
    now = datetime(2026, 7, 1, tzinfo=UTC)
    errors: list[Exception] = []
    factory = moments if process == "the same" else sessions(database_url)

    def second() -> None:
        try:
            with writing(factory) as session:
                session.add(Moment(id=2, at=now))
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=second)
    with writing(moments) as session:
        assert session.query(Moment).count() == 0
        thread.start()
        thread.join(timeout=0.3)
        session.add(Moment(id=1, at=now))
    thread.join(timeout=10)
    assert not errors
    with moments() as session:
        assert session.query(Moment).count() == 2
    factory.kw["bind"].dispose()


def test_reading_goes_on_while_somebody_writes(moments: sessionmaker[Session]) -> None:
    with writing(moments) as writer:
        writer.add(Moment(id=1, at=datetime(2026, 7, 1, tzinfo=UTC)))
        writer.flush()
        with moments() as reader:
            assert reader.query(Moment).count() == 0


def test_the_folder_of_a_new_sqlite_file_is_made(tmp_path: Path) -> None:
    made = engine(f"sqlite:///{tmp_path / 'new' / 'folder' / 'x.db'}")
    with made.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA busy_timeout")) == 5000
    made.dispose()


def test_objects_stay_readable_after_a_commit(moments: sessionmaker[Session]) -> None:
    with writing(moments) as session:
        moment = Moment(id=1, at=datetime(2026, 7, 1, tzinfo=UTC))
        session.add(moment)
    assert moment.id == 1
