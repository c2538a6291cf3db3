import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from actions.base import House
from actions.phrases import Phrases, load_phrases
from caseload.conversations import account, conversation
from caseload.models import Channel, Role
from caseload.people import add_person, link
from catalogue import kenmerken
from catalogue.kenmerken import Taxonomy
from catalogue.load import load
from store.session import sessions
from tests.actions.talk import NOW, Talk


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return kenmerken.load()


@pytest.fixture(scope="session")
def phrases() -> Phrases:
    return load_phrases()


@pytest.fixture(scope="session")
def filled_file(new_database: Callable[[str], str]) -> Path:
    """A database file with the whole example catalogue and no person; copied, never changed."""
    url = new_database("sqlite")
    factory = sessions(url)
    with factory.begin() as session:
        load(session)
    factory.kw["bind"].dispose()
    return Path(url.removeprefix("sqlite:///"))


@pytest.fixture
def factory(filled_file: Path, tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    """The session factory of a database of this test alone."""
    file = shutil.copy(filled_file, tmp_path / "house.db")
    made = sessions(f"sqlite:///{file}")
    yield made
    made.kw["bind"].dispose()


@pytest.fixture
def session(factory: sessionmaker[Session]) -> Iterator[Session]:
    with factory() as opened:
        yield opened


@pytest.fixture
def house(factory: sessionmaker[Session], taxonomy: Taxonomy, phrases: Phrases) -> House:
    return House(sessions=factory, now=lambda: NOW, taxonomy=taxonomy, phrases=phrases)


@pytest.fixture
def visitor(session: Session) -> Talk:
    """Somebody whom nobody knows: an anonymous client."""
    return Talk(session, _conversation(session, "visitor", None))


@pytest.fixture
def coach(session: Session) -> Talk:
    """Sandra, who coaches Rafiq."""
    sandra = add_person(session, role=Role.COACH, name="Sandra", now=NOW)
    return Talk(session, _conversation(session, "sandra", sandra.id))


@pytest.fixture
def client(session: Session, coach: Talk) -> Talk:
    """Rafiq, whose coach is Sandra."""
    rafiq = add_person(session, role=Role.CLIENT, name="Rafiq", now=NOW)
    sandra = coach.who.person_id
    assert sandra is not None
    link(session, coach_id=sandra, client_id=rafiq.id, now=NOW)
    return Talk(session, _conversation(session, "rafiq", rafiq.id))


def _conversation(session: Session, name: str, person_id: int | None) -> str:
    here = account(session, channel=Channel.WEB, external_id=name, person_id=person_id, now=NOW)
    return conversation(session, here.id, now=NOW)
