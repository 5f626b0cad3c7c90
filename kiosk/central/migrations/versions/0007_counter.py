"""Staff, what they looked at, and patrons who call for a librarian."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _calls()
    _staff()
    _looks()


def _calls() -> None:
    kiosk = sa.ForeignKey("kiosk.number", ondelete="CASCADE")
    op.create_table(
        "librarian_call",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("kiosk_number", sa.String(), kiosk, nullable=False),
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("screen", sa.String(), nullable=False),
        sa.Column("called_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("ended_at", UtcDateTime()),
    )
    is_open = sa.text("state != 'done'")
    op.create_index(
        "uq_librarian_call_open_kiosk",
        "librarian_call",
        ["kiosk_number"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("number", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("branch_id", sa.String(), sa.ForeignKey("branch.id"), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("left_at", UtcDateTime()),
    )
    op.create_table(
        "staff_session",
        sa.Column("token_hash", sa.String(), primary_key=True),
        sa.Column("staff_number", sa.String(), sa.ForeignKey("staff.number"), nullable=False),
        sa.Column("branch_id", sa.String(), sa.ForeignKey("branch.id"), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False, index=True),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
    )


def _looks() -> None:
    staff, patron = sa.ForeignKey("staff.number"), sa.ForeignKey("patron.id", ondelete="CASCADE")
    op.create_table(
        "look",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("staff_number", sa.String(), staff, nullable=False, index=True),
        sa.Column("patron_id", sa.String(), patron, nullable=False, index=True),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("looked_at", UtcDateTime(), nullable=False, index=True),
    )
