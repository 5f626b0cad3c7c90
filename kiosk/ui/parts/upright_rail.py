"""The keys that turn the pages of an answer, one above the other beside its rows."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button, Label
from kiosk.words.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_HIGHEST_KEY = 240  # px
_WIDTHS = (88, 92, 112, 132)  # px, at the four text sizes: the largest page has four digits


class UprightRail(Part):
    """▲, the page and how many there are, ▼. On the first and last page one key is dashed."""

    turned = Signal(int)  # -1 or 1

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._page = (0, 1)
        self.back = Button(icon="up", parent=self)
        self.on = Button(icon="down", parent=self)
        self._numbers = tuple(
            Label(role, bold=bold, numbers=True, align=_MIDDLE, parent=self)
            for role, bold in (("name", True), ("cap", False), ("label", False))
        )
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))

    @staticmethod
    def width_at(style: Style) -> int:
        return _WIDTHS[style.look.size]

    def show_page(self, page: int, pages: int) -> None:
        """Counted from 0."""
        self._page = (page, pages)
        for label, text in zip(self._numbers, (str(page + 1), "／", str(pages)), strict=True):
            label.show_text(text)
            label.setAccessibleName("")
        said = self._words("Page %(page)d of %(pages)d", page=page + 1, pages=pages)
        self._numbers[0].setAccessibleName(said)
        for key, is_open in ((self.back, page > 0), (self.on, page + 1 < pages)):
            key.turn_on() if is_open else key.turn_off()
        self.back.setAccessibleName(self._words("Previous page"))
        self.on.setAccessibleName(self._words("Next page"))

    def arrange(self, _style: Style) -> None:
        self.show_page(*self._page)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if not self.has_style:
            return
        style = self.style_now
        lines = [label.letters.px + 8 for label in self._numbers]
        room = self.height() - sum(lines) - 2 * style.least_gap
        high = max(style.least_target, min(_HIGHEST_KEY, room // 2, self.height() // 5 + 60))
        self.back.setGeometry(0, 0, self.width(), high)
        self.on.setGeometry(0, self.height() - high, self.width(), high)
        top = (self.height() - sum(lines)) // 2
        for label, line in zip(self._numbers, lines, strict=True):
            label.setGeometry(QRect(0, top, self.width(), line))
            top += line
