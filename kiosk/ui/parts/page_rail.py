"""The rail beside a list: a page back, where one is, a page on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button, Label
from kiosk.words.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignCenter


class PageRail(Part):
    """Stands upright at the right in landscape, lies below the list in portrait."""

    turned = Signal(int)  # -1 or 1

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.back, self.on = Button(icon="up"), Button(icon="down")
        self._where = Label("cap", bold=True, numbers=True, align=_MIDDLE)
        self._at = 1, 1
        self._is_low = False
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.back)
        self._line.addWidget(self._where, 1)
        self._line.addWidget(self.on)
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))

    def show_page(self, page: int, pages: int) -> None:
        """The pages count from 0; on the first and the last one key is dashed."""
        self._at = page + 1, pages
        self._show_where()
        for key, is_open in ((self.back, page > 0), (self.on, page + 1 < pages)):
            if is_open:
                key.turn_on()
            else:
                key.turn_off()
        self.back.setAccessibleName(plain(self._words("Previous page")))
        self.on.setAccessibleName(plain(self._words("Next page")))

    def _show_where(self) -> None:
        """Over two lines where the rail is narrow."""
        page, pages = self._at
        is_lying = self.has_style and self.style_now.is_portrait
        self._where.show_text(f"{page} / {pages}" if is_lying else f"{page}\n/{pages}")
        said = self._words("Page %(page)d of %(pages)d", page=page, pages=pages)
        self._where.setAccessibleName(plain(said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a short page the keys alone have room."""
        super().resizeEvent(event)
        if self.has_style:
            taken = 2 * (self.back.sizeHint().height() + self._line.spacing())
            is_high = taken + self._where.sizeHint().height() <= self.height()
            self._where.setVisible(is_high or self.style_now.is_portrait)

    # ---- measures

    def width_in(self, height: int, style: Style) -> int:
        """How wide the rail is beside a list of this height: on a low one the keys lie."""
        self._is_low = height < 2 * style.least_target + style.least_gap
        self.arrange(style)
        wide = int(style.component("page_rail"))
        return 2 * wide + style.least_gap if self._is_low else wide

    def arrange(self, style: Style) -> None:
        is_lying = style.is_portrait or self._is_low
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if is_lying else direction.TopToBottom)
        self._line.setSpacing(style.least_gap)
        width = int(style.component("page_rail"))
        if style.is_portrait:
            width = 3 * style.least_target
        for key in (self.back, self.on):
            key.setFixedWidth(width)
        self._show_where()
