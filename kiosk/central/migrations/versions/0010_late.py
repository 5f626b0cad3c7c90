"""Refusals, the first answers to what was asked in vain; what a renewal was asked for."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "refusal",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("permit_id", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("refused_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(32)),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("due_at", UtcDateTime()),
        sa.Column("method", sa.String(32)),
        sa.Column("letter_id", sa.String(), sa.ForeignKey("letter.id", ondelete="SET NULL")),
        sa.Column("patron_id", sa.String(), sa.ForeignKey("patron.id", ondelete="SET NULL")),
        sa.Column("pickup_id", sa.String(), sa.ForeignKey("branch.id", ondelete="SET NULL")),
        sa.Column("number", sa.String()),
        sa.Column("title_name", sa.String()),
    )
    op.create_index("ix_refusal_state", "refusal", ["state", "due_at"])
    op.create_index("ix_refusal_refused_at", "refusal", ["refused_at"])
    op.add_column("loan", sa.Column("renewed_from", sa.Date()))
