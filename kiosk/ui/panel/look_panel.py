"""The panel above the bar: every language, or at large text every size or colour, as a key."""

from collections.abc import Iterator
from enum import Enum, auto

from PySide6.QtCore import QPropertyAnimation, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import Scheme, TextSize
from kiosk.events import Event, SchemeChosen, TextSizeChosen
from kiosk.ui.keys.button import Button
from kiosk.ui.keys.language_keys import LanguageKey, offered
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.visit import Look, Visit
from kiosk.words.names import name_of
from kiosk.words.words import Words


class Choice(Enum):
    """What a panel lets one choose."""

    LANGUAGE = auto()
    SIZE = auto()
    SCHEME = auto()


class LookPanel(Part):
    """Opens and closes; says what was chosen. Its keys are as high as the primary key."""

    said = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._look = Look()
        self.choice: Choice | None = None
        self._keys: tuple[Button, ...] = ()
        self._opening = QPropertyAnimation(self, b"geometry", self)
        self.hide()

    def say(self, event: Event) -> None:
        self.said.emit(event)

    def display(self, visit: Visit) -> None:
        """Whatever happened, the choice is over."""
        self._look = visit.look
        self.close_panel()

    def open_panel(self, choice: Choice, above: QRect) -> None:
        """Open above this box (the bar's); what is open already is closed."""
        if self.choice is choice:
            self.close_panel()
            return
        self.close_panel()
        self.choice = choice
        self._keys = tuple(self._make_keys(choice))
        places = self._places(above.width())
        for key, place in zip(self._keys, places, strict=True):
            key.setGeometry(place)
            key.show()
        self._rise(above, max(place.bottom() for place in places) + 1 + self.style_now.space(4))
        if isinstance(self.window().focusWidget(), Button):
            self._keys[0].setFocus()  # whoever walks by keyboard goes on here

    def close_panel(self) -> None:
        self._opening.stop()
        self.choice = None
        for key in self._keys:
            key.hide()
            key.deleteLater()
        self._keys = ()
        self.hide()

    def arrange(self, _style: Style) -> None:
        self.close_panel()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), style.colour("sunken"))
            line = "edge" if style.is_black_yellow else "line"
            painter.fillRect(0, 0, self.width(), style.stroke("line"), style.colour(line))

    def _make_keys(self, choice: Choice) -> Iterator[Button]:
        match choice:
            case Choice.LANGUAGE:
                for language in offered(self._words):
                    language_key = LanguageKey(language, self)
                    language_key.select(language is self._look.language)
                    yield language_key
            case Choice.SIZE:
                for size in TextSize:
                    yield self._key(size, TextSizeChosen(size), is_on=size is self._look.size)
            case Choice.SCHEME:
                for scheme in Scheme:
                    is_on = scheme is self._look.scheme
                    yield self._key(scheme, SchemeChosen(scheme), is_on=is_on)

    def _key(self, value: TextSize | Scheme, says: Event, *, is_on: bool) -> Button:
        key = Button(name_of(self._words, value), says, parent=self)
        key.select(is_on)
        return key

    def _places(self, width: int) -> list[QRect]:
        """As many equal columns as the longest name allows."""
        style = self.style_now
        room, gap = width - 2 * style.margin, style.gap
        widest = max(key.sizeHint().width() for key in self._keys)
        columns = max(1, min(len(self._keys), (room + gap) // (widest + gap)))
        size = QSize(
            (room - gap * (columns - 1)) // columns, int(style.component("primary_height"))
        )
        return [
            QRect(
                style.margin + (at % columns) * (size.width() + gap),
                style.space(4) + (at // columns) * (size.height() + gap),
                size.width(),
                size.height(),
            )
            for at in range(len(self._keys))
        ]

    def _rise(self, above: QRect, height: int) -> None:
        place = QRect(above.left(), above.top() - height, above.width(), height)
        self.setGeometry(place)
        self.show()
        self.raise_()
        duration = self.style_now.ms("panel_open")
        if duration:
            self._opening.setDuration(duration)
            self._opening.setStartValue(place.translated(0, height // 4))
            self._opening.setEndValue(place)
            self._opening.start()
