"""How long the titles take that were looked at, as the service said it."""

from dataclasses import dataclass

from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import Waiting
from kiosk.events import Event, WaitingFound
from kiosk.visit.search import Search

MOST_KEPT = 20  # as far as Back leads


@dataclass(frozen=True, slots=True)
class Times:
    """Kept beside the search: a title to which Back leads tells it at once."""

    told: tuple[tuple[TitleId, Waiting], ...] = ()  # the latest last

    def of(self, title: TitleId) -> Waiting | None:
        return dict(self.told).get(title)

    def after(self, event: Event, search: Search) -> "Times":
        """An answer that comes when another title is looked at, or another visit, is too late."""
        if not isinstance(event, WaitingFound):
            return self
        if search.chosen is None or search.chosen.title.id != event.title:
            return self
        others = tuple(each for each in self.told if each[0] != event.title)
        return Times((*others, (event.title, event.waiting))[-MOST_KEPT:])
