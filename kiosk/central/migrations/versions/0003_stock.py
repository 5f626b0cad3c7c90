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
    with op.batch_alter_table("branch") as table:
        table.add_column(
            sa.Column("closed_weekdays", sa.JSON(), nullable=False, server_default="[]")
        )
        table.add_column(_text("hours"))


def _titles() -> None:
    with op.batch_alter_table("title") as table:
        table.add_column(sa.Column("set_id", sa.String()))
        table.add_column(_text("part"))
        table.add_column(sa.Column("part_rank", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(_text("work"))
    op.create_index("ix_title_set_id", "title", ["set_id"])
    op.create_index("ix_title_work", "title", ["work"])


def _items() -> None:
    with op.batch_alter_table("item") as table:
        table.add_column(_branch("at_branch_id"))
        table.add_column(_branch("bound_for_id"))


def _reservations() -> None:
    set_aside = sa.ForeignKey("item.barcode", name="fk_reservation_item_barcode_item")
    with op.batch_alter_table("reservation") as table:
        table.add_column(sa.Column("item_barcode", sa.String(), set_aside))
        table.add_column(_no("any_edition"))
        table.add_column(sa.Column("sequence_id", sa.String()))
        table.add_column(sa.Column("sequence_rank", sa.Integer()))
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
    with op.batch_alter_table("patron") as table:
        table.add_column(_no("keeps_history"))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default="")


def _no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _branch(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), sa.ForeignKey("branch.id", name=f"fk_item_{name}_branch"))
