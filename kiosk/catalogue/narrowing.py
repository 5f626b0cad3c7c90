"""Narrowing what was found, part by part of a query; sets stand for their volumes."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

import numpy as np

from kiosk.catalogue.keys import MATERIALS, Hits, pack_language
from kiosk.catalogue.owners import Owners
from kiosk.catalogue.sets import Sets
from kiosk.catalogue.shelves import Mask, Shelves
from kiosk.domain.searching import Query, Scope, ScopeCounts


class Narrowing:
    """The hits of one search as the parts of a query see them.

    A volume or issue stands behind its set where the set is left too: it is found by its own
    name, or where what is asked fits it and not the set.
    """

    def __init__(self, hits: Hits, shelves: Shelves, sets: Sets) -> None:
        self.hits = hits
        self.shelves = shelves
        self.numbers = hits.numbers
        self.materials = hits.materials
        self.classes = hits.classes
        self.languages = hits.languages
        self._years = hits.years
        self._are_for_children = hits.are_for_children
        self.sets = sets

    @cached_property
    def are_here(self) -> Mask:
        return self.shelves.are_here(self.numbers, self.sets)

    @cached_property
    def owners(self) -> Owners:
        return Owners.among(self.hits, self.sets)

    def chosen(self, query: Query) -> Hits:
        return Hits(self.hits.keys[self.mask(query)])

    def counts(self, query: Query) -> ScopeCounts:
        """How many each scope would leave, all else as asked."""
        here, everywhere, children = (
            int(self.mask(replace(query, scope=scope)).sum())
            for scope in (Scope.HERE, Scope.ALL, Scope.CHILDREN)
        )
        return ScopeCounts(here, everywhere, children)

    def mask(self, query: Query) -> Mask:
        """What is shown: volumes behind their sets are not."""
        return self.owners.folded(self.fitting(query))

    def fitting(self, query: Query) -> Mask:
        """What has all that the query narrows to, volumes too."""
        mask = self._in_scope(query.scope)
        for part in self._parts(query):
            mask = mask & part
        return mask

    def _parts(self, query: Query) -> Iterable[Mask]:
        if query.is_on_shelf:
            yield self.shelves.are_on_shelf(self.numbers, query, self.sets)
        if query.branch is not None:
            yield self.shelves.are_at(self.numbers, query.branch, self.sets)
        if query.material is not None:
            yield self.materials == MATERIALS.index(query.material)
        if query.main_class is not None:
            yield self.classes == _digit(query.main_class)
        if query.language is not None:
            yield self.languages == pack_language(query.language)
        if query.is_for_children is not None:
            yield self._are_for_children == query.is_for_children
        if query.year_from is not None:
            yield self._years >= query.year_from
        if query.year_to is not None:
            yield (self._years > 0) & (self._years <= query.year_to)

    def _in_scope(self, scope: Scope) -> Mask:
        if scope is Scope.HERE:
            return self.are_here
        if scope is Scope.CHILDREN:
            return self._are_for_children
        return np.ones(self.numbers.size, np.bool_)


def _digit(main_class: str) -> int:
    return int(main_class) if main_class.isdecimal() else -1
