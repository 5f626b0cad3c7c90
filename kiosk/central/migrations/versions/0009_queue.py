"""Why a place in the queue changed."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    title = sa.ForeignKey("title.id", ondelete="CASCADE")
    op.create_table(
        "queue_change",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("title_id", sa.String(), title, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("any_edition", sa.Boolean(), nullable=False),
        sa.Column("quota_group", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(32), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False, index=True),
    )
    op.create_index("ix_queue_change_title_id_place", "queue_change", ["title_id", "place"])
