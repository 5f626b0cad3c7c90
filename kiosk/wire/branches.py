"""A branch, as it crosses the line."""

from kiosk.domain.branches import Branch, BranchId
from kiosk.wire.message import Message


class BranchRecord(Message):
    id: BranchId
    name: str
    latin_name: str = ""
    telephone: str = ""

    @classmethod
    def of(cls, branch: Branch) -> "BranchRecord":
        return cls(
            id=branch.id,
            name=branch.name,
            latin_name=branch.latin_name,
            telephone=branch.telephone,
        )

    def to_branch(self) -> Branch:
        return Branch(self.id, self.name, self.latin_name, self.telephone)


class BranchesAnswer(Message):
    """GET /branches: in the order in which the library names them."""

    branches: tuple[BranchRecord, ...]

    @classmethod
    def of(cls, branches: tuple[Branch, ...]) -> "BranchesAnswer":
        return cls(branches=tuple(BranchRecord.of(branch) for branch in branches))

    def to_branches(self) -> tuple[Branch, ...]:
        return tuple(branch.to_branch() for branch in self.branches)
