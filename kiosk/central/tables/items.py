"""The rows of items."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.branches import BranchId
from kiosk.domain.items import ItemState
from kiosk.domain.titles import Material, TitleId


class ItemRow(Row):
    __tablename__ = "item"

    barcode: Mapped[str] = mapped_column(primary_key=True)
    title_id: Mapped[TitleId] = mapped_column(ForeignKey("title.id"), index=True)
    branch_id: Mapped[BranchId] = mapped_column(ForeignKey("branch.id"))
    material: Mapped[Material]
    shelf_mark: Mapped[str] = mapped_column(default="")  # the library's own, of audio-visual items
    shelf: Mapped[str] = mapped_column(default="")  # as the shelf is signed: "24"
    floor: Mapped[str] = mapped_column(default="")
    is_reference: Mapped[bool] = mapped_column(default=False)
    at_branch_id: Mapped[BranchId | None] = mapped_column(
        ForeignKey("branch.id"), default=None
    )  # where it is now, if not at home
    bound_for_id: Mapped[BranchId | None] = mapped_column(
        ForeignKey("branch.id"), default=None
    )  # where it is being sent
    state: Mapped[ItemState] = mapped_column(default=ItemState.ON_SHELF)
    hold_shelf: Mapped[str] = mapped_column(default="")  # its place there: "B-07"

    @property
    def standing_at(self) -> BranchId:
        """The branch where it is, or was last seen."""
        return self.at_branch_id or self.branch_id
