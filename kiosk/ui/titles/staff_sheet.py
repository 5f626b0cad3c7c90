"""One title for the eyes of the staff: large, plain, in Japanese whatever the patron reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain import errors
from kiosk.domain.looks import Language
from kiosk.domain.titles import FoundTitle
from kiosk.ui.covers.spine_label import LabelSize, SpineLabel
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.text import Label
from kiosk.ui.titles.entries import part_name
from kiosk.ui.titles.state import state_and_place
from kiosk.words.words import Words

_JAPANESE = Language.JAPANESE
_SIZES = ("display", "head", "title")  # roles of the name: as large as there is room for it
_WANTS_TO_RESERVE = (
    errors.AlreadyOnLoan,
    errors.AlreadyReserved,
    errors.LimitReached,
    errors.LineLost,
    errors.NotReservable,
)


class StaffSheet(Sheet):
    """Whoever cannot speak, or no Japanese, holds no paper: the screen asks for them.

    Nothing of the patron stands on it; what they want, only as far as the page knows.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.wanted = _japanese("head", ink="accentText", bold=True)
        self.name, self.reading = _japanese("display", bold=True), _japanese("title", ink="ink2")
        self.makers = _japanese("head")
        self.label = SpineLabel(words, LabelSize.STAFF)
        self.state, self.place = _japanese("display", bold=True), _japanese("head")
        self.number = _japanese("lead", ink="ink2")
        where = QVBoxLayout()
        where.addWidget(self.state)
        where.addWidget(self.place)
        where.addWidget(self.number)
        self._found = QHBoxLayout()
        self._found.addWidget(self.label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._found.addLayout(where, 1)
        self.body.addWidget(self.wanted)
        self.body.addStretch(1)
        for part in (self.reading, self.name, self.makers):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addLayout(self._found)
        self.body.addStretch(1)

    def show_title(self, found: FoundTitle, trouble: Exception | None) -> None:
        title, words = found.title, self._words.speaking(_JAPANESE)
        self.wanted.show_text(_wish(words, trouble))
        part = part_name(words, title) if title.part else ""
        self.name.show_text("　".join(filter(None, (as_catalogued(title.name), part))))
        self.reading.show_text(as_catalogued(title.reading or ""))
        self.makers.show_text(as_catalogued("　".join(each.name for each in title.creators)))
        self.label.show_call_number(title.call_number)
        state, place = state_and_place(words, found)
        self.state.show_text(state)
        self.place.show_text("" if found.parts else place)
        self.number.show_text(words("Title number %(number)s", number=title.id))
        self._name_key(words)
        self.arrange_anew()

    def _name_key(self, words: Words) -> None:
        """For the patron and for whoever of the staff closes it."""
        ours, theirs = self._words("Close"), words("Close")
        self.close_key.show_text(ours, "" if ours == theirs else theirs)

    def arrange(self, style: Style) -> None:
        super().arrange(style)
        self._found.setSpacing(style.space(6))
        if not self.is_open:
            return
        for role in _SIZES:
            for label in (self.name, self.state):
                label.role = role
                label.arrange(style)
            self._make_room()
            if fits(self):
                return

    def _make_room(self) -> None:
        optional = (self.number, self.reading, self.makers, self.place)
        for part in optional:
            part.setVisible(bool(part.text()))
        make_room(self, *(part for part in optional if part.text()))


def _japanese(role: str, *, ink: str = "ink", bold: bool = False) -> Label:
    return Label(role, ink, bold=bold, language=_JAPANESE)


def _wish(words: Words, trouble: Exception | None) -> str:
    """What the patron wants, as they would say it at the counter."""
    if isinstance(trouble, _WANTS_TO_RESERVE):
        return words("I would like to reserve this. What can I do?")
    return words("I am looking for this.")
