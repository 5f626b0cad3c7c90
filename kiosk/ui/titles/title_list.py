"""A page of titles found, with keys to the pages before and after."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import TextSize
from kiosk.domain.titles import FoundTitle
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.upright_rail import UprightRail
from kiosk.ui.titles.flick import Flick
from kiosk.ui.titles.listing_key import ListingKey
from kiosk.ui.titles.title_row import TitleRow, row_height
from kiosk.visit.listed import Listed
from kiosk.words.words import Words

_RAIL_GAP = 14


class TitleList(Part):
    """Rows from the top, each with a key to the patron's list; the rail at the right."""

    turned = Signal(int)  # how many pages on; back where it is negative

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[TitleRow] = []
        self._keys: list[ListingKey] = []  # beside the rows, where letters leave them room
        self._shown = 0
        self.rail = UprightRail(words, self)
        self.rail.turned.connect(self.turned)
        self._flick = Flick(self)
        self._flick.flicked.connect(self._turn_if_open)

    def show_titles(
        self,
        titles: Sequence[FoundTitle],
        page: int,
        pages: int,
        listed: Listed = Listed(),  # noqa: B008 - empty and never changed
    ) -> None:
        """One page, counted from 0; rows that stay are told anew, never moved."""
        while len(self._rows) < len(titles):
            self._rows.append(TitleRow(self._words, self))
            self._keys.append(ListingKey(self._words, self))
            self._flick.watch(self._rows[-1])
        for row, key, found in zip(self._rows, self._keys, titles, strict=False):
            row.show_title(found)
            key.show_title(found, listed)
        self._shown = len(titles)
        self.rail.show_page(page, max(1, pages))
        self.rail.setVisible(pages > 1)
        self._place()

    def _turn_if_open(self, by: int) -> None:
        key = self.rail.on if by > 0 else self.rail.back
        if key.isEnabled() and self.rail.isVisible():
            self.turned.emit(by)

    @property
    def rows(self) -> tuple[TitleRow, ...]:
        return tuple(self._rows[: self._shown])

    def rows_that_fit(self) -> int:
        """How many titles a page of this height can show."""
        style = self.style_now
        return max(1, (self.height() + style.least_gap) // (row_height(style) + style.least_gap))

    def arrange(self, _style: Style) -> None:
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if not self.has_style:
            return
        style = self.style_now
        rail = self._place_rail(style)
        high, gap = row_height(style), style.least_gap
        has_keys = style.look.size is TextSize.STANDARD
        beside = ListingKey.WIDTH + gap if has_keys else 0
        right = self.width() - rail - _RAIL_GAP
        for at, (row, key) in enumerate(zip(self._rows, self._keys, strict=True)):
            is_shown = at < min(self._shown, self.rows_that_fit())
            row.setVisible(is_shown)
            row.setGeometry(0, at * (high + gap), right - beside, high)
            key.setVisible(is_shown and has_keys)
            key.setGeometry(right - ListingKey.WIDTH, at * (high + gap), ListingKey.WIDTH, high)

    def _place_rail(self, style: Style) -> int:
        """In portrait both keys stand in the lower half, in reach."""
        wide = UprightRail.width_at(style)
        top = round(self.height() / 2) if style.is_portrait else 0
        high = row_height(style) + style.least_gap
        foot = max(1, min(self._shown, self.rows_that_fit())) * high - style.least_gap
        self.rail.setGeometry(
            self.width() - wide, top, wide, max(foot, min(3 * high - 10, self.height())) - top
        )
        return wide
