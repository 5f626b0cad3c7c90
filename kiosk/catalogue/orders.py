"""Orders that a patron may choose: each title's place in them, known by its number."""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kiosk.catalogue.keys import Hits, Numbers
from kiosk.catalogue.schema import CREATOR_PLACES, TITLE_PLACES, Field
from kiosk.domain.searching import Order

Column = NDArray[np.uint64]
ReadColumns = Callable[[Sequence[str]], tuple[Column, ...]]


class Orders:
    """Worked out once for a state of the index, when an order is first asked."""

    def __init__(self, read: ReadColumns) -> None:
        self._read = read

    def sort(self, hits: Hits, order: Order) -> Hits:
        """The same hits; those that are equal in the order stay as they came."""
        match order:
            case Order.RELEVANCE:
                return hits
            case Order.NEWEST:
                return Hits(hits.keys[np.argsort(~hits.keys, kind="stable")])
            case Order.TITLE:
                return _by(hits, self._by_title)
            case Order.CREATOR:
                return _by(hits, self._by_creator)
            case Order.ADDED:
                return _by(hits, self._by_arrival)

    @cached_property
    def _by_title(self) -> Numbers:
        return self._places(TITLE_PLACES)

    @cached_property
    def _by_creator(self) -> Numbers:
        return self._places((*CREATOR_PLACES, *TITLE_PLACES))

    @cached_property
    def _by_arrival(self) -> Numbers:
        places = self._places((Field.ADDED,))
        latest: int = places.max(initial=0)
        return latest - places

    def _places(self, fields: Sequence[str]) -> Numbers:
        """By the first field, then the next; equal in all of them: equal places."""
        numbers, *columns = self._read((Field.NUMBER, *fields))
        order = np.lexsort(tuple(reversed(columns)))
        changes = np.zeros(order.size, np.bool_)
        for column in columns:
            changes[1:] |= column[order][1:] != column[order][:-1]
        places = np.zeros(int(numbers.max()) + 1 if numbers.size else 0, np.int64)
        places[numbers[order].astype(np.int64)] = np.cumsum(changes)
        return places


def _by(hits: Hits, places: Numbers) -> Hits:
    return Hits(hits.keys[np.argsort(places[hits.numbers], kind="stable")])
