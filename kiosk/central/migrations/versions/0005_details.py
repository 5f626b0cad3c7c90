"""What patrons change about themselves: contacts to be confirmed, passwords to be reset."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    patron = sa.ForeignKey("patron.id", ondelete="CASCADE")
    op.create_table(
        "code",
        sa.Column("patron_id", sa.String(), patron, primary_key=True),
        sa.Column("purpose", sa.String(32), primary_key=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used_at", UtcDateTime()),
    )
    op.create_index("ix_code_expires_at", "code", ["expires_at"])
