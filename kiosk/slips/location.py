"""What the slip of a place says, in words: where a title stands, and what to do next."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.branches import Standpoint
from kiosk.domain.carried_titles import as_line
from kiosk.domain.titles import Availability, FoundTitle, Holding, Title, Whereabouts
from kiosk.slips.saying import LONGEST_TITLE_IN_QR
from kiosk.words.dates import day
from kiosk.words.furigana import plain
from kiosk.words.names import name_of
from kiosk.words.places import branch_name, floor_name, library_name, shelf_in_room, shelf_name
from kiosk.words.whereabouts import sign_of, to_be_fetched, what_next
from kiosk.words.words import Words

MOST_BRANCHES = 4  # so that the slip stays short; the screen names all


@dataclass(frozen=True, slots=True)
class LocationSaid:
    """Of one language; nothing of the patron."""

    library: str
    heading: str
    name: str  # as catalogued, with its volume
    creator: str  # as catalogued
    whereabouts: Whereabouts  # its shape stands beside the state
    state: str
    rows: tuple[tuple[str, str], ...]  # what it is, what holds
    next: str
    call_number: str  # what the call number is called, where no label is drawn


def say_location(words: Words, standpoint: Standpoint, found: FoundTitle) -> LocationSaid:
    title, availability = found.title, found.availability
    return LocationSaid(
        library=library_name(words, standpoint),
        heading=words("Where it stands"),
        name=" ".join(filter(None, (title.name, title.part))),
        creator=title.creators[0].name if title.creators else "",
        whereabouts=availability.whereabouts,
        state=name_of(words, availability.whereabouts),
        rows=tuple(_rows(words, availability)),
        next=what_next(words, availability),
        call_number=words("Call number"),
    )


def as_plain_text(said: LocationSaid, title: Title) -> str:
    """Plain lines for a phone: no address that it could open, no line that it needs.

    By the first the title opens at a kiosk again.
    """
    call_number = title.call_number
    name = said.name
    if len(name) > LONGEST_TITLE_IN_QR:
        name = f"{name[:LONGEST_TITLE_IN_QR]}…"
    lines = [as_line((title.id,)), said.library, plain(said.heading), name, said.creator]
    if str(call_number):
        lines.append(f"{plain(said.call_number)} {call_number}")
    lines.append(f"{sign_of(said.whereabouts)} {plain(said.state)}")
    lines += [f"{plain(label)} {plain(value)}" for label, value in said.rows]
    lines.append(plain(said.next))
    return "\n".join(line for line in lines if line)


def _rows(words: Words, availability: Availability) -> Iterator[tuple[str, str]]:
    match availability.whereabouts:
        case Whereabouts.HERE | Whereabouts.CLOSED_STACKS | Whereabouts.REFERENCE:
            yield from _one_place(words, availability.nearest)
        case Whereabouts.ELSEWHERE:
            for holding in to_be_fetched(availability)[:MOST_BRANCHES]:
                yield words("Library branch"), _branch_and_shelf(words, holding)
        case Whereabouts.OUT | Whereabouts.IN_TRANSIT | Whereabouts.ON_HOLD_SHELF:
            yield words("People waiting"), str(availability.waiting)
            due = min((each.due for each in availability.holdings if each.due), default=None)
            if due is not None:
                yield words("First back"), day(words, due)


def _one_place(words: Words, holding: Holding) -> Iterator[tuple[str, str]]:
    """A floor and a shelf each on a line of their own: they are looked at while walking."""
    yield words("Library branch"), branch_name(words, holding.branch)
    if holding.floor:
        yield words("Floor"), floor_name(words, holding.floor)
    if holding.shelf:
        yield words("Shelf number"), shelf_name(words, holding.shelf)


def _branch_and_shelf(words: Words, holding: Holding) -> str:
    return shelf_in_room(words, holding.branch, holding.floor, holding.shelf, is_here=False)
