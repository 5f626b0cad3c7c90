"""A field for a PIN: a dot for each digit, an open circle for each that is still needed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.typing.field import Field
from kiosk.words.words import Words

_PITCH = 52  # px from dot to dot
_RADIUS = 12
_STROKE = 3


class PinField(Field):
    """The digits never become the widget's text; nobody behind the patron reads them."""

    def __init__(
        self, words: Words, shortest: int, longest: int, parent: QWidget | None = None
    ) -> None:
        self._words, self.shortest, self.longest = words, shortest, longest
        self._secret = ""
        super().__init__(icon="lock", numbers=True, parent=parent)

    @property
    def secret(self) -> str:
        return self._secret

    @property
    def is_long_enough(self) -> bool:
        return len(self._secret) >= self.shortest

    def add(self, digit: str) -> None:
        """One more digit; what is no digit, or too much, is left out."""
        if digit.isascii() and digit.isdigit() and len(self._secret) < self.longest:
            self._secret += digit
        self._tell()

    def erase(self) -> None:
        self._secret = self._secret[:-1]
        self._tell()

    def forget(self) -> None:
        """Nothing of what was typed stays."""
        self._secret = ""
        self._tell()

    def arrange(self, style: Style) -> None:
        super().arrange(style)
        self._tell()

    def _tell(self) -> None:
        said = self._words.count("PIN, %(num)d digit", "PIN, %(num)d digits", len(self._secret))
        self.setAccessibleName(plain(said))
        self.update()

    def _paint_text(self, painter: QPainter, box: QRectF, style: Style) -> None:
        typed = len(self._secret)
        places = max(typed, self.shortest)
        pitch = min(_PITCH, box.width() / (self.longest + 1))
        ink = style.colour("ink")
        x = box.left() + pitch / 2
        for place in range(places):
            is_typed = place < typed
            if place == typed:
                self._paint_caret(painter, box, x - pitch / 2, style)
            painter.setPen(QPen(ink, _STROKE))
            painter.setBrush(ink if is_typed else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, box.center().y()), _RADIUS, _RADIUS)
            x += pitch
        if typed == places:
            self._paint_caret(painter, box, x - pitch / 2, style)
