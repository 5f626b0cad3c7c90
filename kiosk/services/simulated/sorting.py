"""The orders of the simulated catalogue."""

from kiosk.domain.searching import Order
from kiosk.domain.titles import FoundTitle, Title


def sort(hits: list[FoundTitle], order: Order) -> list[FoundTitle]:
    match order:
        case Order.RELEVANCE:
            return hits
        case Order.TITLE:
            return sorted(hits, key=lambda found: _reading(found.title))
        case Order.CREATOR:
            return sorted(hits, key=lambda found: _creator(found.title))
        case Order.NEWEST:
            return sorted(hits, key=lambda found: -(found.title.year or 0))
        case Order.ADDED:
            return sorted(hits, key=lambda found: str(found.title.added_on or ""), reverse=True)


def _reading(title: Title) -> str:
    return title.reading or title.name


def _creator(title: Title) -> str:
    return next((creator.reading or creator.name for creator in title.creators), "ん")
