"""Failed sign-ins, one by one, and cards that are closed for passwords."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _guards()
    _failed_tries()
    # What was counted so far lasts minutes; its hashes of card numbers had no key.
    op.execute(sa.text("DELETE FROM attempt"))


def _guards() -> None:
    op.create_table(
        "guard",
        sa.Column("subject", sa.String(), primary_key=True),
        sa.Column("last_at", UtcDateTime(), nullable=False, index=True),
        sa.Column("slowed_at", UtcDateTime()),
    )


def _failed_tries() -> None:
    op.create_table(
        "failed_try",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("card_hash", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("tried_at", UtcDateTime(), nullable=False, index=True),
        sa.Column("was_looked_at", sa.Boolean(), nullable=False),
        sa.Column("is_from_slowed", sa.Boolean(), nullable=False),
        sa.Column("delays", sa.Boolean(), nullable=False),
    )
    for name in ("card_hash", "place"):
        op.create_index(f"ix_failed_try_{name}_tried_at", "failed_try", [name, "tried_at"])
