"""What stands where, as far as narrowing a search needs it: one truth value a title number."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from kiosk.catalogue.keys import Numbers
from kiosk.domain.searching import Scope

Mask = NDArray[np.bool_]


def _nothing() -> Mask:
    return np.zeros(0, np.bool_)


@dataclass(frozen=True, slots=True)
class Shelves:
    """Seen from one branch; a number past the end of a mask is nowhere."""

    held_here: Mask = field(default_factory=_nothing)
    on_shelf: Mask = field(default_factory=_nothing)  # of any branch
    on_shelf_here: Mask = field(default_factory=_nothing)

    @classmethod
    def of(
        cls, held_here: Iterable[int], on_shelf: Iterable[int], on_shelf_here: Iterable[int]
    ) -> Self:
        return cls(_mask(held_here), _mask(on_shelf), _mask(on_shelf_here))

    def changed(
        self, numbers: Numbers, held_here: Mask, on_shelf: Mask, on_shelf_here: Mask
    ) -> "Shelves":
        """The same, but for these numbers as the masks beside them say."""
        return Shelves(
            _with(self.held_here, numbers, held_here),
            _with(self.on_shelf, numbers, on_shelf),
            _with(self.on_shelf_here, numbers, on_shelf_here),
        )

    def are_here(self, numbers: Numbers) -> Mask:
        return _look_up(self.held_here, numbers)

    def are_on_shelf(self, numbers: Numbers, scope: Scope) -> Mask:
        """On a shelf of this branch where only this branch is searched, else of any."""
        mask = self.on_shelf_here if scope is Scope.HERE else self.on_shelf
        return _look_up(mask, numbers)


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


def _look_up(mask: Mask, numbers: Numbers) -> Mask:
    if not mask.size:
        return np.zeros(numbers.size, np.bool_)
    inside = numbers < mask.size
    return mask[np.where(inside, numbers, 0)] & inside
