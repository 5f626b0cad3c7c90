"""One title: left what it is, in the middle where it is, right what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.titles import FoundTitle, Whereabouts
from kiosk.events import ReserveAsked
from kiosk.ui.covers.cover import Cover, CoverSize
from kiosk.ui.covers.spine_label import LabelSize, SpineLabel
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.surface import Surface
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Kind, Label
from kiosk.ui.titles.about_title import AboutTitle, is_blank
from kiosk.ui.titles.holdings import Holdings
from kiosk.ui.titles.standing import Standing
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.helping import Topic
from kiosk.words.words import Words

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_ANY_WIDTH = 10_000
_CARD_WIDTHS = (524, 560, 600, 640)  # px, at the four text sizes


class TitleScreen(Screen):
    """Says ReserveAsked, or the search for a creator or subject."""

    help_topic = Topic.SHELF

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._found: FoundTitle | None = None
        self.cover = Cover(CoverSize.TITLE)
        self.label = SpineLabel(words, LabelSize.TITLE)
        self.same = Label("cap", ink="ink2", align=_MIDDLE)
        self.about = AboutTitle(words)
        self.where = Label("body", bold=True)
        self.look_where = Button(icon="pin")
        self.waiting = Label("label", ink="ink2")
        self.holdings = Holdings(words)
        self.standing = Standing(words)
        self.label_on_card = SpineLabel(words)
        self.days = Label("label", ink="ink2")
        self.hurry = Label("label", ink="ink2")
        self._is_looking_where = False
        self.look_where.clicked.connect(self._look_or_return)
        self.trouble = Explained()
        self.reserve = Button(says=ReserveAsked(), kind=Kind.PRIMARY)
        self._lay_out()

    # ---- laying out
    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._middle = Part(parent=self)
        self._about = column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.about)
        column.addWidget(self.look_where)
        column.addStretch(1)
        self._book, self._items = Part(parent=self), Part(parent=self)
        self._card, self._label_card = Surface(parent=self), Surface(parent=self)
        self._fill_book()
        self._fill_items()
        self._fill_card()

    def _fill_book(self) -> None:
        self._labels = QVBoxLayout(self._label_card)
        self._labels.addWidget(self.label, 0, _MIDDLE)
        self._labels.addWidget(self.same)
        column = QVBoxLayout(self._book)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cover)
        column.addWidget(self._label_card)
        column.addStretch(1)

    def _fill_items(self) -> None:
        self._heading = QHBoxLayout()
        self._heading.addWidget(self.where)
        self._heading.addWidget(self.waiting, 1)
        column = QVBoxLayout(self._items)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._heading)
        column.addWidget(self.holdings, 1)

    def _fill_card(self) -> None:
        self._deeds, self._standing = QVBoxLayout(self._card), QHBoxLayout()
        self._standing.addWidget(self.standing, 1)
        self._standing.addWidget(self.label_on_card, 0, _TOP)
        self._deeds.addLayout(self._standing)
        self._deeds.addStretch(1)
        for part in (self.days, self.hurry, self.trouble, self.reserve):
            self._deeds.addWidget(part)

    def arrange(self, style: Style) -> None:
        side, gap = style.margin, style.space(4)
        self._grid.setContentsMargins(side, style.space(3), side, style.gap)
        self._grid.setHorizontalSpacing(style.space(5 if style.is_large else 6))
        self._grid.setVerticalSpacing(gap)
        self._heading.setSpacing(style.space(4))
        self._about.setSpacing(style.gap)
        within = style.space(4)
        self._deeds.setContentsMargins(within, within, within, within)
        self._deeds.setSpacing(style.space(3))
        self._labels.setContentsMargins(style.gap, within, style.gap, style.gap)
        self._label_card.setVisible(not style.is_portrait)
        self.label_on_card.setVisible(style.is_portrait)
        self.holdings.setMinimumHeight(self._least_holdings(style))
        self._place(style)

    def _least_holdings(self, style: Style) -> int:
        """Three branches at a time, where they stand beside what the title is."""
        branches = len(self._found.availability.holdings) if self._found else 0
        return 0 if style.is_large else min(3, branches) * int(style.component("branch_row"))

    def _place(self, style: Style) -> None:
        is_tall = style.is_portrait
        for part in (self._book, self._middle, self._items, self._card):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._book, 0, 0, 1 if is_tall else 2, 1)
        self._grid.addWidget(self._middle, 0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1, 1)
        if is_tall:
            self._card.setMinimumWidth(0)
            self._card.setMaximumWidth(_ANY_WIDTH)
            self._grid.addWidget(self._items, 1, 0, 1, 2)
            self._grid.addWidget(self._card, 2, 0, 1, 2)
        else:
            self._card.setFixedWidth(_CARD_WIDTHS[style.look.size])
            self._grid.addWidget(self._items, 1, 1)
            self._grid.addWidget(self._card, 0, 2, 2, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where letters are large the branches stand behind a key; then the small print goes."""
        if not self.has_style or self._found is None:
            return
        self._give_way(are_behind_key=self.style_now.is_large)
        if not fits(self):
            self._give_way(are_behind_key=True)
        self.about.fill_summary(self)

    def _give_way(self, *, are_behind_key: bool) -> None:
        style = self.style_now
        has_items = self._found is not None and bool(self._found.availability.holdings)
        is_looking = are_behind_key and self._is_looking_where and has_items
        self.look_where.setVisible(are_behind_key and has_items)
        self._items.setVisible(has_items and (is_looking or not are_behind_key))
        self.about.setVisible(not is_looking)
        self._book.setVisible(not (is_looking and style.is_portrait))
        self.about.show_all()
        self.same.setVisible(not style.is_large)
        small_print = (self.standing.next, self.days, self.hurry)
        sign = (self.standing.sign,) if self.standing.has_sign else ()
        optional = (*self.about.parts, *small_print, self.cover, *sign, self.standing)
        make_room(self, *(part for part in optional if not is_blank(part)))

    def _look_or_return(self) -> None:
        self._is_looking_where = not self._is_looking_where
        self._name_look_where()
        self._make_room()

    def _name_look_where(self) -> None:
        words = self.words
        if self._is_looking_where:
            self.look_where.show_text(words("About this title"))
        else:
            self.look_where.show_text(words("Where is it?"))

    # ---- being told
    def display(self, visit: Visit) -> None:
        found = visit.search.chosen
        assert found is not None, "the chart shows a title only once chosen"
        self._found = found
        self.cover.show_title(found.title)
        self.label.show_call_number(found.title.call_number)
        self.label_on_card.show_call_number(found.title.call_number)
        self.same.show_text(self.words("As on the spine"))
        self.about.show_title(found.title)
        self._show_items(found)
        self.standing.show_availability(found.availability)
        self._show_reserving(visit, found.availability.whereabouts)
        self._make_room()

    def _show_items(self, found: FoundTitle) -> None:
        words, waiting = self.words, found.availability.waiting
        self.where.show_text(words("Where is it?"))
        branches = len(found.availability.holdings)
        self.waiting.show_text(
            words.count(
                "%(num)d library, %(waiting)s",
                "%(num)d libraries, %(waiting)s",
                branches,
                waiting=words.count("%(num)d person waits", "%(num)d people wait", waiting)
                if waiting
                else words("nobody waits"),
            )
        )
        self._name_look_where()
        self.holdings.show_holdings(found)
        if self.has_style:
            self.holdings.setMinimumHeight(self._least_holdings(self.style_now))

    def _show_reserving(self, visit: Visit, whereabouts: Whereabouts) -> None:
        words = self.words
        self.days.show_text(words("A reservation can take some days to prepare."))
        self.hurry.show_text(words("If you are in a hurry, please ask the staff at the counter."))
        self.trouble.explain(explain(words, visit.trouble) if visit.trouble else None)
        self.reserve.show_text(words("Reserve"))
        if whereabouts is Whereabouts.REFERENCE:
            self.reserve.turn_off(words("Read here only, so it cannot be reserved."))
        elif visit.premises.is_line_down:
            self.reserve.turn_off(words("The line is down."))
        else:
            self.reserve.turn_on()
