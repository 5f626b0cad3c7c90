"""What did not go on, and what to do now: on the page, beside what it concerns."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.panel.banner import Tone
from kiosk.ui.text import Label
from kiosk.words.errors import Explanation

_BAR = 12  # px, in its colour along the left edge
_ICON = 42


class Explained(Part):
    """Hidden while it has nothing to say. It covers nothing: what is below moves down."""

    def __init__(
        self, tone: Tone = Tone.WAIT, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone, self._icon = tone, icon
        self._what, self._then = Label(bold=True), Label()
        self._page = QHBoxLayout(self)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(0)
        self._texts.addWidget(self._what)
        self._texts.addWidget(self._then)
        self._page.addLayout(self._texts, 1)
        self.setVisible(False)

    def explain(
        self, explanation: Explanation | None, tone: Tone = Tone.WAIT, icon: str = ""
    ) -> None:
        """Say it, or leave where there is nothing to say."""
        self._tone, self._icon = tone, icon
        self._what.show_ink(tone.value)
        self._what.show_text(explanation.what if explanation else "")
        self._then.show_text(explanation.then if explanation else "")
        self._then.setVisible(bool(explanation and explanation.then))
        self.setAccessibleName(f"{self._what.text()} {self._then.text()}".strip())
        self.setVisible(explanation is not None)
        if self.has_style:
            self.arrange(self.style_now)
        self.update()

    @property
    def words_left(self) -> int:
        """Where the words begin, beside bar and icon."""
        return self._page.contentsMargins().left()

    def arrange(self, style: Style) -> None:
        left = _BAR + style.space(4)
        if self._icon:
            left += style.grown(_ICON) + style.space(4)
        above = style.space(2)
        self._page.setContentsMargins(left, above, style.space(4), above)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        ground, ink = style.colour(self._tone.ground), style.colour(self._tone.value)
        box = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(box, style.radius("key"), style.radius("key"))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(shape)
            painter.fillRect(box, ground)
            painter.fillRect(QRectF(0, 0, _BAR, box.height()), ink)
            if style.is_black_yellow:
                painter.setPen(QPen(ink, 2 * style.stroke("line")))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(shape)
            if self._icon:
                px = style.grown(_ICON)
                left = _BAR + style.space(4)
                drawing = style.icon(self._icon, px, ink)
                painter.drawPixmap(left, (self.height() - px) // 2, drawing)
