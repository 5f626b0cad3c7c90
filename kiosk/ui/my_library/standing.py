"""How a reservation stands, in words: its chip, and the line below."""

from dataclasses import dataclass

from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.words.dates import day
from kiosk.words.names import name_of
from kiosk.words.places import branch_name
from kiosk.words.waiting import how_long, is_told, why_moved
from kiosk.words.words import Words


@dataclass(frozen=True, slots=True)
class State:
    """How something stands, as its chip shows it."""

    text: str
    icon: str
    colour: str  # a token with a soft ground: ok, wait, stop, accent; or ink2


def state_of(words: Words, reservation: Reservation) -> State:
    """The chip; a kept reservation is with nobody but this kiosk."""
    if reservation.is_kept:
        return State(words("Kept here, not sent yet"), "clock", "wait")
    match reservation.state:
        case ReservationState.READY:
            return State(words("Ready to collect"), "check", "ok")
        case ReservationState.IN_TRANSIT:
            branch = branch_name(words, reservation.pickup)
            return State(words("On its way to %(branch)s", branch=branch), "truck", "accent")
        case ReservationState.QUEUED if reservation.position is not None:
            said = words("Waiting: no. %(position)d", position=reservation.position)
            return State(said, "queue", "wait")
        case ReservationState.CANCELLED | ReservationState.EXPIRED as state:
            return State(name_of(words, state), "x", "ink2")
        case state:
            return State(name_of(words, state), "clock", "ink2")


def details_of(words: Words, reservation: Reservation) -> str:
    """Where it is collected, and until when or how the patron is told."""
    branch = branch_name(words, reservation.pickup)
    if reservation.is_kept:
        return words("It is sent when the line is back. No. %(number)s", number=reservation.number)
    if reservation.state is ReservationState.READY and reservation.ready_until is not None:
        until = day(words, reservation.ready_until)
        return words("%(branch)s, until **%(day)s**", branch=branch, day=until)
    notice = name_of(words, reservation.notice)
    return words("At %(branch)s. Notice: %(notice)s", branch=branch, notice=notice)


def more_of(words: Words, reservation: Reservation, *, hides_title: bool) -> tuple[str, ...]:
    """A line each: its order, how long it takes, and why its place changed."""
    lines = []
    if reservation.sequence_rank is not None and (hides_title or not reservation.comes_after):
        lines.append(words("In your order: no. %(rank)d", rank=reservation.sequence_rank))
    if is_told(reservation.waiting) and reservation.waiting is not None:
        lines.append(how_long(words, reservation.waiting))
    return *lines, *reasons_of(words, reservation, hides_title=hides_title)


def reasons_of(words: Words, reservation: Reservation, *, hides_title: bool) -> tuple[str, ...]:
    """A line each: after which title it comes, and why its place changed."""
    lines = []
    if reservation.comes_after and not hides_title:
        before = as_catalogued(reservation.comes_after)
        lines.append(words("Comes after “%(title)s”", title=before))
    if reservation.moved is not None:
        lines.append(why_moved(words, reservation.moved))
    return tuple(lines)
