"""One thing of the patron's own as a card: the book, how it stands, and a key where it acts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.looks import TextSize
from kiosk.ui.covers.cover import Cover, CoverSize
from kiosk.ui.keys.row import RowLabel
from kiosk.ui.lettering.fitted import SMALLEST
from kiosk.ui.look.giving_way import needed_height
from kiosk.ui.look.style import Style
from kiosk.ui.my_library.own_title import OwnTitle
from kiosk.ui.parts.chip import Chip
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Button

_BESIDE = Qt.AlignmentFlag.AlignVCenter
_TIGHT = 0.75  # of the letters
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class OwnCard(Surface):
    """To be read; only its key is touched. Large letters on a tall panel put the key below.

    key_letters: how wide the key is, in letters of its words; so keys stand in one column.
    """

    def __init__(self, key: Button, key_letters: float, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.cover = Cover(CoverSize.LIST)
        self.title = RowLabel("name", bold=True)
        self.chip = Chip()
        self.details = RowLabel("label")
        self.key, self._key_letters = key, key_letters
        self.beside = QVBoxLayout()  # between the words and the key
        self._line = QBoxLayout(_ACROSS, self)
        self._row, self._texts = QHBoxLayout(), QVBoxLayout()
        self._standing = QBoxLayout(_DOWN)
        self.is_tight = False  # letters smaller, where even one row has no room
        self._heights: dict[int, int] = {}
        self._row.addWidget(self.cover, 0, _BESIDE)
        self._row.addLayout(self._texts, 1)
        self._row.addLayout(self.beside)
        self._line.addLayout(self._row, 1)
        self._line.addWidget(key, 0, _BESIDE)
        self._texts.addStretch(1)
        self._texts.addWidget(self.title)
        self._standing.addWidget(self.chip)
        self._standing.addWidget(self.details, 1)
        self._texts.addLayout(self._standing)
        self._texts.addStretch(1)

    def show_title(self, title: OwnTitle) -> None:
        self.title.show_text(title.name)
        if title.cover is None:
            self.cover.show_back()
        else:
            self.cover.show_title(title.cover)

    def speak(self, *more: str) -> None:
        """The whole card as one sentence, and its key with the title that it is for."""
        parts = (self.title.text(), self._chip_words(), self.details.text(), *more)
        self.setAccessibleName(" ".join(part for part in parts if part.strip()))
        words = self.key.accessibleName()
        if not words.startswith(self.title.text()):
            self.key.setAccessibleName(f"{self.title.text()} {words}")

    def heightForWidth(self, width: int) -> int:
        """Measured once for what it shows now."""
        if not self.has_style:
            return 0
        if width not in self._heights:
            self._heights[width] = needed_height(self._line, width)
        return self._heights[width]

    def _chip_words(self) -> str:
        return "" if self.chip.isHidden() else self.chip.accessibleName()

    def arrange(self, style: Style) -> None:
        """On a wide panel large letters put state and details into one line, if they are one."""
        self._heights.clear()
        is_stacked = style.is_portrait and style.is_large
        is_in_line = style.is_large and not style.is_portrait and "\n" not in self.details.text()
        self._standing.setDirection(_ACROSS if is_in_line else _DOWN)
        self._standing.setSpacing(style.space(4 if is_in_line else 0))
        self._standing.setAlignment(self.chip, _BESIDE if is_in_line else Qt.AlignmentFlag(0))
        self.cover.setVisible(style.look.size is not TextSize.LARGEST)
        side, above = style.space(4), style.space(1)
        self._line.setDirection(_DOWN if is_stacked else _ACROSS)
        self._line.setContentsMargins(side, above, side, above)
        self._line.setSpacing(style.space(2) if is_stacked else style.space(4))
        self._row.setSpacing(style.space(4))
        self._texts.setSpacing(style.space(0))
        for text in (self.title, self.details):
            px = style.px(text.role)
            text.shrink_to(max(SMALLEST, round(_TIGHT * px)) if self.is_tight else None)
        self.chip.arrange(style)  # it may have been shown before it had a style
        self.key.arrange(style)
        wide = round(self._key_letters * style.px("label"))
        least = self.key.sizeHint() if is_stacked else self.key.minimumSizeHint()
        self.key.setFixedWidth(max(wide, least.width()))
        way = Qt.AlignmentFlag.AlignRight if is_stacked else _BESIDE
        self._line.setAlignment(self.key, way)
