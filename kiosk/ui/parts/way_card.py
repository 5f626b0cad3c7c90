"""A card to be read: a picture, what it is about, and what is to be known of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Label

_ICON = 56


class WayCard(Surface):
    """Two of them stand side by side, or one below the other on a tall panel."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.icon = IconMark(icon, _ICON, "accentText")
        self.who, self.what = Label("lead", bold=True), Label("name")
        self._column = QVBoxLayout(self)
        for part in (self.icon, self.who, self.what):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def show_way(self, who: str, what: str) -> None:
        self.who.show_text(who)
        self.what.show_text(what)

    def arrange(self, style: Style) -> None:
        side, above = style.space(5), style.space(4)
        if style.is_large:
            side, above = style.space(3), style.space(1)
        self._column.setContentsMargins(side, above, side, above)
        self._column.setSpacing(style.space(0 if style.is_large else 3))
