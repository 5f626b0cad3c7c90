"""The one large key of the first screen: a field that asks, with its deed inside."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.looks import TextSize
from kiosk.events import SearchOpened
from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import Face, Kind, face, paint_slab
from kiosk.ui.lettering.fitted import fitted
from kiosk.ui.lettering.typesetting import Setting
from kiosk.ui.look.style import Style

_EDGE = 5
_ICON = 68
_LEFT, _GAP, _INSIDE = 36, 28, 14
_DEED_WIDTH = 330
_TIGHT_HEIGHT = 140  # px, where letters are largest and the panel lies
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class HeroKey(Button):
    """Touched anywhere it opens the search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(says=SearchOpened(), radius="hero", lip="hero_lip", parent=parent)
        self._deed = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hero(self, hint: str, deed: str) -> None:
        """hint: what may be looked for; deed: what a touch does."""
        self._deed = deed
        self.show_text(hint, deed)

    def sizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        style = self.style_now
        is_tight = style.look.size is TextSize.LARGEST and not style.is_portrait
        high = _TIGHT_HEIGHT if is_tight else int(style.component("hero_height"))
        return QSize(800, high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return False

    def settings(self, _width: int | None) -> tuple[Setting, ...]:
        return ()

    def face(self) -> Face:
        style = self.style_now
        accent = style.colour("accent")
        return replace(super().face(), edge=accent, lip_colour=accent, stroke=_EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            box = paint_slab(painter, QRectF(self.rect()), self.face())
            deed = self._deed_box(box, style)
            self._paint_deed(painter, deed, style)
            field = box.adjusted(_LEFT, 0, 0, 0)
            if style.is_portrait:
                field.setBottom(deed.top())
            else:
                field.setRight(deed.left() - _GAP)
            self._paint_hint(painter, field, style)

    def _deed_box(self, box: QRectF, style: Style) -> QRectF:
        inner = box.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
        if style.is_portrait:
            inner.setTop(inner.bottom() - int(style.component("primary_height")))
            return inner
        inner.setLeft(inner.right() - _DEED_WIDTH * style.px("title") / 46)
        return inner

    def _paint_deed(self, painter: QPainter, box: QRectF, style: Style) -> None:
        shown = face(style, Kind.PRIMARY)
        inner = paint_slab(painter, box, shown)
        said = fitted(
            self._deed, style, "title", inner.width() - 2 * _INSIDE, inner.height(), bold=True
        )
        said.paint(painter, inner, _MIDDLE, shown.ink)

    def _paint_hint(self, painter: QPainter, box: QRectF, style: Style) -> None:
        px = style.grown(_ICON)
        drawing = style.icon("search", px, style.colour("accentText"))
        painter.drawPixmap(round(box.left()), round(box.center().y() - px / 2), drawing)
        words = box.adjusted(px + _GAP, 0, 0, 0)
        said = fitted(self._marked, style, "title", words.width(), words.height() - 8)
        said.paint(painter, words, _BESIDE, style.colour("ink2"))
