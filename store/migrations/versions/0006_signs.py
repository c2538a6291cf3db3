"""What somebody wants to see before the levels of a goal."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_choice",
        sa.Column(
            "person_id",
            sa.Integer,
            sa.ForeignKey("person.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("signs", sa.String(8), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("sign_choice")
