"""One way to narrow an answer, as a key with what would be left."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kiosk.domain.branches import Branch
from kiosk.domain.searching import FacetCount, Query
from kiosk.domain.titles import Material
from kiosk.events import SearchAsked
from kiosk.ui.text import Button
from kiosk.words.names import main_class, name_of
from kiosk.words.places import branch_name
from kiosk.words.searching import language_name
from kiosk.words.words import Words

_PADDING = 14


def facet_key(
    words: Words, query: Query, facet: FacetCount, branches: Sequence[Branch] = ()
) -> Button:
    """Says SearchAsked with the query narrowed, or widened again where the facet is on."""
    key = Button(has_tick=True, says=SearchAsked(narrowed(query, facet)))
    key.padding = _PADDING
    key.show_text(_name(words, facet, branches), count=str(facet.count))
    key.select(is_on(query, facet))
    return key


def is_on(query: Query, facet: FacetCount) -> bool:
    return bool(getattr(query, facet.field) == facet.value)


def narrowed(query: Query, facet: FacetCount) -> Query:
    """The query with this facet, or without it where it is on; from the first page."""
    is_wanted = not is_on(query, facet)
    nothing: bool | None = False if facet.field == "is_on_shelf" else None
    chosen: dict[str, Any] = {facet.field: facet.value if is_wanted else nothing}
    return replace(query.at(0), **chosen)


def widened(query: Query) -> Query:
    """The query without any facet, from the first page."""
    return replace(
        query.at(0), is_on_shelf=False, material=None, main_class=None, language=None, branch=None
    )


def _name(words: Words, facet: FacetCount, branches: Sequence[Branch]) -> str:
    if isinstance(facet.value, Material):
        return name_of(words, facet.value)
    if facet.field == "branch":
        named = {branch.id: branch_name(words, branch) for branch in branches}
        return next((name for branch, name in named.items() if branch == facet.value), "")
    if facet.field == "language":
        return language_name(words, str(facet.value))
    if isinstance(facet.value, str):
        return f"{facet.value} {main_class(words, facet.value)}"
    return words("On the shelf now")
