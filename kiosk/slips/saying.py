"""What the slip of a reservation says, in words: the paper and the QR code both say it."""

from dataclasses import dataclass
from datetime import tzinfo

from kiosk.domain.branches import Standpoint
from kiosk.domain.carried_reservations import as_line
from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.words import dates
from kiosk.words.furigana import plain
from kiosk.words.names import name_of
from kiosk.words.places import branch_name, library_name
from kiosk.words.words import Words

LONGEST_TITLE_IN_QR = 300  # characters, so that a camera can read it; on paper it is never cut


@dataclass(frozen=True, slots=True)
class Said:
    """Of one language; headings and rows may bear furigana. Nothing of the patron."""

    library: str
    heading: str
    rows: tuple[tuple[str, str], ...]  # what it is, what holds
    call_number: str  # what the call number is called, where no label is drawn
    number: str  # what the reservation number is called


def say(words: Words, standpoint: Standpoint, reservation: Reservation, zone: tzinfo) -> Said:
    received = dates.short_moment(words, reservation.requested_at.astimezone(zone))
    return Said(
        library=library_name(words, standpoint),
        heading=words("Your reservation"),
        rows=(
            (words("Pick up at"), branch_name(words, reservation.pickup)),
            (words("Notice"), name_of(words, reservation.notice)),
            *_edition(words, reservation),
            *_progress(words, reservation),
            (words("Received"), received),
        ),
        call_number=words("Call number"),
        number=words("Reservation number"),
    )


def as_text(said: Said, reservation: Reservation) -> str:
    """Plain lines for a phone: no address that it could open.

    By the first a kiosk knows the slip again.
    """
    title = reservation.title_name
    if len(title) > LONGEST_TITLE_IN_QR:
        title = f"{title[:LONGEST_TITLE_IN_QR]}…"
    first = as_line(reservation.number)
    lines = [first, said.library, plain(said.heading), title, reservation.creator]
    if str(reservation.call_number):
        lines.append(f"{plain(said.call_number)} {reservation.call_number}")
    lines += [f"{plain(name)} {plain(value)}" for name, value in said.rows]
    lines.append(f"{plain(said.number)} {reservation.number}")
    return "\n".join(line for line in lines if line)


def _edition(words: Words, reservation: Reservation) -> tuple[tuple[str, str], ...]:
    """Said only where another edition may come."""
    return ((words("Edition"), words("any of them")),) if reservation.any_edition else ()


def _progress(words: Words, reservation: Reservation) -> tuple[tuple[str, str], ...]:
    """The place in the queue, or what became of the reservation since."""
    if reservation.is_kept:
        return ((words("Your turn"), words("to be sent when the line is back")),)
    if reservation.state is ReservationState.READY:
        return tuple(_ready(words, reservation))
    if reservation.position is None:
        return ((words("State"), name_of(words, reservation.state)),)
    return ((words("Your turn"), words("No. %(position)d", position=reservation.position)),)


def _ready(words: Words, reservation: Reservation) -> list[tuple[str, str]]:
    rows = [(words("State"), name_of(words, reservation.state))]
    if reservation.hold_shelf:
        rows.append((words("Hold shelf"), reservation.hold_shelf))
    if reservation.ready_until is not None:
        rows.append((words("Kept until"), dates.day(words, reservation.ready_until)))
    return rows
