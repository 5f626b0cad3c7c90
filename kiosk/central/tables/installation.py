"""What the service made for itself once: names, keys and counters."""

from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row


class InstallationRow(Row):
    """A value by its name: "numbering" of the feeds, "permit_key"."""

    __tablename__ = "installation"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(repr=False)


class CounterRow(Row):
    """A number that only grows; who raises it holds it until the end of the transaction."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]
