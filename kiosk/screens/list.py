"""The patron's list of titles, in the order in which one walks to them."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from kiosk.domain.listed_titles import MOST_LISTED
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.paged import Paged
from kiosk.ui.screen import Screen
from kiosk.ui.text import Label
from kiosk.ui.titles.list_card import ListCard
from kiosk.ui.titles.list_trouble import tell_list
from kiosk.ui.titles.listed_row import ListedRow
from kiosk.visit import Visit
from kiosk.words.helping import Topic
from kiosk.words.words import Words

_CARD_WIDTHS = (524, 560, 600, 640)  # px, at the four text sizes
_ANY_WIDTH = 10_000


class ListScreen(Screen):
    """Says TitleChosen, TitleUnlisted and ListSlipAsked."""

    help_topic = Topic.SHELF

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head, self.trouble = PageHead("walk"), Explained()
        self.empty = Label()
        self.rows, self.card = Paged(words), ListCard(words)
        self._page = QVBoxLayout(self)
        self._both, self._left = QBoxLayout(QBoxLayout.Direction.LeftToRight), QVBoxLayout()
        self._left.addWidget(self.empty)
        self._left.addWidget(self.rows, 1)
        self._left.addStretch(0)
        self._both.addLayout(self._left, 1)
        self._both.addWidget(self.card)
        self._page.addWidget(self.head)
        self._page.addWidget(self.trouble)
        self._page.addLayout(self._both, 1)

    # ---- being told
    def display(self, visit: Visit) -> None:
        words, listed = self.words, visit.listed
        count = words("%(num)d of %(most)d", num=len(listed.titles), most=MOST_LISTED)
        ends = words("The list is gone when your visit ends.")
        self.head.show_head(words("Your list of titles"), count, ends)
        tell_list(words, self.trouble, visit)
        self.empty.show_text(words("Nothing is on your list. Open a title and touch “To my list”."))
        is_empty = not listed.titles
        self.empty.setVisible(is_empty)
        self.rows.setVisible(not is_empty)
        self._left.setStretch(self._left.count() - 1, int(is_empty))
        self.rows.show_rows([ListedRow(words, found) for found in listed.found])
        self.card.show_slips(listed.slips, is_empty=is_empty)
        self._settle()

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        way, is_tall = QBoxLayout.Direction, style.is_portrait
        self._both.setDirection(way.TopToBottom if is_tall else way.LeftToRight)
        above = style.space(1) if style.is_large else style.space(2)
        self._page.setContentsMargins(style.margin, above, style.margin, above)
        self._page.setSpacing(style.space(2))
        self._both.setSpacing(style.space(4))
        if is_tall:
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(_ANY_WIDTH)
        else:
            self.card.setFixedWidth(_CARD_WIDTHS[style.look.size])
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def _settle(self) -> None:
        if self.has_style:
            make_room(self, *self.card.may_go, self.head.note, self.head)
            self.rows.lay_out()  # now that every row knows its letters
