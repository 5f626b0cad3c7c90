"""The rows of the kiosk's copy of the catalogue: titles, where their items are, and how far."""

from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column


class RecordsRow(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """Kept at the kiosk; all of it can be fetched again."""


class TitleRow(RecordsRow):
    """One title; it keeps its number when it is withdrawn, so that the index can follow."""

    __tablename__ = "title"

    number: Mapped[int] = mapped_column(primary_key=True, init=False)
    id: Mapped[str] = mapped_column(unique=True)
    record: Mapped[bytes | None] = mapped_column(default=None)  # catalogue.stored; None: withdrawn
    record_change: Mapped[int] = mapped_column(default=0, index=True)
    availability: Mapped[str | None] = mapped_column(default=None)  # wire.AvailabilityChange
    availability_change: Mapped[int] = mapped_column(default=0, index=True)
    held_at: Mapped[str] = mapped_column(default="")  # ids of branches, a line each
    on_shelf_at: Mapped[str] = mapped_column(default="")


class ItemRow(RecordsRow):
    """The library's own barcode on one item."""

    __tablename__ = "item"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own form

    barcode: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[int] = mapped_column(index=True)  # TitleRow.number


class StateRow(RecordsRow):
    """The only row of its table: how far each feed was read."""

    __tablename__ = "state"

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    records_numbering: Mapped[str] = mapped_column(default="")
    records_change: Mapped[int] = mapped_column(default=0)
    availability_numbering: Mapped[str] = mapped_column(default="")
    availability_change: Mapped[int] = mapped_column(default=0)
    branches: Mapped[str] = mapped_column(default="")  # wire.BranchesAnswer; "" before the first
