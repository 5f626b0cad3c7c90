"""One way to narrow an answer, as a key with what would be left."""

from dataclasses import replace

from kiosk.domain.searching import FacetCount, Query
from kiosk.domain.titles import Material
from kiosk.events import SearchAsked
from kiosk.ui.text import Button
from kiosk.words.names import main_class, name_of
from kiosk.words.words import Words

_PADDING = 14


def facet_key(words: Words, query: Query, facet: FacetCount) -> Button:
    """Says SearchAsked with the query narrowed, or widened again where the facet is on."""
    key = Button(has_tick=True, says=SearchAsked(narrowed(query, facet)))
    key.padding = _PADDING
    key.show_text(_name(words, facet), count=str(facet.count))
    key.select(is_on(query, facet))
    return key


def is_on(query: Query, facet: FacetCount) -> bool:
    return bool(getattr(query, facet.field) == facet.value)


def narrowed(query: Query, facet: FacetCount) -> Query:
    """The query with this facet, or without it where it is on; from the first page."""
    is_wanted = not is_on(query, facet)
    query = query.at(0)
    match facet.value:
        case bool():
            return replace(query, is_on_shelf=is_wanted)
        case Material() as material:
            return replace(query, material=material if is_wanted else None)
        case digit:
            return replace(query, main_class=digit if is_wanted else None)


def widened(query: Query) -> Query:
    """The query without any facet, from the first page."""
    return Query(query.text, query.scope, limit=query.limit)


def _name(words: Words, facet: FacetCount) -> str:
    if isinstance(facet.value, Material):
        return name_of(words, facet.value)
    if isinstance(facet.value, str):
        return f"{facet.value} {main_class(words, facet.value)}"
    return words("On the shelf now")
