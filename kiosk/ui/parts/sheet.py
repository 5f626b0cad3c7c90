"""A page laid over another one, with a key that closes it; what is below stays as it was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button, Kind


class Sheet(Part):
    """Hidden until it is opened. What it shows stands in `body`, above the key."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.close_key = Button(kind=Kind.PRIMARY, icon="x", align=middle)
        self.body = QVBoxLayout()
        self._sheet = QVBoxLayout(self)
        self._sheet.addLayout(self.body, 1)
        self._sheet.addWidget(self.close_key)
        self.close_key.clicked.connect(self.close_sheet)
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def open_sheet(self) -> None:
        self.show()
        self.raise_()

    def close_sheet(self) -> None:
        if self.is_open:
            self.hide()
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange_anew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange_anew()

    def arrange_anew(self) -> None:
        """What had no room may have some now; while nobody sees it, it waits until it is opened."""
        if self.has_style and self.is_open:
            self.arrange(self.style_now)

    def arrange(self, style: Style) -> None:
        side = style.margin
        self._sheet.setContentsMargins(side, style.space(4), side, style.space(3))
        self._sheet.setSpacing(style.space(3))
        self.body.setSpacing(style.space(3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.style_now.colour("page"))
