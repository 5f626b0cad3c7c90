"""The keys to the lists of My Library, and the eye that hides their titles."""

from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.events import EyeTouched, LibraryTab, TabChosen
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button
from kiosk.visit import MyLibrary
from kiosk.words.words import Words

_TWO = 2  # columns of equal width; more take what their words need


class LibraryTabs(Part):
    """Three keys, or two where reservations and loans stand side by side; the eye comes last."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.both = Button(says=TabChosen(LibraryTab.RESERVATIONS))
        self.reservations = Button(says=TabChosen(LibraryTab.RESERVATIONS))
        self.loans = Button(says=TabChosen(LibraryTab.LOANS))
        self.cancelled = Button(says=TabChosen(LibraryTab.CANCELLED), icon="undo")
        self.eye = EyeKey(words)
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

    def place(self, style: Style, *, is_both: bool, columns: int) -> None:
        """In so many columns; is_both: the two lists stand side by side."""
        lists = (self.both,) if is_both else (self.reservations, self.loans)
        for key in (self.both, self.reservations, self.loans, self.cancelled, self.eye):
            self._grid.removeWidget(key)
            key.setVisible(False)
        for at, key in enumerate((*lists, self.cancelled, self.eye)):
            self._grid.addWidget(key, at // columns, at % columns)
            key.setVisible(True)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if columns == _TWO else 0)
        self._grid.setSpacing(style.gap)


class EyeKey(Button):
    """「題名を隠す」, selected while they are hidden; the same words in both states."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(says=EyeTouched(), icon="eye", has_tick=True, parent=parent)
        self._words = words

    def show_hidden(self, *, is_hidden: bool) -> None:
        self.show_text(self._words("Hide titles"))
        self.select(is_hidden)
