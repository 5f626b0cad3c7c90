"""The keys to the lists of My Library, the eye that hides their titles, and the settings."""

from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.events import DetailsAsked, EyeTouched, LibraryTab, TabChosen
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button
from kiosk.visit import MyLibrary
from kiosk.words.words import Words

_IN_A_ROW = 5  # keys at most; fewer columns are of equal width


class LibraryTabs(Part):
    """Two lists share a key where they stand side by side; then come the eye and the settings."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.both = Button(says=TabChosen(LibraryTab.RESERVATIONS))
        self.reservations = Button(says=TabChosen(LibraryTab.RESERVATIONS))
        self.loans = Button(says=TabChosen(LibraryTab.LOANS))
        self.cancelled = Button(says=TabChosen(LibraryTab.CANCELLED), icon="undo")
        self.eye = EyeKey(words)
        self.settings = Button(says=DetailsAsked(), icon="person")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def show_library(self, mine: MyLibrary) -> None:
        words = self._words
        kept, lent, gone = (
            len(each) for each in (mine.reservations or (), mine.loans, mine.cancelled)
        )
        self.both.show_text(words("Reserved and on loan"))
        self.reservations.show_text(words("Reserved **%(num)d**", num=kept))
        self.loans.show_text(words("On loan **%(num)d**", num=lent))
        self.cancelled.show_text(words("Cancelled **%(num)d**", num=gone))
        self.both.select(mine.tab is not LibraryTab.CANCELLED)
        self.reservations.select(mine.tab is LibraryTab.RESERVATIONS)
        self.loans.select(mine.tab is LibraryTab.LOANS)
        self.cancelled.select(mine.tab is LibraryTab.CANCELLED)
        self.eye.show_hidden(is_hidden=mine.hides_titles)
        self.settings.show_text(words("Your settings"))

    def place(self, style: Style, *, is_both: bool, columns: int) -> None:
        """In so many columns; is_both: the two lists stand side by side."""
        lists = (self.both,) if is_both else (self.reservations, self.loans)
        for key in (self.both, *self._keys_of(self.reservations, self.loans)):
            self._grid.removeWidget(key)
            key.setVisible(False)
        keys = self._keys_of(*lists)
        for at, key in enumerate(keys):
            is_last = at == len(keys) - 1
            wide = columns - at % columns if is_last else 1
            self._grid.addWidget(key, at // columns, at % columns, 1, wide)
            key.setVisible(True)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if columns < _IN_A_ROW else 0)
        self._grid.setSpacing(style.gap)

    def _keys_of(self, *lists: Button) -> tuple[Button, ...]:
        return (*lists, self.cancelled, self.eye, self.settings)


class EyeKey(Button):
    """「題名を隠す」, selected while they are hidden; the same words in both states."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(says=EyeTouched(), icon="eye", has_tick=True, parent=parent)
        self._words = words

    def show_hidden(self, *, is_hidden: bool) -> None:
        self.show_text(self._words("Hide titles"))
        self.select(is_hidden)
