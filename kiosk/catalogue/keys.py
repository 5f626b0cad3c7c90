"""What is asked of every hit, in one number of 64 bits; in order of it the newest come first."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.readings import fold
from kiosk.domain.titles import Material, Title

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int64]

MATERIALS = tuple(Material)
LARGEST_NUMBER = 2**25 - 1
_YEAR_BITS, _NUMBER_BITS, _MATERIAL_BITS, _CLASS_BITS = 12, 25, 5, 4
_LENGTH_BITS, _LANGUAGE_BITS, _FLAG_BITS = 6, 10, 1
LONGEST = 2**_LENGTH_BITS - 1
_PART_AT = _FLAG_BITS  # after the flag "for children"
_LANGUAGE_AT = _PART_AT + _FLAG_BITS
_LENGTH_AT = _LANGUAGE_AT + _LANGUAGE_BITS
_CLASS_AT = _LENGTH_AT + _LENGTH_BITS
_MATERIAL_AT = _CLASS_AT + _CLASS_BITS
_NUMBER_AT = _MATERIAL_AT + _MATERIAL_BITS
_YEAR_AT = _NUMBER_AT + _NUMBER_BITS
_A, _ALPHABET = ord("a"), 26
_CODE = re.compile("[a-z]{2}")


def pack_key(number: int, title: Title) -> int:
    year = min(max(title.year or 0, 0), 2**_YEAR_BITS - 1)
    key: int = (
        year << _YEAR_AT
        | number << _NUMBER_AT
        | MATERIALS.index(title.material) << _MATERIAL_AT
        | int(title.call_number.main_class) << _CLASS_AT
        | min(len(fold(title.name)), LONGEST) << _LENGTH_AT
        | pack_language(title.language) << _LANGUAGE_AT
        | int(title.set_id is not None) << _PART_AT
        | int(title.is_for_children)
    )
    return key


def pack_language(code: str) -> int:
    """A number for a code of ISO 639-1; 0 for any other."""
    if not _CODE.fullmatch(code):
        return 0
    first, second = (ord(letter) - _A for letter in code)
    return 1 + first * _ALPHABET + second


def unpack_language(packed: int) -> str:
    first, second = divmod(packed - 1, _ALPHABET)
    return chr(_A + first) + chr(_A + second) if packed else ""


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
    def years(self) -> Numbers:
        """0 where nobody knows it."""
        return _part(self.keys, _YEAR_AT, _YEAR_BITS)

    @property
    def languages(self) -> Numbers:
        """As pack_language has them."""
        return _part(self.keys, _LANGUAGE_AT, _LANGUAGE_BITS)

    @property
    def are_parts(self) -> NDArray[np.bool_]:
        """Of a set or magazine."""
        return _part(self.keys, _PART_AT, _FLAG_BITS).astype(np.bool_)

    @property
    def are_for_children(self) -> NDArray[np.bool_]:
        return _part(self.keys, 0, _FLAG_BITS).astype(np.bool_)


def _part(keys: Keys, first_bit: int, bits: int) -> Numbers:
    part = (keys >> np.uint64(first_bit)) & np.uint64(2**bits - 1)
    return part.astype(np.int64)
