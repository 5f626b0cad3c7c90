"""Rows in one or two columns, as many to a page as have room; the rest a key away."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.page_rail import PageRail
from kiosk.words.words import Words


class Paged(Part):
    """Shows its rows from the top, and a page rail only where they need more than one page."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._pages: list[list[QRect]] = [[]]
        self.page = 0
        self.columns = 1
        self.least_row = 0  # px; a row is never lower
        self.is_tight = False  # rows are as low as their words allow
        self.keeps_rows = False  # a row that leaves may come back: it is hidden, not deleted
        self.rail = PageRail(words, self)
        self.rail.turned.connect(self._turn)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Take these rows instead of the ones before; the page stays, if there is one still."""
        for old in self._rows:
            if old not in rows:
                self._let_go(old)
        self._rows = list(rows)
        for row in rows:
            row.setParent(self)
        self.lay_out()

    def _let_go(self, row: QWidget) -> None:
        row.hide()
        if not self.keeps_rows:
            row.setParent(None)
            row.deleteLater()

    def arrange(self, _style: Style) -> None:
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # in other lines the highest row is another one

    @property
    def pages(self) -> int:
        return len(self._pages)

    def whole_height(self, width: int) -> int:
        """What all rows take on one page."""
        boxes = self._cut(QRect(0, 0, width, 1 << 20), self.style_now)[0]
        return boxes[-1].bottom() + 1 if boxes else 0

    def height_of(self, lines: int, width: int) -> int:
        """What the first lines take, with the rail below them where there are more."""
        boxes = self._cut(QRect(0, 0, width, 1 << 20), self.style_now)[0]
        first = boxes[: lines * self.columns]
        if not first:
            return 0
        has_rail = len(boxes) > len(first) and self.style_now.is_portrait
        below = self.style_now.gap + self.style_now.least_target if has_rail else 0
        return first[-1].bottom() + 1 + below

    def lay_out(self) -> None:
        """Place the rows of this page; call it when a row has new words."""
        if not self.has_style:
            return
        style = self.style_now
        room = QRect(self.rect())
        self.is_tight = False
        self._pages = self._cut(room, style)
        if len(self._pages) > 1:
            self.is_tight = True
            self._pages = self._cut(room, style)
        if len(self._pages) > 1:
            room = self._place_rail(room, style)
            self._pages = self._cut(room, style)
        self.rail.setVisible(len(self._pages) > 1)
        self.page = max(0, min(self.page, len(self._pages) - 1))
        self.rail.show_page(self.page, len(self._pages))
        self._show_page()

    def _place_rail(self, room: QRect, style: Style) -> QRect:
        """The rail at its edge; gives what is left for the rows."""
        if style.is_portrait:
            high = style.least_target
            self.rail.setGeometry(room.left(), room.bottom() + 1 - high, room.width(), high)
            return room.adjusted(0, 0, 0, -high - style.gap)
        wide = self.rail.width_in(room.height(), style)
        self.rail.setGeometry(room.right() + 1 - wide, room.top(), wide, room.height())
        return room.adjusted(0, 0, -wide - style.least_gap, 0)

    def _cut(self, room: QRect, style: Style) -> list[list[QRect]]:
        """The pages, each with the boxes of its rows, one after the other."""
        gap = style.gap
        width = (room.width() - gap * (self.columns - 1)) // self.columns
        pages: list[list[QRect]] = [[]]
        top = 0
        for first in range(0, len(self._rows), self.columns):
            line = self._rows[first : first + self.columns]
            high = max(self._height(row, width) for row in line)
            if pages[-1] and top + high > room.height():
                pages.append([])
                top = 0
            for at, _row in enumerate(line):
                pages[-1].append(QRect(at * (width + gap), top, width, high))
            top += high + gap
        return pages

    def _height(self, row: QWidget, width: int) -> int:
        return max(self.least_row, _asked(row, width))

    def _show_page(self) -> None:
        before = sum(len(page) for page in self._pages[: self.page])
        boxes = self._pages[self.page]
        for at, row in enumerate(self._rows):
            is_here = before <= at < before + len(boxes)
            if is_here:
                row.setGeometry(boxes[at - before])
            row.setVisible(is_here)

    def _turn(self, by: int) -> None:
        self.page += by
        self.lay_out()

    # ---- what Qt asks
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for the highest row, and in portrait for the rail below."""
        if not self.has_style:
            return QSize()
        style = self.style_now
        width = max(self.width() - 2 * style.least_target, 4 * style.least_target)
        width = (width - style.gap * (self.columns - 1)) // self.columns
        high = max((_asked(row, width) for row in self._rows), default=style.least_target)
        if style.is_portrait:
            high += style.gap + style.least_target
        return QSize(4 * style.least_target, high)


def _asked(row: QWidget, width: int) -> int:
    return row.heightForWidth(width) if row.hasHeightForWidth() else row.sizeHint().height()
