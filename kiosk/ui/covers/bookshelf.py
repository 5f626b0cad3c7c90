"""The shelf of the first screen: new books, of which those facing out can be touched."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPropertyAnimation, QRect, QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.looks import Language
from kiosk.domain.titles import FoundTitle
from kiosk.events import TitleChosen
from kiosk.ui.covers.cover import SHADOW, paint_cover
from kiosk.ui.covers.shelf_layout import COVER, Row, arrange
from kiosk.ui.covers.shelf_painting import PLANK, paint_plank, paint_spine
from kiosk.ui.keys.button import Button
from kiosk.ui.look.pictures import drawing
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.text import Label
from kiosk.words.words import Words

_MOST = 8
_STEP = 14  # px that a book steps forward
_PRESSED = 4
_CAT, _CAT_GAP = 124, 36  # px wide, and left free at both sides
_HEADING, _LEAST_ABOVE = 82, 16  # px above the books, with the heading and without


class BookKey(Button):
    """A book facing out; pressed, it goes back into the shelf a little."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._found: FoundTitle | None = None

    def show_book(self, found: FoundTitle, words: Words) -> None:
        title = found.title
        self._found, self.says = found, TitleChosen(title.id)
        comma = ", " if words.language is Language.ENGLISH else "、"
        names = (title.name, *(maker.name for maker in title.creators))
        self.setAccessibleName(comma.join(names))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(COVER[0], COVER[1] + SHADOW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._found is None:
            return
        down = _PRESSED if self.isDown() else 0
        with QPainter(self) as painter:
            box = QRectF(self.rect()).adjusted(0, down, 0, down)
            paint_cover(painter, box, self._found.title, self.style_now)


class Bookshelf(Part):
    """Niche, books, board, and the cat, which sits at the right end of one shelf."""

    def __init__(
        self, words: Words, parent: QWidget | None = None, *, has_cat: bool = False
    ) -> None:
        super().__init__(parent)
        self._words, self.has_cat = words, has_cat
        self._titles: tuple[FoundTitle, ...] = ()
        self._row = Row((), ())
        self._forward: int | None = None
        self.books = [BookKey(self) for _ in range(_MOST)]
        self._star = IconMark("new", 34, "accentText", self)
        self._heading = Label("body", bold=True, parent=self)
        self._aside = Label("cap", "ink2", parent=self)
        self._attract = QTimer(self)
        self._attract.timeout.connect(self._step)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_titles(self, titles: Sequence[FoundTitle], heading: str, aside: str = "") -> None:
        self._titles = tuple(titles[:_MOST])
        self._heading.show_text(heading)
        self._aside.show_text(aside)
        for key, found in zip(self.books, self._titles, strict=False):
            key.show_book(found, self._words)
        self._place()

    def rest(self) -> None:
        """Stop the motion, as a touch beside the books does."""
        self._attract.stop()
        self._forward = None
        self._place()

    # ---- placing
    def arrange(self, style: Style) -> None:
        for key, found in zip(self.books, self._titles, strict=False):
            key.show_book(found, self._words)
        self._place()
        self._begin(style)

    def _begin(self, style: Style) -> None:
        """Books step forward only while they are seen, and where motion is not reduced."""
        every_ms = style.ms("book_step_every")
        if every_ms and self.isVisible():
            self._attract.start(every_ms)
        else:
            self._attract.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin(self.style_now)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._attract.stop()

    def minimumSizeHint(self) -> QSize:
        """Room for the books; the heading above them needs more."""
        return QSize(COVER[0] * 2, _LEAST_ABOVE + _STEP + COVER[1] + PLANK)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if not self.has_style:
            return
        self._place_heading(self.style_now)
        self._row = arrange(self._books_width(), len(self._titles))
        for at, key in enumerate(self.books):
            is_shown = at < len(self._row.covers)
            key.setVisible(is_shown)
            if is_shown:
                key.setGeometry(QRect(self._spot(at), key.sizeHint()))
        self.update()

    def _spot(self, at: int) -> QPoint:
        up = _STEP if at == self._forward else 0
        return QPoint(self._row.covers[at], self.height() - PLANK - COVER[1] - up)

    def _place_heading(self, style: Style) -> None:
        left, high = style.margin, max(_HEADING - 20, self._heading.sizeHint().height())
        above = self.height() - PLANK - COVER[1] - _STEP
        has_heading = bool(self._heading.text()) and above >= high
        self._star.setVisible(has_heading)
        star = self._star.sizeHint().width()
        self._star.setGeometry(left, 10 + (high - star) // 2, star, star)
        x = left + star + 14
        for label in (self._heading, self._aside):
            width = label.sizeHint().width()
            has_room = has_heading and x + width <= self.width() - style.margin
            label.setVisible(has_room and bool(label.text()))
            label.setGeometry(x, 10, width, high)
            x += width + 14

    def _books_width(self) -> int:
        return self.width() - (_CAT + 2 * _CAT_GAP if self.has_cat else 0)

    # ---- attracting
    def _step(self) -> None:
        """One book after the other comes forward."""
        count = len(self._row.covers)
        if not count or not self.isVisible():
            return
        last = self._forward
        self._forward = 0 if last is None else (last + 1) % count
        for at in {self._forward, last} - {None}:
            assert at is not None
            self._glide(self.books[at], self._spot(at))

    def _glide(self, key: BookKey, to: QPoint) -> None:
        glide = QPropertyAnimation(key, b"pos", self)
        glide.setDuration(self.style_now.ms("book_step"))
        glide.setEndValue(to)
        glide.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    # ---- painting
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, box = self.style_now, QRectF(self.rect())
        foot = box.bottom() - PLANK
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), style.colour("niche"))
            paint_plank(painter, box, style)
            for spine in self._row.spines:
                paint_spine(painter, spine, foot, style)
            if self.has_cat:
                self._paint_cat(painter, foot, style)

    def _paint_cat(self, painter: QPainter, foot: float, style: Style) -> None:
        line = style.colour("ink").name() if style.is_black_yellow else None
        cat = drawing("cat", _CAT, line_colour=line)
        x = self.width() - _CAT_GAP - _CAT
        painter.drawImage(x, round(foot) - cat.height() + 2, cat)
