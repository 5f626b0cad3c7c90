"""A field whose letters nobody behind the patron can read."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.text import Button
from kiosk.ui.typing.field import Field
from kiosk.words.words import Words

_PITCH = 36  # px from dot to dot
_KEY_EDGE = 10


class PasswordField(Field):
    """Dots, and the letters themselves while 見る is held. Forgets when told to.

    The secret never becomes the widget's accessible text: only how many letters there are.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._words = words
        self._is_seen = False
        super().__init__(numbers=True, parent=parent)
        self._look = Button(icon="eye", parent=self)
        self._look.padding = 14
        self._look.pressed.connect(lambda: self._see(is_seen=True))
        self._look.released.connect(lambda: self._see(is_seen=False))

    @property
    def secret(self) -> str:
        return self._text

    def forget(self) -> None:
        """Nothing of what was typed stays."""
        self._text = ""
        self._see(is_seen=False)
        self._tell()

    def arrange(self, style: Style) -> None:
        super().arrange(style)
        self._look.show_text(self._words("Show"))
        self._place()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self.has_style:
            wide = self._look.sizeHint().width()
            high = self.height() - 2 * _KEY_EDGE
            self._look.setGeometry(QRect(self.width() - wide - _KEY_EDGE, _KEY_EDGE, wide, high))

    def _see(self, *, is_seen: bool) -> None:
        self._is_seen = is_seen
        self.update()

    def _tell(self) -> None:
        said = self._words.count(
            "Password, %(num)d letter", "Password, %(num)d letters", len(self._text)
        )
        self.setAccessibleName(plain(said))
        self.update()

    def _paint_text(self, painter: QPainter, box: QRectF, style: Style) -> None:
        """A dot a letter, closer together for a long one."""
        if self._is_seen or not self._text:
            super()._paint_text(painter, box, style)
            return
        pitch = min(_PITCH, (box.width() - _PITCH) / len(self._text))
        radius = 0.32 * pitch
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("ink"))
        x = box.left() + radius
        for _ in self._text:
            painter.drawEllipse(QPointF(x, box.center().y()), radius, radius)
            x += pitch
        self._paint_caret(painter, box, x, style)

    def _paint_hint(self, _painter: QPainter, _box: QRectF, _left: float, _style: Style) -> float:
        """Where a hint would be, the key stands."""
        return self._look.x() - 12.0
