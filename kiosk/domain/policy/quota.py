"""How many reservations of what kind may be open at once (rule R5)."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated

from kiosk.domain.bounds import Between, Matches
from kiosk.domain.titles import Material


@dataclass(frozen=True, slots=True)
class QuotaGroup:
    """Materials that are counted together (rule R5)."""

    name: Annotated[str, Matches("[a-z_]+", "small letters and _")]
    materials: tuple[Material, ...]
    shelf_marks: tuple[str, ...] = ()  # patterns with ? and *; without any: all
    limit: Annotated[int, Between(0, 1000)] | None = None  # open reservations; None: no number

    def counts(self, material: Material, shelf_mark: str) -> bool:
        if material not in self.materials:
            return False
        return not self.shelf_marks or any(
            fnmatchcase(shelf_mark, pattern) for pattern in self.shelf_marks
        )

    def left(self, already_open: int) -> int | None:
        """How many more; None where there is no number."""
        return None if self.limit is None else max(0, self.limit - already_open)


@dataclass(frozen=True, slots=True)
class QuotaPolicy:
    """The table by which material and shelf mark make the group; the first row that fits counts."""

    groups: tuple[QuotaGroup, ...]

    def group_of(self, material: Material, shelf_mark: str) -> QuotaGroup:
        """The group of a title; the policy file is read only if it has one for each material."""
        return next(group for group in self.groups if group.counts(material, shelf_mark))
