"""One title on its page: left what it is, in the middle where it is, right what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.titles import FoundTitle
from kiosk.ui.covers.cover import Cover, CoverSize
from kiosk.ui.covers.spine_label import LabelSize, SpineLabel
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Label
from kiosk.ui.titles.about_title import AboutTitle, is_blank
from kiosk.ui.titles.beside_title import Beside, BesideTitle
from kiosk.ui.titles.title_card import TitleCard
from kiosk.ui.titles.title_trouble import tell_trouble
from kiosk.visit import Visit
from kiosk.words.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_ANY_WIDTH = 10_000
_CARD_WIDTHS = (524, 560, 600, 640)  # px, at the four text sizes
_LEAST_ROWS = 3  # of a list that stands below what the title is
_LEAST_ALONE = 2  # of one that has the page to itself


class TitlePage(Part):
    """Where not everything has room, the title and each list beside it stand behind tabs."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._found: FoundTitle | None = None
        self.cover = Cover(CoverSize.TITLE)
        self.label = SpineLabel(words, LabelSize.TITLE)
        self.same = Label("cap", ink="ink2", align=_MIDDLE)
        self.about = AboutTitle(words)
        self.beside = BesideTitle(words, self)
        self.beside.tabs.setParent(self)
        self.card = TitleCard(words, self)
        self.trouble = Explained(parent=self)
        self.beside.turned.connect(self._make_room)
        self.about.all_similar.clicked.connect(lambda: self.beside.turn_to(Beside.SIMILAR))
        self._lay_out()

    # ---- laying out
    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._book, self._label_card = Part(parent=self), Surface(parent=self)
        self._labels = QVBoxLayout(self._label_card)
        self._labels.addWidget(self.label, 0, _MIDDLE)
        self._labels.addWidget(self.same)
        book = QVBoxLayout(self._book)
        book.setContentsMargins(0, 0, 0, 0)
        book.addWidget(self.cover)
        book.addWidget(self._label_card)
        book.addStretch(1)
        self._middle = Part(parent=self)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.about)
        middle.addStretch(1)

    def arrange(self, style: Style) -> None:
        side, within = style.margin, style.space(4)
        above, below = (style.space(1),) * 2 if style.is_large else (style.space(3), style.gap)
        self._grid.setContentsMargins(side, above, side, below)
        self._grid.setHorizontalSpacing(style.space(5 if style.is_large else 6))
        self._grid.setVerticalSpacing(style.space(3))
        self._labels.setContentsMargins(style.gap, within, style.gap, style.gap)
        self._label_card.setVisible(not style.is_portrait)
        self._place(style)

    def _place(self, style: Style) -> None:
        """Tabs above the list they turn; below it where the title stands behind one of them."""
        tabs, is_tall = self.beside.tabs, style.is_portrait
        for part in (self.trouble, self._book, self._middle, self.beside, tabs, self.card):
            self._grid.removeWidget(part)
        rows = (3, 2) if self.beside.has_about else (2, 3)
        column, span = (0, 2) if is_tall else (1, 1)
        self._grid.addWidget(self.trouble, 0, 0, 1, 2)
        self._grid.addWidget(self._book, 1, 0, 1 if is_tall else 3, 1)
        self._grid.addWidget(self._middle, 1, 1)
        self._grid.addWidget(tabs, rows[0], column, 1, span)
        self._grid.addWidget(self.beside, rows[1], column, 1, span)
        if is_tall:
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(_ANY_WIDTH)
            self._grid.addWidget(self.card, 4, 0, 1, 2)
        else:
            self.card.setFixedWidth(_CARD_WIDTHS[style.look.size])
            self._grid.addWidget(self.card, 0, 2, 4, 1)
        self._grid.setColumnStretch(1, 1)
        for row in (1, 2, 3):
            self._grid.setRowStretch(row, 1 if row == self._growing_row(rows[1]) else 0)

    def _list_width(self, style: Style) -> int:
        wide = self.width() - 2 * style.margin
        if style.is_portrait:
            return max(1, wide)
        beside = self._book.sizeHint().width() + _CARD_WIDTHS[style.look.size]
        return max(1, wide - beside - 2 * self._grid.horizontalSpacing())

    def _growing_row(self, of_list: int) -> int:
        return 1 if self.beside.shown is Beside.ABOUT else of_list

    # ---- making room
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where letters are large the lists stand behind their tabs; then the small print goes.

        Once, when it is seen: before, its size is none that it will have.
        """
        if not self.has_style or self._found is None or not self.isVisible():
            return
        ways = ((False, _LEAST_ROWS), (True, _LEAST_ALONE), (True, 1))
        for is_behind_tabs, lines in ways[1 if self.style_now.is_large else 0 :]:
            if self._give_way(lines, is_behind_tabs=is_behind_tabs):
                break
        self.about.fill_summary(self)

    def _give_way(self, lines: int, *, is_behind_tabs: bool) -> bool:
        """Whether all fits then. lines: how many of a list are to be seen at once."""
        style = self.style_now
        self.beside.offer_about(has_about=is_behind_tabs)
        self.beside.lay_open(lines, self._list_width(style))
        self._place(style)
        has_list = self.beside.shown is not Beside.ABOUT and bool(self.beside.offered)
        is_list_alone = is_behind_tabs and has_list
        self.beside.setVisible(has_list)
        self.beside.tabs.setVisible(self.beside.has_tabs)
        self._middle.setVisible(not is_list_alone)
        self._book.setVisible(not (is_list_alone and style.is_portrait))
        self.about.show_all(has_similar=not self.beside.has_tabs)
        self.same.setVisible(not style.is_large)
        about = tuple(part for part in self.about.parts if not is_blank(part))
        if style.is_portrait:
            self._shrink_card(about, self.cover)
            return make_room(self, *about, self.cover)
        self._shrink_card((*about, self.cover))  # side by side each column is shrunk alone
        make_room(self, *about)
        return make_room(self, self.cover)

    def _shrink_card(self, without: tuple[QWidget, ...], *and_at_last: QWidget) -> None:
        """First the small print goes, then the sign of the shelf becomes a line of words.

        without: what takes no room meanwhile.
        """
        for part in without:
            part.setVisible(False)
        card = self.card
        small, all_parts = card.first_to_go, (*card.first_to_go, *card.last_to_go)
        for is_drawn, optional in ((True, small), (False, small), (False, all_parts)):
            for part in card.last_to_go:
                part.setVisible(True)
            card.standing.draw_sign(is_drawn=is_drawn)
            if make_room(self, *optional, *and_at_last):
                return

    # ---- being told
    def show_visit(self, visit: Visit) -> None:
        found, related = visit.search.chosen, visit.search.related
        assert found is not None, "the chart shows a title only once chosen"
        self._found = found
        self.cover.show_title(found.title)
        self.label.show_call_number(found.title.call_number)
        self.same.show_text(self._words("As on the spine"))
        self.about.show_title(found.title, related.headings)
        self.beside.show_title(found, related)
        self.card.show_visit(visit)
        tell_trouble(self._words, self.trouble, visit)
        self._make_room()
