"""The curtain that falls when nobody moves: it asks, counts, and hides the page at once."""

from PySide6.QtCore import (
    QEasingCurve,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.events import Event, IdleElapsed, LogoutAsked
from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import Kind
from kiosk.ui.lettering.label import Label
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.panel.cloth import paint_cloth
from kiosk.visit import Visit
from kiosk.words.scanning import say_somebody_is_there
from kiosk.words.words import Words

_MARGIN, _MARGIN_PORTRAIT = 96, 36
_FOOT = 48
_KEY = 150
_RING = 196
_RING_STROKE = 16
_SECONDS = 84  # px of the digits
_UNIT_MOST = 36
_LEAST_CLOTH = 300
_WALKS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Ring(Part):
    """The seconds that are left, a step a second."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._left, self._all, self._unit = 0, 1, ""

    def show_seconds(self, left: int, of_all: int, unit: str) -> None:
        self._left, self._all, self._unit = left, max(1, of_all), unit
        self.setAccessibleName(f"{left} {unit}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        half = _RING_STROKE / 2 + 4
        circle = QRectF(self.rect()).adjusted(half, half, -half, -half)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(style.colour("surface"))
            painter.setPen(QPen(style.colour("line"), _RING_STROKE))
            painter.drawEllipse(circle)
            pen = QPen(style.colour("accent"), _RING_STROKE)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, -round(360 * 16 * self._left / self._all))
            self._paint_words(painter, style)

    def _paint_words(self, painter: QPainter, style: Style) -> None:
        digits = style.font("title", bold=True, numbers=True)
        digits.setPixelSize(_SECONDS)
        unit = style.font("cap")
        unit.setPixelSize(min(style.px("cap"), _UNIT_MOST))
        middle = self.width() / 2
        for text, font, baseline, ink in (
            (str(self._left), digits, 0.59, "ink"),
            (self._unit, unit, 0.8, "ink2"),
        ):
            painter.setFont(font)
            painter.setPen(style.colour(ink))
            wide = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QPointF(middle - wide / 2, baseline * self.height()), text)


class Curtain(Part):
    """Covers the whole panel. Any key goes on; a touch beside its two keys does nothing."""

    said = Signal(object)
    went_on = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._all = 1
        self._cloth = QPixmap()
        self._ring = Ring(self)
        self._what = Label("lead", bold=True, parent=self)
        self._then = Label("name", "ink2", parent=self)
        self._stay = Button(
            kind=Kind.PRIMARY, icon="check", role="title", lip="hero_lip", parent=self
        )
        self._stay.clicked.connect(self.went_on)
        self._leave = Button(kind=Kind.DARK, icon="logout", role="lead", parent=self)
        self._falling = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._falling.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._falling.valueChanged.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def say(self, event: Event) -> None:
        self.said.emit(event)

    def fall(self, seconds: int, visit: Visit) -> None:
        """Cover everything now; what it covers is for the stage to hide."""
        self._all = seconds
        self._tell(visit)
        self.show_seconds(seconds)
        self.arrange(self.style_now)
        self.show()
        self.raise_()
        self.setFocus()
        self._falling.stop()
        if self.style_now.ms("curtain_drop"):
            self._falling.setDuration(self.style_now.ms("curtain_drop"))
            self._falling.start()

    def ask_who_is_there(self) -> None:
        """Something was scanned: by the patron who is signed in, or by the next."""
        said = say_somebody_is_there(self._words)
        self._what.show_text(said.what)
        self._then.show_text(said.then)
        self.arrange(self.style_now)

    def lift(self) -> None:
        self._falling.stop()
        self._cloth = QPixmap()
        self.hide()

    def show_seconds(self, seconds_left: int) -> None:
        self._ring.show_seconds(seconds_left, self._all, plain(self._words("sec")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _WALKS:
            self.went_on.emit()

    def arrange(self, style: Style) -> None:
        """Keys at the foot, words above them, and the cloth takes what is left."""
        margin = _MARGIN_PORTRAIT if style.is_portrait else _MARGIN
        inner = QRect(margin, 0, self.width() - 2 * margin, self.height() - _FOOT)
        top = self._arrange_keys(inner, style)
        top = self._arrange_words(inner, top - style.space(6), style)
        most = self.height() // 2 if style.is_portrait else top - style.space(5)
        size = QSize(self.width(), max(_LEAST_CLOTH, min(most, top - style.space(4))))
        self._cloth = paint_cloth(size, plain(self._words("Would you like to go on?")), style)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.has_style and self.isVisible():
            self.arrange(self.style_now)

    def paintEvent(self, _event: QPaintEvent) -> None:
        is_falling = self._falling.state() is QVariantAnimation.State.Running
        fallen = float(self._falling.currentValue()) if is_falling else 1.0
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.style_now.colour("page"))
            painter.drawPixmap(0, round((fallen - 1) * self._cloth.height()), self._cloth)

    def _tell(self, visit: Visit) -> None:
        words = self._words
        self._what.show_text(words("Nothing was touched for a while"))
        self._stay.show_text(words("Go on"))
        if visit.signed is not None:
            self._leave.show_text(words("Sign out"))
            self._leave.says = LogoutAsked()
        else:
            self._leave.show_text(words("Finish"))
            self._leave.says = IdleElapsed()
        self._then.show_text(_what_follows(words, visit))

    def _arrange_keys(self, inner: QRect, style: Style) -> int:
        gap = style.space(4)
        foot = inner.bottom() + 1
        if style.is_portrait:
            leave = QRect(inner.left(), foot - _KEY, inner.width(), _KEY)
            stay = leave.translated(0, -_KEY - gap)
        else:
            wide = (inner.width() - gap) * 7 // 10
            stay = QRect(inner.left(), foot - _KEY, wide, _KEY)
            leave = QRect(stay.right() + 1 + gap, stay.top(), inner.width() - wide - gap, _KEY)
        self._stay.setGeometry(stay)
        self._leave.setGeometry(leave)
        return stay.top()

    def _arrange_words(self, inner: QRect, foot: int, style: Style) -> int:
        left = inner.left() + _RING + style.space(6)
        wide = inner.right() + 1 - left
        what, then = self._what.heightForWidth(wide), self._then.heightForWidth(wide)
        high = max(_RING, what + then)
        top = foot - high
        self._ring.setGeometry(inner.left(), top + (high - _RING) // 2, _RING, _RING)
        words_top = top + (high - what - then) // 2
        self._what.setGeometry(left, words_top, wide, what)
        self._then.setGeometry(left, words_top + what, wide, then)
        return top


def _what_follows(words: Words, visit: Visit) -> str:
    if visit.is_personal:
        return words(
            "Your information is hidden. If you do nothing, you will be signed out and the first"
            " screen comes back. A reservation that is not finished is dropped."
        )
    return words("If you do nothing, the first screen comes back and this search is forgotten.")
