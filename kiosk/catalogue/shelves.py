"""What stands where, as far as narrowing a search needs it: one truth value a title number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from kiosk.catalogue.keys import Numbers
from kiosk.catalogue.sets import Sets
from kiosk.domain.branches import BranchId
from kiosk.domain.searching import Query, Scope

Mask = NDArray[np.bool_]


def _nothing() -> Mask:
    return np.zeros(0, np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class BranchShelves:
    """One branch: what it holds, and what can be taken home from it now."""

    held: Mask = field(default_factory=_nothing)
    on_shelf: Mask = field(default_factory=_nothing)

    def changed(self, numbers: Numbers, held: Mask, on_shelf: Mask) -> "BranchShelves":
        """The same, but for these numbers as the masks beside them say."""
        return BranchShelves(
            _with(self.held, numbers, held), _with(self.on_shelf, numbers, on_shelf)
        )


_NOWHERE = BranchShelves()


@dataclass(frozen=True, slots=True, eq=False)
class Shelves:
    """Seen from one branch; a number past the end of a mask is nowhere."""

    on_shelf: Mask = field(default_factory=_nothing)  # of any branch
    branches: Mapping[BranchId, BranchShelves] = field(default_factory=dict)
    here: BranchId | None = None

    @classmethod
    def of(
        cls, held_here: Iterable[int], on_shelf: Iterable[int], on_shelf_here: Iterable[int]
    ) -> Self:
        """Only one branch is known."""
        here = BranchId("here")
        branch = BranchShelves(_mask(held_here), _mask(on_shelf_here))
        return cls(_mask(on_shelf), {here: branch}, here)

    def changed_on_shelf(self, numbers: Numbers, on_shelf: Mask) -> Mask:
        return _with(self.on_shelf, numbers, on_shelf)

    def are_here(self, numbers: Numbers, sets: Sets) -> Mask:
        return self.are_at(numbers, self.here, sets)

    def are_at(self, numbers: Numbers, branch: BranchId | None, sets: Sets) -> Mask:
        """A set is where any of its volumes is."""
        return _look_up(self._branch(branch).held, numbers, sets)

    def are_on_shelf(self, numbers: Numbers, query: Query, sets: Sets) -> Mask:
        """On a shelf of the branch that is searched, of any where all are."""
        here = self.here if query.scope is Scope.HERE else None
        asked = query.branch or here
        is_one = query.branch is not None or query.scope is Scope.HERE
        mask = self._branch(asked).on_shelf if is_one else self.on_shelf
        return _look_up(mask, numbers, sets)

    def _branch(self, branch: BranchId | None) -> BranchShelves:
        return self.branches.get(branch, _NOWHERE) if branch is not None else _NOWHERE


def _mask(numbers: Iterable[int]) -> Mask:
    places = np.fromiter(numbers, np.int64)
    mask = np.zeros(int(places.max()) + 1 if places.size else 0, np.bool_)
    mask[places] = True
    return mask


def _with(mask: Mask, numbers: Numbers, values: Mask) -> Mask:
    size = max(mask.size, int(numbers.max()) + 1 if numbers.size else 0)
    changed = np.zeros(size, np.bool_)
    changed[: mask.size] = mask
    changed[numbers] = values
    return changed


def _look_up(mask: Mask, numbers: Numbers, sets: Sets) -> Mask:
    found = _look(mask, numbers)
    if sets.parts.size:
        owners = sets.owners[_look(mask, sets.parts)]
        found = found | _look(_mask(owners), numbers)
    return found


def _look(mask: Mask, numbers: Numbers) -> Mask:
    if not mask.size:
        return np.zeros(numbers.size, np.bool_)
    inside = numbers < mask.size
    return mask[np.where(inside, numbers, 0)] & inside
