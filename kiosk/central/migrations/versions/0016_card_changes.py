"""What changed of that which opens a card, and who was told that a certificate ends."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    patron = sa.ForeignKey("patron.id", ondelete="CASCADE")
    op.create_table(
        "card_change",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("patron_id", sa.String(), patron, nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("at_counter", sa.Boolean(), nullable=False),
        sa.Column("letter_id", sa.String()),
    )
    op.create_index("ix_card_change_patron_id", "card_change", ["patron_id"])
    op.create_index("ix_card_change_changed_at", "card_change", ["changed_at"])
    op.add_column("credential", sa.Column("end_told_at", UtcDateTime()))
