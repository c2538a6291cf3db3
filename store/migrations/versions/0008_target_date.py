"""The day by which a goal is wanted is one of its words: it changes when both agree."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

GOAL = sa.table("goal", *map(sa.column, ("id", "target_date")))
WORDING = sa.table("goal_wording", *map(sa.column, ("id", "goal_id", "target_date")))


def upgrade() -> None:
    of_goal = sa.select(GOAL.c.target_date).where(GOAL.c.id == WORDING.c.goal_id)
    move(GOAL, WORDING, of_goal)


def downgrade() -> None:
    newest = sa.select(WORDING.c.target_date).where(WORDING.c.goal_id == GOAL.c.id)
    move(WORDING, GOAL, newest.order_by(WORDING.c.id.desc()).limit(1))


def move(old: sa.TableClause, new: sa.TableClause, value: sa.Select[tuple[object]]) -> None:
    """Move the column to another table, with what it holds there."""
    op.add_column(new.name, sa.Column("target_date", sa.Date))
    op.execute(sa.update(new).values(target_date=value.scalar_subquery()))
    with op.batch_alter_table(new.name) as table:
        table.alter_column("target_date", nullable=False)
    with op.batch_alter_table(old.name) as table:
        table.drop_column("target_date")
