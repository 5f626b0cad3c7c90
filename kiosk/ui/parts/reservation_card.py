"""One reservation as a card: the book, how it stands, where and until when."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.looks import TextSize
from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.domain.titles import Creator, Title
from kiosk.ui.covers.cover import Cover, CoverSize
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.style import Style
from kiosk.ui.parts.chip import Chip
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Label
from kiosk.ui.titles.whereabouts import branch_name
from kiosk.words.dates import day
from kiosk.words.names import name_of
from kiosk.words.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class State:
    """How a reservation stands, as its chip shows it."""

    text: str
    icon: str
    colour: str  # a token with a soft ground: ok, wait, stop, accent; or ink2


class ReservationCard(Surface):
    """To be read. The title stands as catalogued, without readings of ours."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._cover = Cover(CoverSize.LIST)
        self._title = Label("name", bold=True)
        self._chip = Chip()
        self._details = Label("label")
        self._shelf_name = Label("cap", ink="ink2", align=_MIDDLE)
        self._shelf = Label("title", bold=True, numbers=True, align=_MIDDLE)
        self._row = QHBoxLayout(self)
        self._texts, self._place = QVBoxLayout(), QVBoxLayout()
        self._row.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._texts, 1)
        self._row.addLayout(self._place)
        self._fill_columns()

    def _fill_columns(self) -> None:
        for column in (self._texts, self._place):
            column.addStretch(1)
        for text in (self._title, self._chip, self._details):
            self._texts.addWidget(text)
        for label in (self._shelf_name, self._shelf):
            self._place.addWidget(label)
        for column in (self._texts, self._place):
            column.addStretch(1)
            column.setSpacing(0)

    def show_reservation(self, reservation: Reservation) -> None:
        self._cover.show_title(title_of(reservation))
        self._title.show_text(as_catalogued(reservation.title_name))
        state = state_of(self._words, reservation)
        self._chip.show_state(state.text, state.icon, state.colour)
        self._details.show_text(details_of(self._words, reservation))
        is_ready = reservation.state is ReservationState.READY
        self.show_outline("ok" if is_ready else "")
        self._shelf_name.show_text(self._words("Hold shelf") if reservation.hold_shelf else "")
        self._shelf.show_text(reservation.hold_shelf)
        for label in (self._shelf_name, self._shelf):
            label.setVisible(is_ready and bool(reservation.hold_shelf))
        self.setAccessibleName(self._spoken())

    def arrange(self, style: Style) -> None:
        self._cover.setVisible(style.look.size is not TextSize.LARGEST)
        side = style.space(4)
        self._row.setContentsMargins(side, style.space(3), side, style.space(3))
        self._row.setSpacing(style.space(4))
        self._texts.setSpacing(style.space(0))

    def _spoken(self) -> str:
        shelf = f"{self._shelf_name.text()} {self._shelf.text()}"
        parts = (self._title.text(), self._chip.accessibleName(), self._details.text(), shelf)
        return " ".join(part for part in parts if part.strip())


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
    return words("Collect at %(branch)s. Notice: %(notice)s", branch=branch, notice=notice)


def title_of(reservation: Reservation) -> Title:
    """As much of the title as its cover is woven from."""
    creators = (Creator(reservation.creator),) if reservation.creator else ()
    return Title(
        reservation.title,
        reservation.title_name,
        creators=creators,
        call_number=reservation.call_number,
    )
