"""What is asked of every hit, in one number of 64 bits; in order of it the newest come first."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.readings import fold
from kiosk.domain.titles import Material, Title

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]

MATERIALS = tuple(Material)
_YEAR_BITS, _NUMBER_BITS, _MATERIAL_BITS, _CLASS_BITS, _LENGTH_BITS, _CHILD_BITS = (
    14,
    32,
    6,
    4,
    6,
    1,
)
LONGEST = 2**_LENGTH_BITS - 1
_LENGTH_AT = _CHILD_BITS
_CLASS_AT = _LENGTH_AT + _LENGTH_BITS
_MATERIAL_AT = _CLASS_AT + _CLASS_BITS
_NUMBER_AT = _MATERIAL_AT + _MATERIAL_BITS
_YEAR_AT = _NUMBER_AT + _NUMBER_BITS


def pack_key(number: int, title: Title) -> int:
    year = min(max(title.year or 0, 0), 2**_YEAR_BITS - 1)
    key: int = (
        year << _YEAR_AT
        | number << _NUMBER_AT
        | MATERIALS.index(title.material) << _MATERIAL_AT
        | int(title.call_number.main_class) << _CLASS_AT
        | min(len(fold(title.name)), LONGEST) << _LENGTH_AT
        | int(title.is_for_children)
    )
    return key


@dataclass(frozen=True, slots=True)
class Hits:
    """Titles that a search found, in order, with what narrowing asks of each."""

    keys: Keys

    @property
    def numbers(self) -> Numbers:
        return _part(self.keys, _NUMBER_AT, _NUMBER_BITS)

    @property
    def materials(self) -> Numbers:
        """Places in MATERIALS."""
        return _part(self.keys, _MATERIAL_AT, _MATERIAL_BITS)

    @property
    def classes(self) -> Numbers:
        return _part(self.keys, _CLASS_AT, _CLASS_BITS)

    @property
    def lengths(self) -> Numbers:
        """Letters of the name, LONGEST for any that has more."""
        return _part(self.keys, _LENGTH_AT, _LENGTH_BITS)

    @property
    def are_for_children(self) -> NDArray[np.bool_]:
        return _part(self.keys, 0, _CHILD_BITS).astype(np.bool_)


def _part(keys: Keys, first_bit: int, bits: int) -> Numbers:
    part = (keys >> np.uint64(first_bit)) & np.uint64(2**bits - 1)
    return part.astype(np.int64)
