"""Notices to be delivered, and what became of each."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _notices()
    _letters()


def _notices() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column(
            "reservation_id",
            sa.String(),
            sa.ForeignKey("reservation.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("method", sa.String(32), nullable=False),
        sa.Column("next_method", sa.String(32)),
        *_posted(),
    )
    kept = sa.text("state != 'dropped'")
    op.create_index(
        "uq_notice_reservation_method",
        "notice",
        ["reservation_id", "method"],
        unique=True,
        sqlite_where=kept,
        postgresql_where=kept,
    )
    op.create_index("ix_notice_due", "notice", ["state", "due_at"])


def _letters() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("to_address", sa.String()),
        sa.Column("facts", sa.JSON()),
        *_posted(),
    )
    op.create_index("ix_letter_due", "letter", ["state", "due_at"])


def _posted() -> list[sa.Column[object]]:
    return [
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("handed_at", UtcDateTime()),
        sa.Column("outcome", sa.String(), nullable=False),
    ]
