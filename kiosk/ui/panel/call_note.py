"""What the band says while a librarian is called: on every screen, covering nothing."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.premises import Calling
from kiosk.ui.lettering.label import Label
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.drawn import IconMark
from kiosk.words.calling import call_note
from kiosk.words.words import Words

_ICON = 30


class CallNote(Part):
    """An icon and a few words; nothing where nobody is called."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.said = Label("cap", "accentText", bold=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(IconMark("person", _ICON, "accentText"))
        self._row.addWidget(self.said)
        self.hide()

    def show_calling(self, calling: Calling) -> None:
        text = call_note(self._words, calling.call)
        self.said.show_text(text)
        self.setAccessibleName(plain(text))
        self.setVisible(bool(text))

    def arrange(self, style: Style) -> None:
        self._row.setSpacing(style.space(1))
