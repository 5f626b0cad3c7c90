"""The key beside a title found: onto the patron's list, and off it again."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.titles import FoundTitle
from kiosk.events import TitleListed, TitleUnlisted
from kiosk.ui.lettering.markup import plain
from kiosk.ui.text import Button
from kiosk.visit.listed import Listed
from kiosk.words.words import Words

_PADDING = 8  # px: a narrow key beside a wide row


class ListingKey(Button):
    """Says TitleListed, or TitleUnlisted where the title is on the list."""

    WIDTH = 132  # px: with its tick

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(has_tick=True, parent=parent)
        self._words = words
        self.padding = _PADDING

    def show_title(self, found: FoundTitle, listed: Listed) -> None:
        """Off for a set, whose volumes are listed each by itself, and where the list is full."""
        words, title = self._words, found.title.id
        is_on = listed.has(title)
        self.says = TitleUnlisted(title) if is_on else TitleListed(title)
        self.select(is_on)
        self.show_text(words("List"))
        if found.parts or (listed.is_full and not is_on):
            self.turn_off()
        else:
            self.turn_on()
        name = words("Onto the list: “%(title)s”", title=found.title.name)
        self.setAccessibleName(plain(name))
