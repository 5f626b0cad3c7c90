"""Volumes among hits, and where among the same hits their sets stand."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from kiosk.catalogue.keys import Hits, Numbers
from kiosk.catalogue.sets import NOBODY, Sets
from kiosk.catalogue.shelves import Mask


@dataclass(frozen=True, slots=True, eq=False)
class Owners:
    """Places of hits: each volume beside its set, of those that both were found."""

    volumes: Numbers
    sets: Numbers

    @classmethod
    def among(cls, hits: Hits, sets: Sets) -> Self:
        volumes = np.flatnonzero(hits.are_parts)
        if not volumes.size or not sets.parts.size:
            return cls(np.zeros(0, np.int64), np.zeros(0, np.int64))
        numbers = hits.numbers
        owners = sets.owners_of(numbers[volumes])
        places = np.full(int(max(numbers.max(), sets.owners.max())) + 1, NOBODY, np.int64)
        places[numbers] = np.arange(numbers.size)
        found = np.where(owners == NOBODY, NOBODY, places[owners])
        are_both = found != NOBODY
        return cls(volumes[are_both], found[are_both])

    def folded(self, shown: Mask, values: Numbers | None = None) -> Mask:
        """Without the volumes whose set is shown too; with values: and has the same value."""
        if not self.volumes.size:
            return shown
        are_behind = shown[self.sets]
        if values is not None:
            are_behind = are_behind & (values[self.sets] == values[self.volumes])
        left = shown.copy()
        left[self.volumes[are_behind]] = False
        return left
