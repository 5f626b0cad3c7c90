"""What to do with the card: held over the red light below the screen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.titles import CallNumber, Title, TitleId
from kiosk.ui.covers.cover_painting import cloth
from kiosk.ui.covers.weaving import weave
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.panel.seal import paint_seal
from kiosk.words.words import Words

_WIDTH, _HEIGHT = 640, 420  # units of the drawing
_CARD = QRectF(90, 0, 460, 289)
_BAND = 92
_PAPER, _EDGE, _INK = "#F7F2E4", "#C9BFA6", "#111111"
_BARS = "1011001110100110111001011010011101011001"


class CardPicture(Part):
    """The card of this library over its scanner; says in words what the picture shows."""

    def __init__(self, words: Words, seal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._seal = words, seal
        self.is_read = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_read(self, *, is_read: bool) -> None:
        """Once the card was read, the light is out."""
        self.is_read = is_read
        self.update()

    def arrange(self, _style: Style) -> None:
        self.setAccessibleName(plain(self._words("A library card over the red light")))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH // 3, _HEIGHT // 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        scale = min(self.width() / _WIDTH, self.height() / _HEIGHT)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate((self.width() - _WIDTH * scale) / 2, 0)
            painter.scale(scale, scale)
            self._paint_scanner(painter, style)
            self._paint_card(painter, style)

    def _paint_scanner(self, painter: QPainter, style: Style) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("ink2"))
        painter.drawRoundedRect(QRectF(150, 366, 340, 54), 12, 12)
        light = style.colour("ok" if self.is_read else "here")
        painter.setBrush(light)
        painter.drawRoundedRect(QRectF(190, 366, 260, 14), 7, 7)
        if not self.is_read:
            light.setAlphaF(0.28)
            painter.setBrush(light)
            corners = ((200, 366), (160, 306), (480, 306), (440, 366))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))

    def _paint_card(self, painter: QPainter, style: Style) -> None:
        is_line = style.is_black_yellow
        shape = QPainterPath()
        shape.addRoundedRect(_CARD.adjusted(1, 1, -1, -1), 22, 22)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(_CARD, style.colour("page") if is_line else QColor(_PAPER))
        self._paint_band(painter, style)
        painter.restore()
        edge = style.colour("ink") if is_line else QColor(_EDGE)
        painter.strokePath(shape, QPen(edge, 3 if is_line else 2))
        self._paint_bars(painter, QRectF(_CARD.left() + 40, 116, 380, 146))

    def _paint_band(self, painter: QPainter, style: Style) -> None:
        band = QRectF(_CARD.left(), 0, _CARD.width(), _BAND)
        ink = QColor("#FFFFFF")
        if style.is_black_yellow:
            ink = style.colour("ink")
            painter.fillRect(QRectF(band.left(), _BAND - 3, band.width(), 3), ink)
        else:
            waves = weave(Title(TitleId(""), "", call_number=CallNumber("9")))
            painter.fillRect(band, QBrush(cloth(waves, 260)))
        seal = QRectF(band.left() + 22, 20, 52, 52)
        paint_seal(painter, seal, self._seal, style)
        words = QRectF(seal.right() + 16, 20, band.right() - seal.right() - 30, 52)
        name = self._words("Library card")
        self._paint_word(painter, words, name, ink, style, 30, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def _paint_word(
        painter: QPainter,
        box: QRectF,
        text: str,
        ink: QColor,
        style: Style,
        px: int,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        font = style.font("name", bold=True)
        font.setPixelSize(px)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, plain(text))

    @staticmethod
    def _paint_bars(painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(box, 8, 8)
        bars = box.adjusted(24, 20, -24, -20)
        step = bars.width() / len(_BARS)
        for at, bar in enumerate(_BARS):
            if bar == "1":
                stripe = QRectF(bars.left() + at * step, bars.top(), step * 0.9, bars.height())
                painter.fillRect(stripe, QColor(_INK))
