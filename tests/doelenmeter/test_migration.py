from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from doelenmeter import goals, scores
from doelenmeter.tables import CheckIn, Kind
from store.base import Base
from store.migrate import migrate, migrate_down
from store.session import engine
from tests.doelenmeter.conftest import NOW, People, agreed_goal

OURS = {
    "goal",
    "goal_step",
    "goal_wording",
    "goal_agreement",
    "check_in",
    "score",
    "remark",
    "schedule",
    "prompt",
    "goal_grant",
}


def test_the_migration_makes_exactly_the_tables_of_the_models(database_url: str) -> None:
    made = engine(database_url)
    with made.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    made.dispose()

    ours = [change for change in differences if any(f"'{name}'" in str(change) for name in OURS)]
    assert ours == []


def test_the_migration_goes_down_and_up_again(database_url: str) -> None:
    migrate_down(database_url, "0002")
    made = engine(database_url)
    assert OURS.isdisjoint(inspect(made).get_table_names())
    migrate(database_url)
    assert set(inspect(made).get_table_names()) >= OURS
    made.dispose()


def test_a_target_date_moves_to_the_words_and_back(
    database_url: str, session: Session, people: People
) -> None:
    goal = agreed_goal(session, people)
    opened = scores.open_check_in(session, goal.id, kind=Kind.WEEKLY, now=NOW)
    session.commit()
    wanted = goals.latest(session, goal.id).target_date
    session.close()
    migrate_down(database_url, "0007")
    made = engine(database_url)
    with made.connect() as connection:
        found = connection.execute(text("SELECT target_date FROM goal")).scalar_one()
        assert str(found) == wanted.isoformat()
    migrate(database_url)

    with Session(made) as after:
        assert goals.latest(after, goal.id).target_date == wanted
        assert goals.in_force(after, goal.id) is not None
        assert after.get_one(CheckIn, opened.id).wording.title == "Op tijd op mijn werk"
    made.dispose()
