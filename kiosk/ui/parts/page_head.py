"""The head of a page: its name, what it is about, and at the right what should be known."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.text import Label

_ICON = 34


class PageHead(Part):
    """`about` and `note` may give way on a full page; the name never does."""

    def __init__(self, icon: str = "clock", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Label("title", bold=True)
        self.about = Label(ink="ink2")
        self.note = QWidget()
        self._note_text = Label("label", ink="ink2")
        line = QHBoxLayout(self.note)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(IconMark(icon, _ICON, "ink2"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._note_text, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.name)
        self._line.addWidget(self.about)
        self._line.addStretch(1)
        self._line.addWidget(self.note)

    def show_head(self, name: str, about: str = "", note: str = "") -> None:
        self.name.show_text(name)
        self.about.show_text(about)
        self.about.setVisible(bool(about))
        self._note_text.show_text(note)
        self.note.setVisible(bool(note))

    def arrange(self, style: Style) -> None:
        way = QBoxLayout.Direction
        is_tall = style.is_portrait or style.is_large
        self._line.setDirection(way.TopToBottom if is_tall else way.LeftToRight)
        self._line.setSpacing(style.space(0 if is_tall else 4))
