"""What there is to know of a title beside itself, one list at a time, each behind its tab."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.related import Related
from kiosk.domain.titles import FoundTitle, Material
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.key_flow import KeyFlow
from kiosk.ui.parts.paged import Paged
from kiosk.ui.text import Button, Label
from kiosk.ui.titles.entries import edition_entries, part_entries
from kiosk.ui.titles.heading_key import heading_key
from kiosk.ui.titles.holdings import Holdings
from kiosk.ui.titles.related_row import Entry, RelatedRow
from kiosk.ui.titles.state import items_said, parts_said
from kiosk.words.whereabouts import people_waiting
from kiosk.words.words import Words

MOST_AT_ONCE = 30  # rows: more would make the page slow to open


class Beside(Enum):
    """Which list is shown; ABOUT is none, where the title itself takes their room."""

    ABOUT = auto()
    ITEMS = auto()
    PARTS = auto()
    EDITIONS = auto()
    SIMILAR = auto()


class BesideTitle(Part):
    """Tabs and list stand apart, so that the page can place them; hidden lists are not built."""

    turned = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._found: FoundTitle | None = None
        self._related = Related()
        self._first = 0  # of the volumes or issues that are listed
        self.shown = Beside.ITEMS
        self.has_about = False  # whether the title itself stands behind a tab too
        self.keys = {beside: Button() for beside in Beside}
        self.tabs = KeyFlow()
        self.tabs.take_keys(tuple(self.keys.values()))
        for beside, key in self.keys.items():
            key.clicked.connect(lambda _checked, to=beside: self.turn_to(to))
        self.where, self.summary = Label("body", bold=True), Label("label", ink="ink2")
        self.holdings, self.related = Holdings(words), Paged(words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QHBoxLayout()
        self._head.addWidget(self.where)
        self._head.addWidget(self.summary, 1)
        self._column.addLayout(self._head)
        self._column.addWidget(self.holdings, 1)
        self._column.addWidget(self.related, 1)

    # ---- being told
    def show_title(self, found: FoundTitle, related: Related) -> None:
        """The same title again keeps the list that is looked at."""
        if self._found is None or self._found.title.id != found.title.id:
            self._found, self._related = found, related
            self.shown = self._first_shown
            self.related.page = self.holdings.page = self._first = 0
        self._found, self._related = found, related
        self._show_list()

    def lay_open(self, lines: int, width: int) -> None:
        """Ask for room for so many lines at once, where there are as many."""
        for rows in (self.holdings, self.related):
            rows.setMinimumHeight(rows.height_of(lines, width))
            # As narrow as they are born they would ask for more lines than they need.
            rows.resize(width, rows.height())

    def turn_to(self, shown: Beside) -> None:
        self.shown = shown
        self.related.page = 0
        self._show_list()
        self.turned.emit()

    def offer_about(self, *, has_about: bool) -> None:
        """Where there is no room for both, the title itself stands behind a tab."""
        if has_about == self.has_about:
            return
        self.has_about = has_about
        if has_about or self.shown is Beside.ABOUT:
            self.shown = self._first_shown
        self._show_list()

    @property
    def _first_shown(self) -> Beside:
        if self._related.parts:
            return Beside.PARTS
        return Beside.ABOUT if self.has_about else Beside.ITEMS

    @property
    def offered(self) -> tuple[Beside, ...]:
        """The tabs in their order."""
        related = self._related
        has_items = self._found is not None and bool(self._found.availability.holdings)
        has_parts = bool(related.parts) or related.of_set is not None
        offers = (
            (Beside.ABOUT, self.has_about),
            (Beside.ITEMS, has_items),
            (Beside.PARTS, has_parts),
            (Beside.EDITIONS, bool(related.editions)),
            (Beside.SIMILAR, bool(related.headings)),
        )
        return tuple(beside for beside, is_offered in offers if is_offered)

    @property
    def has_tabs(self) -> bool:
        """One list alone needs none, until what is similar is asked for beside it."""
        lists = [each for each in self.offered if each is not Beside.SIMILAR]
        return len(lists) > 1 or (self.shown is Beside.SIMILAR and bool(lists))

    # ---- what is shown
    def _show_list(self) -> None:
        found = self._found
        if found is None:
            return
        if self.shown not in self.offered and self.offered:
            self.shown = self.offered[0]
        is_items = self.shown is Beside.ITEMS
        self.summary.show_text(self._summary(found))
        self.summary.setVisible(is_items)
        self.where.show_text(self._words("Where is it?"))
        self.where.setVisible(is_items and not self.has_tabs)
        self.holdings.setVisible(is_items)
        self.related.setVisible(not is_items)
        if is_items:
            self.holdings.show_holdings(found)
        self._set_columns()
        self.related.show_rows(self._rows(found))
        self._show_tabs(found)

    def _rows(self, found: FoundTitle) -> Sequence[QWidget]:
        words, related = self._words, self._related
        match self.shown:
            case Beside.PARTS:
                return self._some_of(part_entries(words, found, related))
            case Beside.EDITIONS:
                return self._entries(edition_entries(words, found, related))
            case Beside.SIMILAR:
                return [heading_key(words, each) for each in related.headings]
        return ()

    def _some_of(self, entries: Sequence[Entry]) -> list[QWidget]:
        """Of a long run of issues so many at a time, and a key to those before and after."""
        last = min(self._first + MOST_AT_ONCE, len(entries))
        rows = self._entries(entries[self._first : last])
        if self._first:
            rows.insert(0, self._key_to(max(0, self._first - MOST_AT_ONCE), len(entries)))
        if last < len(entries):
            rows.append(self._key_to(last, len(entries)))
        return rows

    def _key_to(self, first: int, of: int) -> Button:
        last = min(first + MOST_AT_ONCE, of)
        key = Button(icon="up" if first < self._first else "down")
        key.show_text(
            self._words("No. %(first)d to %(last)d of %(all)d", first=first + 1, last=last, all=of)
        )
        key.clicked.connect(lambda: QTimer.singleShot(0, self, lambda: self._go_to(first)))
        return key

    def _go_to(self, first: int) -> None:
        self._first = first
        self.related.page = 0
        self._show_list()

    def _entries(self, entries: Sequence[Entry]) -> list[QWidget]:
        return [RelatedRow(self._words, entry) for entry in entries]

    def _show_tabs(self, found: FoundTitle) -> None:
        offered = self.offered
        for beside, key in self.keys.items():
            key.setVisible(beside in offered)
            key.select(beside is self.shown)
            key.show_text(*self._tab(beside, found))
        self.tabs.lay_out()

    def _tab(self, beside: Beside, found: FoundTitle) -> tuple[str, str, str]:
        """Words, no second line, and how many."""
        words, related = self._words, self._related
        match beside:
            case Beside.ABOUT:
                return words("About it"), "", ""
            case Beside.ITEMS:
                return words("Where is it?"), "", ""
            case Beside.PARTS:
                return _parts_tab(words, found, related), "", ""
            case Beside.EDITIONS:
                return words("Editions"), "", str(len(related.editions))
            case Beside.SIMILAR:
                return words("Similar"), "", ""

    def _summary(self, found: FoundTitle) -> str:
        words, availability = self._words, found.availability
        branches = len({each.branch.id for each in availability.holdings})
        items = items_said(words, availability.items, found.title.material)
        waiting = words("nobody waits")
        if availability.waiting:
            waiting = people_waiting(words, availability.waiting)
        return words.count(
            "%(items)s in %(num)d library, %(waiting)s",
            "%(items)s in %(num)d libraries, %(waiting)s",
            branches,
            items=items,
            waiting=waiting,
        )

    # ---- where it stands
    def arrange(self, style: Style) -> None:
        self._column.setSpacing(style.space(1))
        self._head.setSpacing(style.space(4))
        self._set_columns()

    def _set_columns(self) -> None:
        is_similar = self.shown is Beside.SIMILAR
        has_two = is_similar and self.has_style and not self.style_now.is_large
        self.related.columns = 2 if has_two else 1


def _parts_tab(words: Words, found: FoundTitle, related: Related) -> str:
    if related.parts:
        return parts_said(words, found)
    if found.title.material is Material.MAGAZINE:
        return words("Other issues")
    return words("Other volumes")
