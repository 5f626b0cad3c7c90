"""How kiosks are let in: codes, keys and their change, and how each kiosk is."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _kiosks()
    _enrolments()


def _kiosks() -> None:
    texts, instants = (
        ("next_key_hash", "former_key_hash", "report"),
        ("key_since", "revoked_at", "seen_at"),
    )
    for name in texts:
        op.add_column("kiosk", sa.Column(name, sa.String()))
    for name in instants:
        op.add_column("kiosk", sa.Column(name, UtcDateTime()))
    # An index, for SQLite adds no constraint to a table that others refer to.
    op.create_index("uq_kiosk_next_key_hash", "kiosk", ["next_key_hash"], unique=True)


def _enrolments() -> None:
    op.create_table(
        "enrolment",
        sa.Column("kiosk_number", sa.String(), primary_key=True),
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("tries_left", sa.Integer(), nullable=False),
        sa.Column("key_hash", sa.String()),
    )
