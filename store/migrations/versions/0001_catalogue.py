"""The catalogue, the advice that was on screen, and what people chose."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def plain_text(length: int) -> sa.String:
    by_code_point = postgresql.VARCHAR(length, collation="C")
    return sa.String(length).with_variant(by_code_point, "postgresql")


def upgrade() -> None:
    op.create_table(
        "term",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("value", sa.String(80), primary_key=True),
        sa.Column("bit", sa.Integer, nullable=False),
        sa.UniqueConstraint("kind", "bit"),
    )
    op.create_table(
        "instrument",
        sa.Column("code", plain_text(16), primary_key=True),
        sa.Column("proposable", sa.Boolean, nullable=False),
        sa.Column("routes", sa.BigInteger, nullable=False),
        sa.Column("kenmerken", sa.BigInteger, nullable=False),
        sa.Column("gemeenten", sa.BigInteger, nullable=False),
        sa.Column("doelgroepen", sa.BigInteger, nullable=False),
        sa.Column("form", sa.String(8), nullable=False),
        sa.Column("cost", sa.Integer),
        sa.Column("weeks", sa.Integer),
        sa.Column("wait", sa.Integer),
        sa.Column("effectiveness", sa.Integer, nullable=False),
        sa.Column("sort_name", plain_text(200), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(120), nullable=False),
    )
    op.create_table(
        "instrument_document",
        sa.Column(
            "code",
            plain_text(16),
            sa.ForeignKey("instrument.code", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("card", sa.JSON, nullable=False),
    )
    op.create_table(
        "catalogue",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.String(16), nullable=False),
    )
    op.create_table(
        "advice",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("conversation_id", sa.String(32), nullable=False, index=True),
        sa.Column("person_id", sa.Integer, index=True),
        sa.Column("known", sa.JSON, nullable=False),
        sa.Column("shown", sa.JSON, nullable=False),
        sa.Column("catalogue_version", sa.String(16), nullable=False),
    )
    op.create_table(
        "choice",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("conversation_id", sa.String(32), nullable=False, index=True),
        sa.Column("person_id", sa.Integer, index=True),
        sa.Column("instrument", sa.String(16), nullable=False, index=True),
        sa.Column(
            "advice_id",
            sa.Integer,
            sa.ForeignKey("advice.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("advised", sa.Boolean, nullable=False),
        sa.Column("argument", sa.Text),
    )


def downgrade() -> None:
    for table in ("choice", "advice", "catalogue", "instrument_document", "instrument", "term"):
        op.drop_table(table)
