"""A QR code on the screen: black on white in every scheme, so that any camera reads it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.styled import Part

_SIDE, _LEAST_SIDE = 260, 150  # px; 37 mm is read from half a metre


class QrPicture(Part):
    """Told the code as PNG, its quiet zone included, and what it says for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, png: bytes, said: str) -> None:
        self._code = QImage.fromData(png)
        self.setAccessibleName(plain(said))
        self.update()

    @property
    def is_empty(self) -> bool:
        return self._code.isNull()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_SIDE, _LEAST_SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.is_empty:
            return
        side = min(self.width(), self.height())
        box = QRect(QPoint(0, 0), QSize(side, side))
        box.moveCenter(self.rect().center())
        with QPainter(self) as painter:
            painter.fillRect(box, Qt.GlobalColor.white)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, self._code)
