"""The page of an apology: words beside the sleeping cat, a board below, what stands under it."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.covers.shelf_front import ShelfFront
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.sleeping_cat import SleepingCat

_CAT, _WORDS = 9, 10  # parts of the width
_DIRECTIONS = QBoxLayout.Direction


class BesideCat(Part):
    """Words from above to below into `words`, what stands at the foot into `front.row`.

    On a tall panel the words stand above the cat; the largest words leave no room for it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QVBoxLayout()
        self.front = ShelfFront()
        self.cat = SleepingCat()
        self._body = QBoxLayout(_DIRECTIONS.LeftToRight)
        self._body.addWidget(self.cat)
        self._body.addLayout(self.words)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._body, stretch=1)
        page.addWidget(self.front)

    def arrange(self, style: Style) -> None:
        is_tall = style.is_portrait
        side = style.margin
        self._body.setDirection(_DIRECTIONS.BottomToTop if is_tall else _DIRECTIONS.LeftToRight)
        self._body.setContentsMargins(side, style.space(5), side, 0)
        self._body.setSpacing(style.space(5))
        self._body.setStretch(0, 1 if is_tall else _CAT)
        self._body.setStretch(1, 0 if is_tall else _WORDS)
        self.words.setContentsMargins(0, 0, 0, style.space(4))
        self.words.setSpacing(style.space(4))
        self.cat.setVisible(is_tall or not style.is_large)
