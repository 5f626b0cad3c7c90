"""A chip: how something stands, as an icon and a word in one colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.text import Label

_ICON = 34
_PADDING = 12


class Chip(Part):
    """Its ground is the soft token of its colour: ok, wait, stop, accent; ink2 has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = "ink2"
        self._icon = IconMark("check", _ICON)
        self._word = Label("label", bold=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._word, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, text: str, icon: str, colour: str) -> None:
        self._colour = colour
        ink = "accentText" if colour == "accent" else colour
        self._icon.show_icon(icon, ink)
        self._word.show_ink(ink)
        self._word.show_text(text)
        self.setAccessibleName(plain(text))
        self.update()

    def arrange(self, style: Style) -> None:
        self._row.setContentsMargins(_PADDING, style.space(0), style.space(3), style.space(0))
        self._row.setSpacing(style.gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        stroke = style.stroke("line")
        half = stroke / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        ground = "surface" if self._colour == "ink2" else f"{self._colour}Soft"
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.colour(self._colour), stroke))
            painter.setBrush(style.colour(ground))
            painter.drawRoundedRect(box, style.radius("key"), style.radius("key"))
