"""A title drawn as a book, wherever one is shown; a picture beside its words."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import TextSize
from kiosk.domain.titles import Title
from kiosk.ui.covers.cover_painting import picture
from kiosk.ui.covers.weaving import weave
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part

_HINGE = 0.12  # of the width, at the right of a plain back
SHADOW = 3  # px under a book that stands free


class CoverSize(Enum):
    """Where a cover stands: px in landscape, in portrait, at the largest text."""

    ROW = ((82, 116), (114, 162), (130, 184))
    HEAD = ((78, 110), (120, 170), (78, 110))  # beside the heading of a page
    LIST = ((84, 120), (84, 120), (84, 120))  # my reservations
    SHELF = ((204, 292), (204, 292), (204, 292))
    TITLE = ((300, 426), (264, 376), (264, 376))

    def at(self, style: Style) -> QSize:
        landscape, portrait, largest = self.value
        if style.look.size is TextSize.LARGEST:
            return QSize(*largest)
        return QSize(*(portrait if style.is_portrait else landscape))


class Cover(Part):
    """The cover of one title. It says nothing to a screen reader: its words stand beside it."""

    def __init__(self, size: CoverSize = CoverSize.ROW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._title: Title | None = None
        self._is_back = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_title(self, title: Title | None) -> None:
        self._title, self._is_back = title, False
        self.update()

    def show_back(self) -> None:
        """A plain back, the same for every title: who stands behind learns nothing."""
        self._title, self._is_back = None, True
        self.update()

    def arrange(self, style: Style) -> None:
        size = self._size.at(style)
        self.setFixedSize(size.width(), size.height() + self._shadow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._title is not None:
            with QPainter(self) as painter:
                box = QRectF(self.rect())
                paint_cover(painter, box, self._title, self.style_now, shadow=self._shadow)
        elif self._is_back:
            with QPainter(self) as painter:
                _paint_back(painter, QRectF(self.rect()), self.style_now)

    @property
    def _shadow(self) -> int:
        return SHADOW if self._size in (CoverSize.SHELF, CoverSize.TITLE) else 0


def _paint_back(painter: QPainter, box: QRectF, style: Style) -> None:
    stroke = style.stroke("line")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(style.colour("edge_soft"), stroke))
    painter.setBrush(style.colour("sunken"))
    inner = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.drawRoundedRect(inner, style.radius("cover"), style.radius("cover"))
    hinge = inner.right() - _HINGE * inner.width()
    painter.drawLine(QPointF(hinge, inner.top()), QPointF(hinge, inner.bottom()))


def paint_cover(
    painter: QPainter, box: QRectF, title: Title, style: Style, *, shadow: int = SHADOW
) -> None:
    """The book in its box; shadow: px of the box's foot that the book's shadow takes."""
    book = box.adjusted(0, 0, 0, -shadow).toRect()
    woven = weave(title)
    if shadow and not style.is_black_yellow:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 64))
        top = book.height() - book.width() if woven.is_square else 0
        painter.drawRoundedRect(QRectF(book).adjusted(0, top + shadow, 0, shadow), 4, 4)
    is_line_drawing = style.is_black_yellow
    painter.drawImage(
        book.topLeft(),
        picture(woven, book.width(), book.height(), is_line_drawing=is_line_drawing),
    )
