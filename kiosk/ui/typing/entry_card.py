"""A card where something is typed: what is asked at the left, the pad at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.parts.surface import Surface
from kiosk.ui.typing.number_pad import NumberPad

_PAD_HEIGHT, _LOW_PAD_HEIGHT = 608, 584  # px: keys of 112, and the lowest for five rows of 84
_PAD_WIDTH = 504


class EntryCard(Surface):
    """The pad stands at the foot: below in portrait, across the whole card."""

    def __init__(
        self, asked: Sequence[QWidget], pads: Sequence[NumberPad], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._pads = tuple(pads)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._asked = QVBoxLayout()
        for part in asked:
            self._asked.addWidget(part)
        self._asked.addStretch(1)
        self._body.addLayout(self._asked, 1)
        for pad in pads:
            self._body.addWidget(pad, 0, Qt.AlignmentFlag.AlignBottom)

    def arrange(self, style: Style) -> None:
        side = style.space(3 if style.is_large else 5)
        above = style.space(2 if style.is_large else 4)
        self._body.setContentsMargins(side, above, side, above)
        self._body.setSpacing(style.space(5))
        self._asked.setSpacing(style.space(2))
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if style.is_portrait else way.LeftToRight)
        for pad in self._pads:
            bottom = Qt.AlignmentFlag.AlignBottom
            self._body.setAlignment(pad, Qt.AlignmentFlag(0) if style.is_portrait else bottom)
            pad.setFixedHeight(_LOW_PAD_HEIGHT if style.is_large else _PAD_HEIGHT)
            if style.is_portrait:
                pad.setMinimumWidth(_PAD_WIDTH)
                pad.setMaximumWidth(self.maximumWidth())
            else:
                pad.setFixedWidth(max(_PAD_WIDTH, pad.sizeHint().width()))


def open_enter(pad: NumberPad, *, is_open: bool, why_not: str = "") -> None:
    """Dash the green key, which has room for its verb alone: why stands elsewhere on the page."""
    if is_open:
        pad.enter.turn_on()
    else:
        pad.enter.turn_off()
        pad.enter.setAccessibleDescription(plain(why_not))
