"""Who does a recurring job now, how it went, and which process has a delivery in hand."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("holder", sa.String()),
        sa.Column("held_until", UtcDateTime()),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("ended_at", UtcDateTime()),
        sa.Column("done_at", UtcDateTime()),
        sa.Column("outcome", sa.String(32)),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("took_ms", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
    )
    op.create_table(
        "deliverer",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("alive_until", UtcDateTime(), nullable=False),
    )
    op.add_column("notice", sa.Column("holder", sa.String()))
    op.add_column("letter", sa.Column("holder", sa.String()))
