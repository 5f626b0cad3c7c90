"""Narrowing what was found: by scope, shelf, material and class, with what each would leave."""

from dataclasses import replace

import numpy as np

from kiosk.catalogue.keys import MATERIALS, Hits
from kiosk.catalogue.shelves import Mask, Shelves
from kiosk.domain.searching import FacetCount, Query, Scope, ScopeCounts

_CLASSES = 10


class Narrowing:
    """The hits of one text as the parts of a query see them."""

    def __init__(self, hits: Hits, shelves: Shelves) -> None:
        self._hits = hits
        self._shelves = shelves
        self._numbers = hits.numbers
        self._materials = hits.materials
        self._classes = hits.classes
        self._are_here = shelves.are_here(self._numbers)
        self._are_for_children = hits.are_for_children

    def chosen(self, query: Query) -> Hits:
        return Hits(self._hits.keys[self._mask(query)])

    def counts(self, query: Query) -> ScopeCounts:
        """How many each scope would leave, all else as asked."""
        here, everywhere, children = (
            int(self._mask(replace(query, scope=scope)).sum())
            for scope in (Scope.HERE, Scope.ALL, Scope.CHILDREN)
        )
        return ScopeCounts(here, everywhere, children)

    def facets(self, query: Query) -> tuple[FacetCount, ...]:
        """For each field of the query its values, the most frequent first; the other fields hold.

        Of the field itself the patron may change the mind, so it does not count for its own.
        """
        return (*self._on_shelf(query), *self._by_material(query), *self._by_class(query))

    def _on_shelf(self, query: Query) -> tuple[FacetCount, ...]:
        count = int(self._mask(replace(query, is_on_shelf=True)).sum())
        return (FacetCount("is_on_shelf", value=True, count=count),) if count else ()

    def _by_material(self, query: Query) -> list[FacetCount]:
        mask = self._mask(replace(query, material=None))
        sizes = np.bincount(self._materials[mask], minlength=len(MATERIALS))
        counts = zip(MATERIALS, sizes, strict=True)
        return _most_first([FacetCount("material", value, int(count)) for value, count in counts])

    def _by_class(self, query: Query) -> list[FacetCount]:
        mask = self._mask(replace(query, main_class=None))
        sizes = np.bincount(self._classes[mask], minlength=_CLASSES)[:_CLASSES]
        counts = [FacetCount("main_class", str(digit), int(sizes[digit])) for digit in range(10)]
        return _most_first(counts)

    def _mask(self, query: Query) -> Mask:
        mask = self._in_scope(query.scope)
        if query.is_on_shelf:
            mask = mask & self._shelves.are_on_shelf(self._numbers, query.scope)
        if query.material is not None:
            mask = mask & (self._materials == MATERIALS.index(query.material))
        if query.main_class is not None:
            mask = mask & (self._classes == _digit(query.main_class))
        return mask

    def _in_scope(self, scope: Scope) -> Mask:
        if scope is Scope.HERE:
            return self._are_here
        if scope is Scope.CHILDREN:
            return self._are_for_children
        return np.ones(self._numbers.size, np.bool_)


def _most_first(counts: list[FacetCount]) -> list[FacetCount]:
    return sorted((facet for facet in counts if facet.count), key=lambda facet: -facet.count)


def _digit(main_class: str) -> int:
    return int(main_class) if main_class.isdecimal() else -1
