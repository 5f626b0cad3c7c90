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
