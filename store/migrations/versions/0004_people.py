"""Invites, wrong codes, consent, handovers, erasures, and links to one goal."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def key() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def moment(name: str = "at", *, needed: bool = True, index: bool = False) -> sa.Column[object]:
    return sa.Column(name, MOMENT, nullable=not needed, index=index)


def word(name: str, length: int = 16, *, needed: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=not needed)


def hashed(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), nullable=False, unique=True)


def points_at(
    table: str, name: str, *, needed: bool = True, when_gone: str = "CASCADE"
) -> sa.Column[int]:
    points = sa.ForeignKey(f"{table}.id", ondelete=when_gone)
    return sa.Column(name, sa.Integer, points, nullable=not needed, index=True)


def upgrade() -> None:
    invites()
    op.create_table(
        "consent",
        key(),
        points_at("person", "person_id"),
        word("purpose"),
        sa.Column("given", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        moment(),
    )
    handovers()
    op.create_table(
        "erasure",
        sa.Column("id", sa.String(32), primary_key=True),
        word("role"),
        moment(),
    )
    op.create_table(
        "goal_grant",
        key(),
        points_at("goal", "goal_id"),
        points_at("person", "by_id", needed=False, when_gone="SET NULL"),
        points_at("person", "person_id", needed=False),
        word("name", 80),
        hashed("token_hash"),
        moment("created_at"),
        moment("expires_at"),
        moment("used_at", needed=False),
        moment("ended_at", needed=False),
    )


def invites() -> None:
    op.create_table(
        "invite",
        key(),
        points_at("person", "by_id", needed=False),
        points_at("person", "person_id", needed=False),
        word("role", needed=False),
        word("name", 80, needed=False),
        hashed("code_hash"),
        hashed("token_hash"),
        moment("created_at"),
        moment("expires_at"),
        moment("used_at", needed=False),
        moment("revoked_at", needed=False),
    )
    op.create_table(
        "wrong_code", key(), points_at("channel_account", "account_id"), moment(index=True)
    )


def handovers() -> None:
    op.create_table(
        "handover",
        key(),
        points_at("person", "client_id"),
        points_at("person", "from_id", needed=False, when_gone="SET NULL"),
        points_at("person", "to_id"),
        sa.Column("summary", sa.Text, nullable=False),
        word("state"),
        moment("proposed_at"),
        moment("changed_at"),
    )
    op.create_index(
        "one_open_handover",
        "handover",
        ["client_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('proposed', 'agreed')"),
        postgresql_where=sa.text("state IN ('proposed', 'agreed')"),
    )


def downgrade() -> None:
    for table in ("goal_grant", "erasure", "handover", "consent", "wrong_code", "invite"):
        op.drop_table(table)
