"""The rows of branches."""

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.calendar import Weekday


class BranchRow(Row):
    __tablename__ = "branch"

    id: Mapped[BranchId] = mapped_column(primary_key=True)
    name: Mapped[str]
    rank: Mapped[int] = mapped_column(unique=True)  # the order in which the library names them
    latin_name: Mapped[str] = mapped_column(default="")
    telephone: Mapped[str] = mapped_column(default="")
    closed_weekdays: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    hours: Mapped[str] = mapped_column(default="")

    def to_branch(self) -> Branch:
        return Branch(
            id=self.id,
            name=self.name,
            latin_name=self.latin_name,
            telephone=self.telephone,
            closed_weekdays=tuple(Weekday(day) for day in self.closed_weekdays),
            hours=self.hours,
        )
