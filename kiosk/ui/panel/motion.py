"""The change of screens: two pictures slide and fade; the new screen already works below them."""

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.look.style import Style


class ScreenChange(QWidget):
    """Lies above a new screen for a moment. Takes no touch, and ends at the first one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Else the new screen is painted anew below each of its frames.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()
        self._before, self._after = QPixmap(), QPixmap()
        self._page = QColor()
        self._shift = 0.0
        self._progress = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._progress.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._progress.valueChanged.connect(self.update)
        self._progress.finished.connect(self.end)

    def begin(self, before: QPixmap, screen: QWidget, style: Style, *, is_back: bool) -> None:
        """Go from the picture to the screen; at once where motion is reduced."""
        self.end()
        if before.isNull() or not style.ms("screen_change"):
            return
        self._before, self._after = before, screen.grab()
        self._page = style.colour("page")
        self._shift = style.ms("screen_shift_px") * (-1 if is_back else 1)
        self.setGeometry(screen.geometry())
        self._progress.setDuration(style.ms("screen_change"))
        self.show()
        self.raise_()
        self._progress.start()

    def end(self) -> None:
        """Show the new screen itself; no picture of the old one is kept."""
        self._progress.stop()
        self._before, self._after = QPixmap(), QPixmap()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        done = float(self._progress.currentValue() or 0)
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.fillRect(box, self._page)
            painter.drawPixmap(box.translated(-done * self._shift, 0).topLeft(), self._before)
            painter.setOpacity(done)
            painter.drawPixmap(box.translated((1 - done) * self._shift, 0).topLeft(), self._after)
