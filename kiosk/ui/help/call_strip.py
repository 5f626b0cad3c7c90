"""The strip at the foot of help: how a librarian is called, and how the call stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kiosk.domain.calls import CallState
from kiosk.events import CallTakenBack, LibrarianCalled, ScreenName
from kiosk.premises import Calling, Premises
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.text import Button, Kind, Label
from kiosk.words.calling import call_note
from kiosk.words.words import Words

_ICON = 48


class CallStrip(Part):
    """Who asks is told to ask the staff, who come when called; `beside` are other keys."""

    def __init__(self, words: Words, *beside: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._was_called = False
        self._icon = IconMark("person", _ICON)
        self.said = Label(bold=True)
        self.call = Button(kind=Kind.PRIMARY, icon="person")
        self.take_back = Button(says=CallTakenBack(), icon="x", role="lead")
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._told, self._beside = QHBoxLayout(), QHBoxLayout()
        self._told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._told.addWidget(self.said, 1)
        for key in beside:
            self._beside.addWidget(key)
        self._line.addLayout(self._told, 1)
        self._line.addLayout(self._beside)
        self._line.addWidget(self.call)
        self._line.addWidget(self.take_back)

    def open(self) -> None:
        """What was over before is of no interest to who asks now."""
        self._was_called = False

    def display(self, premises: Premises, screen: ScreenName | None) -> None:
        calling = premises.calling
        is_called = calling.call is not None or calling.is_asked
        self.call.says = LibrarianCalled(screen)
        self.call.show_text(self._words("Call a librarian"))
        self.take_back.show_text(self._words("Stop calling"))
        self.call.setVisible(not is_called)
        self.take_back.setVisible(is_called)
        self._open_keys(calling, is_line_down=premises.is_line_down)
        self._tell(self._what_is(premises), is_coming=_is_coming(calling))
        self._was_called = self._was_called or calling.call is not None

    def _open_keys(self, calling: Calling, *, is_line_down: bool) -> None:
        if is_line_down:
            self.call.turn_off(self._words("Please come to the counter."))
        else:
            self.call.turn_on()
        if is_line_down or calling.is_asked:
            self.take_back.turn_off()
        else:
            self.take_back.turn_on()

    def _what_is(self, premises: Premises) -> str:
        words, calling = self._words, premises.calling
        note = call_note(words, calling.call)
        if calling.is_lost:
            return words("Nobody was reached. Please come to the counter.")
        if calling.is_asked and not note:
            return words("Calling a librarian.")
        if note:
            return note
        if premises.is_line_down:
            return words("The line is down.")
        if self._was_called:
            return words("The call is over. You may call again.")
        return words("Something is not clear? Please ask the staff.")

    def _tell(self, text: str, *, is_coming: bool) -> None:
        ink = "ok" if is_coming else "ink"
        self._icon.show_icon("walk" if is_coming else "person", ink)
        self.said.show_ink(ink)
        if text == self.said.text():
            return
        self.said.show_text(text)
        if self.isVisible():  # who can't see it hears it
            QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))

    def arrange(self, style: Style) -> None:
        way = QBoxLayout.Direction
        is_upright = style.is_portrait
        self._line.setDirection(way.TopToBottom if is_upright else way.LeftToRight)
        self._line.setContentsMargins(style.margin, style.space(3), style.margin, style.space(3))
        self._line.setSpacing(style.gap if is_upright else style.space(4))
        self._told.setSpacing(style.space(3))
        self._beside.setSpacing(style.gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), style.colour("surface"))
            painter.fillRect(0, 0, self.width(), style.stroke("line"), style.colour("line"))


def _is_coming(calling: Calling) -> bool:
    return calling.call is not None and calling.call.state is CallState.ON_THE_WAY
