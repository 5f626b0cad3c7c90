"""A branch, as it crosses the line."""

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.calendar import Weekday
from kiosk.domain.materials import Material
from kiosk.wire.message import Message


class BranchRecord(Message):
    id: BranchId
    name: str
    latin_name: str = ""
    telephone: str = ""
    closed_weekdays: tuple[Weekday, ...] = ()
    hours: str = ""
    refuses: tuple[Material, ...] = ()

    @classmethod
    def of(cls, branch: Branch) -> "BranchRecord":
        return cls(
            id=branch.id,
            name=branch.name,
            latin_name=branch.latin_name,
            telephone=branch.telephone,
            closed_weekdays=branch.closed_weekdays,
            hours=branch.hours,
            refuses=branch.refuses,
        )

    def to_branch(self) -> Branch:
        return Branch(
            id=self.id,
            name=self.name,
            latin_name=self.latin_name,
            telephone=self.telephone,
            closed_weekdays=self.closed_weekdays,
            hours=self.hours,
            refuses=self.refuses,
        )


class BranchesAnswer(Message):
    """GET /branches: in the order in which the library names them."""

    branches: tuple[BranchRecord, ...]

    @classmethod
    def of(cls, branches: tuple[Branch, ...]) -> "BranchesAnswer":
        return cls(branches=tuple(BranchRecord.of(branch) for branch in branches))

    def to_branches(self) -> tuple[Branch, ...]:
        return tuple(branch.to_branch() for branch in self.branches)
