"""What scanners read: where it leads, and where it must not lead away."""

from dataclasses import replace

from kiosk.domain.errors import ItemUnknown
from kiosk.domain.remarks import Remark
from kiosk.events import (
    CardPresented,
    Event,
    Failed,
    IcCardPresented,
    IsbnScanned,
    ItemScanned,
    MyNumberCardPresented,
    PriceRowScanned,
    ScreenName,
    SlipScanned,
    StaffCardPresented,
    TitlesScanned,
    UnknownCodeScanned,
)
from kiosk.flow import jobs
from kiosk.flow.conditions import is_signed
from kiosk.flow.step import Go, Group, Place

BOOKS = (IsbnScanned, ItemScanned)
SCANS: tuple[type[Event], ...] = (*BOOKS, SlipScanned, TitlesScanned)

# What opens nothing is told wherever somebody stands.
REMARKED = (Go(on=UnknownCodeScanned), Go(on=PriceRowScanned))

BOOKS_OPEN = (
    Go(on=IsbnScanned, does=jobs.open_by_isbn),
    Go(on=ItemScanned, does=jobs.open_by_item),
    Go(on=Failed, because=ItemUnknown),
)


def _told(remark: Remark, *events: type[Event]) -> tuple[Go, ...]:
    return tuple(Go(on=event, tells=remark) for event in events)


# Nothing that is typed or chosen is thrown away by what lies before the scanner.
FINISH_FIRST = (*_told(Remark.FINISH_FIRST, *SCANS), *REMARKED)

WHILE_SIGNING_IN = (
    *_told(Remark.BOOK_NO_CARD, *BOOKS),
    *_told(Remark.SLIP_NO_CARD, SlipScanned),
    *FINISH_FIRST,
)

IN_STAFF_MODE = (*_told(Remark.STAFF_MODE, *SCANS, CardPresented), *REMARKED)

# Nobody is signed out, or made somebody else, by a card.
CARDS_WAIT = tuple(
    Go(on=event, when=is_signed, tells=Remark.SIGNED_IN)
    for event in (CardPresented, MyNumberCardPresented, IcCardPresented, StaffCardPresented)
)

_AT_WORK = _told(Remark.AT_WORK, *SCANS, CardPresented)


def undisturbed(group: Group) -> Group:
    """The same places; what is scanned while one of them works is told to wait.

    It would begin another turn, in which nobody hears the answer.
    """
    return replace(group, places=tuple(map(_undisturbed, group.places)))


def _undisturbed(part: Place | Group) -> Place | Group:
    if isinstance(part, Group):
        return undisturbed(part)
    works = part.does is not None and (part.settles or part.shows is ScreenName.WAIT)
    return replace(part, ways=(*_AT_WORK, *part.ways)) if works else part
