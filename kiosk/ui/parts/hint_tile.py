"""Something good to know on the first screen: an icon and two lines, to be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Label

_ICON = 46


class HintTile(Surface):
    """Has no lip: there is nothing to be touched."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.what = Label("name", bold=True)
        self.then = Label("cap", ink="ink2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconMark(icon, _ICON, "ink2"), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for label in (self.what, self.then):
            texts.addWidget(label)
        self._row.addLayout(texts, 1)

    def show_hint(self, what: str, then: str) -> None:
        self.what.show_text(what)
        self.then.show_text(then)

    def arrange(self, style: Style) -> None:
        side, above = style.space(4), style.space(1)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(style.space(4))
        self.then.setVisible(not style.is_large)
