"""Sets, editions, where items are, what is set aside for whom, and 順番予約."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('queued', 'in_transit', 'ready')")


def upgrade() -> None:
    _branches()
    _titles()
    _items()
    _reservations()
    _patrons()


def _branches() -> None:
    op.add_column(
        "branch", sa.Column("closed_weekdays", sa.JSON(), nullable=False, server_default="[]")
    )
    op.add_column("branch", _text("hours"))


def _titles() -> None:
    op.add_column("title", sa.Column("set_id", sa.String()))
    op.add_column("title", _text("part"))
    op.add_column("title", sa.Column("part_rank", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("title", _text("work"))
    op.create_index("ix_title_set_id", "title", ["set_id"])
    op.create_index("ix_title_work", "title", ["work"])


def _items() -> None:
    _refer("item", _branch("at_branch_id"))
    _refer("item", _branch("bound_for_id"))


def _reservations() -> None:
    set_aside = sa.ForeignKey("item.barcode", name="fk_reservation_item_barcode_item")
    _refer("reservation", sa.Column("item_barcode", sa.String(), set_aside))
    op.add_column("reservation", _no("any_edition"))
    op.add_column("reservation", sa.Column("sequence_id", sa.String()))
    op.add_column("reservation", sa.Column("sequence_rank", sa.Integer()))
    op.create_index("ix_reservation_sequence_id", "reservation", ["sequence_id"])
    op.create_index(
        "uq_reservation_open_item",
        "reservation",
        ["item_barcode"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def _patrons() -> None:
    op.add_column("patron", _no("keeps_history"))


def _refer(table: str, column: sa.Column[str]) -> None:
    """Add a column that refers to another table.

    SQLite would write the whole table anew, and so drop one that others refer to.
    """
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    op.add_column(table, column, inline_references=is_sqlite)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default="")


def _no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _branch(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), sa.ForeignKey("branch.id", name=f"fk_item_{name}_branch"))
