"""One suggestion: its kind, its text with what matches in bold, and how many or whose."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.keys.row import Row
from kiosk.ui.keys.slab import Face
from kiosk.ui.lettering.fitted import fitted
from kiosk.ui.look.style import Style

_KIND_WIDTHS = (100, 124, 132, 140)
_HEIGHTS = (0, 14, 34, 54)  # px above the token, at the four text sizes
_ICON = 32
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SuggestionRow(Row):
    """Kind, text with what matches in bold, and how many or whose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._kind = self._icon = self._text = self._note = ""
        self._is_first = False

    def show_row(
        self, kind: str, icon: str, text: str, note: str, *, is_first: bool = False
    ) -> None:
        self._kind, self._icon, self._text, self._note = kind, icon, text, note
        self._is_first = is_first
        self.setText("")
        self.update()

    def face(self) -> Face:
        """The first row stands on the soft accent."""
        shown = super().face()
        if not self._is_first or self.isDown():
            return shown
        style = self.style_now
        accent = style.colour("accent")
        return replace(shown, fill=style.colour("accentSoft"), edge=accent, lip_colour=accent)

    def paint_more(self, painter: QPainter, _ink: str) -> None:
        style, box = self.style_now, self.inner()
        x = self._paint_kind(painter, box, style)
        right = box.right() - 20
        paint = self._paint_stacked if style.is_large else self._paint_beside
        paint(painter, QRectF(x, box.top(), right - x, box.height()), style)

    def _paint_beside(self, painter: QPainter, box: QRectF, style: Style) -> None:
        note = fitted(self._note, style, "cap", 0.4 * box.width(), box.height() - 8)
        words = box.adjusted(0, 0, -note.width - 16, 0)
        text = fitted(self._text, style, "name", words.width(), words.height() - 4)
        text.paint(painter, words, _LEFT, style.colour("ink"))
        note.paint(painter, box, _RIGHT, style.colour("ink2"))

    def _paint_stacked(self, painter: QPainter, box: QRectF, style: Style) -> None:
        """Where words are large, how many or whose stands below the text."""
        text = fitted(self._text, style, "name", box.width(), 0.6 * box.height())
        note = fitted(self._note, style, "cap", box.width(), 0.36 * box.height())
        top = box.center().y() - (text.height + note.height) / 2
        upper = QRectF(box.left(), top, box.width(), text.height)
        text.paint(painter, upper, _LEFT, style.colour("ink"))
        lower = QRectF(box.left(), top + text.height, box.width(), note.height)
        note.paint(painter, lower, _LEFT, style.colour("ink2"))

    def _paint_kind(self, painter: QPainter, box: QRectF, style: Style) -> float:
        """Icon above its word; gives the x of the text."""
        wide, ink = _KIND_WIDTHS[style.look.size], style.colour("accentText")
        icon = style.grown(_ICON)
        word = fitted(self._kind, style, "cap", wide, box.height() - icon)
        left = box.left() + 10
        top = box.center().y() - (icon + word.height) / 2
        at = round(left + (wide - icon) / 2)
        painter.drawPixmap(at, round(top), style.icon(self._icon, icon, ink))
        word.paint(painter, QRectF(left, top + icon, wide, word.height), _MIDDLE, ink)
        return left + wide + 14


def suggestion_height(style: Style) -> int:
    """How high every row is."""
    return int(style.component("suggestion_row")) + _HEIGHTS[style.look.size]
