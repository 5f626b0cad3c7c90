"""Ways to narrow an answer, each with what would be left."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from kiosk.catalogue.keys import MATERIALS, Numbers, unpack_language
from kiosk.catalogue.narrowing import Narrowing
from kiosk.catalogue.shelves import Mask
from kiosk.domain.searching import FacetCount, Query, Scope

_CLASSES = 10


def facets_of(narrowing: Narrowing, query: Query) -> tuple[FacetCount, ...]:
    """For each field of the query its values, the most frequent first; the other fields hold.

    Of the field itself the patron may change the mind, so it does not count for its own.
    """
    kinds = (_on_shelf, _by_material, _by_class, _by_language, _by_branch)
    return tuple(facet for kind in kinds for facet in _most_first(kind(narrowing, query)))


def _on_shelf(narrowing: Narrowing, query: Query) -> Iterator[FacetCount]:
    mask = narrowing.mask(replace(query, is_on_shelf=True))
    yield FacetCount("is_on_shelf", value=True, count=int(mask.sum()))


def _by_material(narrowing: Narrowing, query: Query) -> Iterator[FacetCount]:
    fitting = narrowing.fitting(replace(query, material=None))
    sizes = _sizes(narrowing, narrowing.materials, fitting)
    for place, size in enumerate(sizes[: len(MATERIALS)]):
        yield FacetCount("material", MATERIALS[place], int(size))


def _by_class(narrowing: Narrowing, query: Query) -> Iterator[FacetCount]:
    fitting = narrowing.fitting(replace(query, main_class=None))
    sizes = _sizes(narrowing, narrowing.classes, fitting)
    for digit, size in enumerate(sizes[:_CLASSES]):
        yield FacetCount("main_class", str(digit), int(size))


def _by_language(narrowing: Narrowing, query: Query) -> Iterator[FacetCount]:
    fitting = narrowing.fitting(replace(query, language=None))
    sizes = _sizes(narrowing, narrowing.languages, fitting)
    for packed in np.flatnonzero(sizes):
        if packed:
            yield FacetCount("language", unpack_language(int(packed)), int(sizes[packed]))


def _by_branch(narrowing: Narrowing, query: Query) -> Iterator[FacetCount]:
    """Only this branch is a scope, and no facet."""
    shelves = narrowing.shelves
    if query.scope is Scope.HERE:
        return
    for branch in shelves.branches:
        if branch != shelves.here or branch == query.branch:
            mask = narrowing.mask(replace(query, branch=branch))
            yield FacetCount("branch", branch, int(mask.sum()))


def _sizes(narrowing: Narrowing, values: Numbers, fitting: Mask) -> Numbers:
    """How many of each value are shown once it alone is asked."""
    shown = narrowing.owners.folded(fitting, values)
    return np.bincount(values[shown])


def _most_first(counts: Iterator[FacetCount]) -> list[FacetCount]:
    return sorted((facet for facet in counts if facet.count), key=lambda facet: -facet.count)
