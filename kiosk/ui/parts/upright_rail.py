"""The keys that turn the pages of an answer, one above the other beside its rows."""

from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button, Label
from kiosk.words.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_HIGHEST_KEY = 240  # px
_HELD_MS, _REPEAT_MS = 400, 130  # until a held key begins to turn on, and between its pages
_FEW_PAGES = 10  # no key leaps over so few
_LEAP_PADDING = 4
_WIDTHS = (88, 92, 112, 132)  # px, at the four text sizes: the largest page has four digits


class UprightRail(Part):
    """▲, the page and how many there are, ▼. On the first and last page one key is dashed.

    A held key goes on turning. Where there are many pages, two more keys leap over a tenth of
    them, as far as the first and the last.
    """

    turned = Signal(int)  # how many pages on; back where it is negative

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
        self.leap_back, self.leap_on = Button(parent=self), Button(parent=self)
        self.leap_back.clicked.connect(lambda: self._leap(-1))
        self.leap_on.clicked.connect(lambda: self._leap(1))
        for key in (self.back, self.on, self.leap_back, self.leap_on):
            key.setAutoRepeat(True)
            key.setAutoRepeatDelay(_HELD_MS)
            key.setAutoRepeatInterval(_REPEAT_MS)
        for key in (self.leap_back, self.leap_on):
            key.padding = _LEAP_PADDING

    @staticmethod
    def width_at(style: Style) -> int:
        return _WIDTHS[style.look.size]

    def show_page(self, page: int, pages: int) -> None:
        """Counted from 0."""
        self._page = (page, pages)
        for label, text in zip(self._numbers, (str(page + 1), "／", str(pages)), strict=True):
            label.show_text(text)
            label.setAccessibleName("")
        if self.has_style:
            self._place()
        said = self._words("Page %(page)d of %(pages)d", page=page + 1, pages=pages)
        self._numbers[0].setAccessibleName(plain(said))
        far = ceil(pages / _FEW_PAGES)
        self.leap_back.show_text(f"−{far}")
        self.leap_on.show_text(f"+{far}")
        for key, is_open in (
            (self.back, page > 0),
            (self.leap_back, page > 0),
            (self.on, page + 1 < pages),
            (self.leap_on, page + 1 < pages),
        ):
            key.turn_on() if is_open else key.turn_off()
        self.leap_back.setAccessibleName(
            plain(self._words.count("%(num)d page back", "%(num)d pages back", far))
        )
        self.leap_on.setAccessibleName(
            plain(self._words.count("%(num)d page on", "%(num)d pages on", far))
        )
        self.back.setAccessibleName(plain(self._words("Previous page")))
        self.on.setAccessibleName(plain(self._words("Next page")))

    def _leap(self, way: int) -> None:
        page, pages = self._page
        aim = page + way * ceil(pages / _FEW_PAGES)
        self.turned.emit(max(0, min(pages - 1, aim)) - page)

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
        leap = style.least_target + style.least_gap
        has_leaps = self._page[1] > _FEW_PAGES and room >= 2 * (leap + style.least_target)
        room -= 2 * leap if has_leaps else 0
        high = max(style.least_target, min(_HIGHEST_KEY, room // 2, self.height() // 5 + 60))
        self.back.setGeometry(0, 0, self.width(), high)
        self.on.setGeometry(0, self.height() - high, self.width(), high)
        for key, edge in (
            (self.leap_back, high + style.least_gap),
            (self.leap_on, self.height() - high - leap),
        ):
            key.setVisible(has_leaps)
            key.setGeometry(0, edge, self.width(), style.least_target)
        top = (self.height() - sum(lines)) // 2
        for label, line in zip(self._numbers, lines, strict=True):
            label.setGeometry(QRect(0, top, self.width(), line))
            top += line
