"""The rows of branches."""

from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.branches import Branch, BranchId


class BranchRow(Row):
    __tablename__ = "branch"

    id: Mapped[BranchId] = mapped_column(primary_key=True)
    name: Mapped[str]
    rank: Mapped[int] = mapped_column(unique=True)  # the order in which the library names them
    latin_name: Mapped[str] = mapped_column(default="")
    telephone: Mapped[str] = mapped_column(default="")

    def to_branch(self) -> Branch:
        return Branch(self.id, self.name, self.latin_name, self.telephone)
