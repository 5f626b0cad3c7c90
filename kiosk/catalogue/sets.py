"""Sets and magazines with their volumes and issues: what belongs to which, by number."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Self

import numpy as np
from numpy.typing import NDArray

from kiosk.catalogue.keys import Numbers
from kiosk.domain.titles import Material, Title

Packed = NDArray[np.uint64]
NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Sets:
    """Each part beside the record of its set; parts of a set that is not held stand alone."""

    parts: Numbers
    owners: Numbers  # the numbers of their sets, one for each part

    @classmethod
    def of(cls, numbers: Numbers, own: Packed, owner: Packed) -> Self:
        """Own and owner: what id_as_number made of the id and of the id of the set."""
        order = np.argsort(own)
        are_parts = np.flatnonzero(owner)
        wanted = owner[are_parts]
        places = np.minimum(np.searchsorted(own[order], wanted), max(own.size - 1, 0))
        found = order[places] if own.size else places
        is_held = own[found] == wanted
        return cls(numbers[are_parts[is_held]], numbers[found[is_held]])

    def owners_of(self, numbers: Numbers) -> Numbers:
        """The number of the set for each; NOBODY for what is no part."""
        size = 1 + max(_most(numbers), _most(self.parts))
        owners = np.full(size, NOBODY, np.int64)
        owners[self.parts] = self.owners
        return owners[numbers]


NO_SETS = Sets(np.zeros(0, np.int64), np.zeros(0, np.int64))


def id_as_number(identity: str) -> int:
    """Never 0; two ids in a million million catalogues share one."""
    return int.from_bytes(blake2b(identity.encode("utf-8", "replace"), digest_size=8).digest()) or 1


def ways_of_part(title: Title) -> tuple[str, ...]:
    """A volume or issue as patrons name it: the name with its part after it."""
    if not title.part:
        return ()
    part = title.part
    ways = [f"{title.name} {part}"]
    if part.isdecimal():
        unit = "号" if title.material is Material.MAGAZINE else "巻"
        ways += [f"{title.name} {part}{unit}", f"{title.name} 第{part}{unit}"]
    return tuple(ways)


def _most(numbers: Numbers) -> int:
    return int(numbers.max()) if numbers.size else 0
