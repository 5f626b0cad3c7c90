"""Branches, titles, items, loans and reservations."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OPEN = "state IN ('queued', 'in_transit', 'ready')"


def upgrade() -> None:
    _installation()
    _branches()
    _titles()
    _items()
    _loans()
    _reservations()


def _installation() -> None:
    op.create_table(
        "installation",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.Integer(), nullable=False),
    )


def _branches() -> None:
    op.create_table(
        "branch",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("latin_name", sa.String(), nullable=False),
        sa.Column("telephone", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False, unique=True),
    )


def _titles() -> None:
    op.create_table(
        "title",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("change", sa.Integer(), nullable=False, unique=True),
        sa.Column("is_withdrawn", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reading", sa.String()),
        sa.Column("creators", sa.JSON(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("year", sa.Integer()),
        sa.Column("material", sa.String(32), nullable=False),
        sa.Column("ndc", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("volume", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("isbn", sa.String()),
        sa.Column("is_for_children", sa.Boolean(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("subjects", sa.JSON(), nullable=False),
        sa.Column("series", sa.String()),
        sa.Column("extent", sa.String(), nullable=False),
        sa.Column("added_on", sa.Date()),
    )
    op.create_table(
        "availability",
        sa.Column(
            "title_id",
            sa.String(),
            sa.ForeignKey("title.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("change", sa.Integer(), nullable=False, unique=True),
    )


def _items() -> None:
    op.create_table(
        "item",
        sa.Column("barcode", sa.String(), primary_key=True),
        _of("title", "title_id", index=True),
        _of("branch", "branch_id"),
        sa.Column("material", sa.String(32), nullable=False),
        sa.Column("shelf_mark", sa.String(), nullable=False),
        sa.Column("shelf", sa.String(), nullable=False),
        sa.Column("floor", sa.String(), nullable=False),
        sa.Column("is_reference", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
    )


def _loans() -> None:
    op.create_table(
        "loan",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("item_barcode", sa.String(), sa.ForeignKey("item.barcode"), nullable=False),
        _of("patron", "patron_id", index=True),
        sa.Column("lent_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("renewals", sa.Integer(), nullable=False),
        sa.Column("returned_at", UtcDateTime()),
    )
    is_open = sa.text("returned_at IS NULL")
    op.create_index(
        "uq_loan_open_item",
        "loan",
        ["item_barcode"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def _reservations() -> None:
    op.create_table(
        "reservation",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("number", sa.String(), nullable=False, unique=True),
        sa.Column("permit_id", sa.String(), unique=True),
        _of("patron", "patron_id", index=True),
        _of("title", "title_id"),
        _of("branch", "pickup_id"),
        sa.Column("notice", sa.String(32), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("quota_group", sa.String(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, unique=True),
        sa.Column("requested_at", UtcDateTime(), nullable=False),
        sa.Column("first_answer", sa.String(), nullable=False),
        sa.Column("ready_until", sa.Date()),
        sa.Column("hold_shelf", sa.String(), nullable=False),
        sa.Column("ended_at", UtcDateTime()),
    )
    _reservation_indexes()


def _reservation_indexes() -> None:
    is_open, is_queued = sa.text(_OPEN), sa.text("state = 'queued'")
    op.create_index(
        "uq_reservation_open_patron_title",
        "reservation",
        ["patron_id", "title_id"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
    op.create_index(
        "ix_reservation_queue",
        "reservation",
        ["title_id", "place"],
        sqlite_where=is_queued,
        postgresql_where=is_queued,
    )


def _of(table: str, column: str, *, index: bool = False) -> sa.Column[str]:
    return sa.Column(column, sa.String(), sa.ForeignKey(f"{table}.id"), nullable=False, index=index)
