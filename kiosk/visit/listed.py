"""The titles that a patron gathers; gone with the visit."""

from dataclasses import dataclass, replace

from kiosk.domain.changing import changed
from kiosk.domain.listed_titles import MOST_LISTED
from kiosk.domain.slips import Slip
from kiosk.domain.titles import FoundTitle, TitleId
from kiosk.events import (
    Event,
    ListFound,
    ListSlipPrinted,
    TitleListed,
    TitlesScanned,
    TitleUnlisted,
)
from kiosk.visit.acts import is_act


@dataclass(frozen=True, slots=True)
class Listed:
    titles: tuple[TitleId, ...] = ()
    found: tuple[FoundTitle, ...] = ()  # of them, as they stood when the list was opened
    slips: tuple[Slip, ...] = ()  # mostly one; none while they are laid out
    unknown: int = 0  # of a list that was scanned: so many titles are not in this catalogue
    left_out: int = 0  # of a list that was scanned: so many found no room
    is_printed: bool = False

    @property
    def is_full(self) -> bool:
        return len(self.titles) >= MOST_LISTED

    def has(self, title: TitleId) -> bool:
        return title in self.titles

    def after(self, event: Event) -> "Listed":
        match event:
            case TitleListed(title):
                return self._with((title,))
            case TitlesScanned(titles):
                return self._with(titles)
            case TitleUnlisted(title):
                return self._without(title)
            case ListFound(found, slips):
                known = tuple(each.title.id for each in found)
                unknown = self.unknown + len(self.titles) - len(known)
                return replace(self, titles=known, found=found, slips=slips, unknown=unknown)
            case ListSlipPrinted():
                return replace(self, is_printed=True)
        return self._told if is_act(event) else self

    @property
    def _told(self) -> "Listed":
        """What was said of a list that was scanned or printed is over with the next act."""
        return changed(self, unknown=0, left_out=0, is_printed=False)

    def _with(self, titles: tuple[TitleId, ...]) -> "Listed":
        wanted = tuple(dict.fromkeys((*self.titles, *titles)))
        kept = wanted[:MOST_LISTED]
        return replace(self._told, titles=kept, slips=(), left_out=len(wanted) - len(kept))

    def _without(self, title: TitleId) -> "Listed":
        return replace(
            self._told,
            titles=tuple(each for each in self.titles if each != title),
            found=tuple(each for each in self.found if each.title.id != title),
            slips=(),
        )
