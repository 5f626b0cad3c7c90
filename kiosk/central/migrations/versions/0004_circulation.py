"""Reading histories, an item's place on the hold shelf, and the day of a loan's renewal."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("item", sa.Column("hold_shelf", sa.String(), nullable=False, server_default=""))
    op.add_column("loan", sa.Column("renewed_on", sa.Date()))
    op.create_table(
        "history",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column(
            "patron_id",
            sa.String(),
            sa.ForeignKey("patron.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("title_id", sa.String(), sa.ForeignKey("title.id"), nullable=False),
        sa.Column("lent_on", sa.Date(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=False),
    )
