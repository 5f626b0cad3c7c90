"""IC cards that patrons bound."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    patron = sa.ForeignKey("patron.id", ondelete="CASCADE")
    op.create_table(
        "ic_card",
        sa.Column("patron_id", sa.String(), patron, primary_key=True),
        sa.Column("identifier_hash", sa.String(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("bound_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("identifier_hash"),
    )
