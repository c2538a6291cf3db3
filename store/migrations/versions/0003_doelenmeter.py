"""Goals, their wordings, check-ins with scores, schedules and prompts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def key() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def moment(name: str = "at") -> sa.Column[object]:
    return sa.Column(name, MOMENT, nullable=False)


def word(name: str, length: int = 16) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def part_of(table: str) -> sa.Column[int]:
    name = table.removeprefix("goal_") + "_id"
    points = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Integer, points, nullable=False, index=True)


def who_wrote() -> sa.Column[int]:
    points = sa.ForeignKey("person.id", ondelete="SET NULL")
    return sa.Column("person_id", sa.Integer, points, index=True)


def upgrade() -> None:
    goals()
    check_ins()
    prompts()


def goals() -> None:
    op.create_table(
        "goal",
        key(),
        sa.Column(
            "client_id",
            sa.Integer,
            sa.ForeignKey("person.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        word("kenmerk"),
        sa.Column("instrument", sa.String(16)),
        word("scale", 24),
        sa.Column("start_date", sa.Date, nullable=False),
        sa.Column("target_date", sa.Date, nullable=False),
        word("state"),
        moment("created_at"),
    )
    op.create_table(
        "goal_step",
        key(),
        part_of("goal"),
        word("state"),
        word("by"),
        sa.Column("reason", sa.Text),
        moment(),
    )
    op.create_table(
        "goal_wording",
        key(),
        part_of("goal"),
        word("title", 200),
        sa.Column("setting", sa.Text, nullable=False),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("texts", sa.JSON, nullable=False),
        word("by"),
        sa.Column("reason", sa.Text),
        moment(),
    )
    op.create_table(
        "goal_agreement",
        sa.Column(
            "wording_id",
            sa.Integer,
            sa.ForeignKey("goal_wording.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("by", sa.String(16), primary_key=True),
        who_wrote(),
        moment(),
    )


def check_ins() -> None:
    op.create_table(
        "check_in",
        key(),
        part_of("goal"),
        part_of("goal_wording"),
        word("kind"),
        moment("opened_at"),
        sa.Column("closed_at", MOMENT),
    )
    op.create_table(
        "score",
        key(),
        part_of("check_in"),
        word("by"),
        who_wrote(),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("replaces_id", sa.Integer, sa.ForeignKey("score.id", ondelete="CASCADE")),
        sa.Column("reason", sa.Text),
        moment(),
        sa.UniqueConstraint("replaces_id"),
    )
    op.create_index(
        "one_first_score",
        "score",
        ["check_in_id", "by"],
        unique=True,
        sqlite_where=sa.text("replaces_id IS NULL"),
        postgresql_where=sa.text("replaces_id IS NULL"),
    )
    op.create_table(
        "remark",
        key(),
        part_of("check_in"),
        word("by"),
        who_wrote(),
        word("topic"),
        sa.Column("words", sa.Text, nullable=False),
        moment(),
    )


def prompts() -> None:
    op.create_table(
        "schedule",
        sa.Column(
            "person_id",
            sa.Integer,
            sa.ForeignKey("person.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("weekday", sa.Integer, nullable=False),
        sa.Column("at", sa.Time, nullable=False),
        sa.Column("any_time", sa.Boolean, nullable=False),
        sa.Column("next_due", MOMENT, index=True),
    )
    op.create_table(
        "prompt",
        key(),
        part_of("person"),
        word("kind"),
        sa.Column("goal_id", sa.Integer, sa.ForeignKey("goal.id", ondelete="CASCADE"), index=True),
        sa.Column("follows_id", sa.Integer, sa.ForeignKey("prompt.id", ondelete="CASCADE")),
        sa.Column("any_time", sa.Boolean, nullable=False),
        moment("due_at"),
        moment("send_at"),
        word("state"),
        sa.Column("claim", sa.String(16)),
        moment("changed_at"),
        sa.Column("note", sa.String(40)),
        sa.Column("answered_at", MOMENT),
        sa.UniqueConstraint("follows_id"),
    )
    op.create_index("prompt_work", "prompt", ["state", "send_at"])


def downgrade() -> None:
    for table in (
        "prompt",
        "schedule",
        "remark",
        "score",
        "check_in",
        "goal_agreement",
        "goal_wording",
        "goal_step",
        "goal",
    ):
        op.drop_table(table)
