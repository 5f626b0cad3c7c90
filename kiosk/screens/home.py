"""The first screen: one sentence, one field, one shelf."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.devices import Device
from kiosk.domain.titles import FoundTitle
from kiosk.events import MyLibraryAsked
from kiosk.ui.covers.bookshelf import Bookshelf
from kiosk.ui.keys.hero_key import HeroKey
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.hint_tile import HintTile
from kiosk.ui.parts.other_tongues import OtherTongues
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Button, Label
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.words import Words

_LOW = Qt.AlignmentFlag.AlignBottom
_LEFT = Qt.AlignmentFlag.AlignLeft
_NARROW, _WIDE = 320, 700  # px for the sentence in another language
_ALL = 1000  # of the room that is left; a stretch takes it only where no shelf stands
_ON_UPPER_SHELF = 3  # in portrait, where a second board stands below


class HomeScreen(Screen):
    """Stands between visits. A touch beside what can be touched only stops the motion."""

    bar = BarKind.HOME
    is_resting = True

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.sentence = Label("display", literary=True)
        self.others = OtherTongues(words, _touch_to_search)
        self.trouble = Explained()
        self.hero = HeroKey()
        self.my_library = Button(says=MyLibraryAsked(), icon="person", role="name", align=_LEFT)
        self.scanning = HintTile("scan")
        self.card = HintTile("card")
        self.shelf = Bookshelf(words)
        self.lower_shelf = Bookshelf(words, has_cat=True)
        self._titles: tuple[FoundTitle, ...] = ()
        self._lay_out()

    # ---- laying out
    def _lay_out(self) -> None:
        self._page, self._head = QVBoxLayout(self), QHBoxLayout()
        self._keys = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle = QVBoxLayout()
        self._head.addWidget(self.sentence, 1)
        self._head.addWidget(self.others, 0, _LOW)
        for tile in (self.my_library, self.scanning, self.card):
            self._keys.addWidget(tile, 1)
        self._middle.addWidget(self.trouble)
        self._middle.addWidget(self.hero)
        self._middle.addLayout(self._keys)
        self._page.addLayout(self._head)
        self._page.addLayout(self._middle)
        self._page.addWidget(self.shelf, _ALL)
        self._page.addWidget(self.lower_shelf, _ALL)
        self._page.addStretch(1)

    def arrange(self, style: Style) -> None:
        side, is_tall = style.margin, style.is_portrait
        self._page.setContentsMargins(0, style.space(1), 0, 0)
        self._head.setContentsMargins(side, 0, side, 0)
        self._middle.setContentsMargins(side, 0, side, 0)
        self._keys.setSpacing(style.gap)
        self._page.removeWidget(self.shelf)
        self._page.insertWidget(1 if is_tall else 2, self.shelf, _ALL)
        self.my_library.padding = style.space(4)
        self.shelf.has_cat = not is_tall
        self.others.setMaximumWidth(_NARROW if is_tall else _WIDE)
        self._fill_shelves()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """What goes first where letters are large: hints, second shelf, other languages, shelf."""
        if not self.has_style:
            return
        style = self.style_now
        is_tall, is_large = style.is_portrait, style.is_large
        is_close = is_large or not self.trouble.isHidden()
        for column in (self._page, self._middle):
            column.setSpacing(style.least_gap if is_close else style.space(4))
        parts = (
            (self.card, bool(self.card.what.text())),
            (self.lower_shelf, is_tall and len(self._titles) > _ON_UPPER_SHELF),
            (self.scanning, bool(self.scanning.what.text())),
            (self.others, not (is_tall and is_large)),
            (self.shelf, True),
        )
        for part, is_wanted in parts:
            part.setVisible(is_wanted)
        make_room(self, *(part for part, is_wanted in parts if is_wanted))

    # ---- being told
    def display(self, visit: Visit) -> None:
        words = self.words
        self.sentence.show_text(words("What are you looking for?"))
        self.others.show_others()
        self.trouble.explain(explain(words, visit.trouble) if visit.trouble else None)
        self.hero.show_hero(words("Title, writer or any word"), words("Search here"))
        self._show_my_library(visit)
        self._show_hints(visit)
        self._titles = visit.premises.new_titles
        self._fill_shelves()
        self._make_room()

    def _show_my_library(self, visit: Visit) -> None:
        words = self.words
        self.my_library.show_text(f"**{words('My Library')}**", words("What you have reserved"))
        if visit.premises.is_line_down:
            self.my_library.turn_off(words("The line is down."))
        else:
            self.my_library.turn_on()

    def _show_hints(self, visit: Visit) -> None:
        """What a device that is gone could do is not promised."""
        words = self.words
        can_scan = visit.premises.works(Device.SCANNER)
        self.scanning.show_hint(
            words("You can scan a book, too") if can_scan else "",
            words("Hold its barcode to the reader") if can_scan else "",
        )
        self.card.show_hint(
            words("Your library card signs you in") if can_scan else "",
            words("Hold it to the reader") if can_scan else "",
        )
        for tile in (self.scanning, self.card):
            tile.setVisible(can_scan)

    def _fill_shelves(self) -> None:
        if not self.has_style:
            return
        words, upper = self.words, self._titles
        lower: Sequence[FoundTitle] = ()
        if self.style_now.is_portrait:
            upper, lower = self._titles[:_ON_UPPER_SHELF], self._titles[_ON_UPPER_SHELF:]
        heading, aside = words("New books"), words("Touch a book to see more")
        self.shelf.show_titles(upper, heading, aside)
        self.lower_shelf.show_titles(lower, "")

    # ---- touching
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside everything: somebody is here, so nothing moves any more."""
        super().mousePressEvent(event)
        for shelf in (self.shelf, self.lower_shelf):
            shelf.rest()


def _touch_to_search(words: Words) -> str:
    return words("Touch here to look for books")
