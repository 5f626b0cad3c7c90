"""Limits that a constraint holds: a numbered slot for each open reservation and loan."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# Whoever has more than a limit of today keeps all of them: the numbers go on.
RESERVATIONS = """
UPDATE reservation SET quota_slot = numbered.slot FROM (
    SELECT id, row_number() OVER (
        PARTITION BY patron_id, quota_group, state IN ('queued', 'in_transit', 'ready')
        ORDER BY place
    ) AS slot FROM reservation
) AS numbered WHERE numbered.id = reservation.id
"""
LOANS = """
UPDATE loan SET slot = numbered.slot FROM (
    SELECT id, row_number() OVER (PARTITION BY patron_id ORDER BY lent_on, id) AS slot
    FROM loan WHERE returned_at IS NULL
) AS numbered WHERE numbered.id = loan.id
"""


def upgrade() -> None:
    # The default is there only until the rows are numbered; whoever adds one says its own.
    slot = sa.Column("quota_slot", sa.Integer(), nullable=False, server_default="1")
    op.add_column("reservation", slot)
    op.add_column("loan", sa.Column("slot", sa.Integer()))
    op.execute(RESERVATIONS)
    op.execute(LOANS)
    _unique(
        "uq_reservation_open_slot",
        "reservation",
        ["patron_id", "quota_group", "quota_slot"],
        "state IN ('queued', 'in_transit', 'ready')",
    )
    _unique("uq_loan_open_slot", "loan", ["patron_id", "slot"], "returned_at IS NULL")


def _unique(name: str, table: str, columns: list[str], where: str) -> None:
    open_ones = sa.text(where)
    op.create_index(
        name,
        table,
        columns,
        unique=True,
        sqlite_where=open_ones,
        postgresql_where=open_ones,
    )
