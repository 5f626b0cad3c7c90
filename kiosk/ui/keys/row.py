"""A whole row that is one target: a key that carries other parts on its face."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import TextSize
from kiosk.events import Event
from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import paint_slab
from kiosk.ui.lettering.fitted import in_size
from kiosk.ui.lettering.label import Label
from kiosk.ui.lettering.markup import plain
from kiosk.ui.lettering.typesetting import Letters
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Styled

_WITH_READINGS, _CLOSE, _LARGEST = 1.5, 1.22, 1.15
_PRESSED = 4  # px that a pressed face goes down, with all that stands on it


class Row(Button):
    """Places its parts by hand and moves them with its face.

    Parts take no touches of their own; the row speaks for them with one accessible name.
    """

    def __init__(self, says: Event | None = None, parent: QWidget | None = None) -> None:
        super().__init__(says=says, parent=parent)
        self.pressed.connect(self._settle)
        self.released.connect(self._settle)

    def say_name(self, name: str) -> None:
        """What a screen reader says for the whole row, as one sentence."""
        self.setAccessibleName(plain(name))

    def arrange(self, style: Style) -> None:
        """Parts that came after the style learn it here."""
        for child in self.findChildren(QWidget):
            if isinstance(child, Styled):
                child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                child.arrange(style)
        self.place(self.inner())
        super().arrange(style)

    def place(self, box: QRectF) -> None:
        """Put every part in its place on the face."""

    def inner(self) -> QRectF:
        """The face without its edge and lip, 4 px lower while pressed."""
        shown = self.face()
        top = _PRESSED if self.isDown() else 0
        box = QRectF(self.rect()).adjusted(0, top, 0, top - shown.lip)
        return box.adjusted(shown.stroke, shown.stroke, -shown.stroke, -shown.stroke)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        if self.has_style:
            self.place(self.inner())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            shown = self.face()
            paint_slab(painter, QRectF(self.rect()), shown)
            self.paint_more(painter, shown.ink.name())

    def paint_more(self, painter: QPainter, ink: str) -> None:
        """What a row draws itself, such as a radio."""


class RowLabel(Label):
    """A label whose lines stand closer, as in a row of fixed height."""

    px: int | None = None  # smaller than its role where a long text asks for it

    @property
    def letters(self) -> Letters:
        wished = super().letters
        return in_size(wished, self.px or wished.px, self._factor())

    def _factor(self) -> float:
        """Line height in letters: readings need room, the largest letters need none to spare."""
        look = self.style_now.look
        if "{" in self._marked:
            return _WITH_READINGS
        return _LARGEST if look.size is TextSize.LARGEST else _CLOSE

    def shrink_to(self, px: int | None) -> None:
        """Take letters of this size; None for the role's own."""
        if px != self.px:
            self.px = px
            self._set_anew()

    def put(self, x: float, y: float, width: float) -> float:
        """Stand here, as high as the text is; gives the y of what comes below."""
        height = self.setting(round(width)).height
        self.setGeometry(round(x), round(y), round(width), height)
        return y + height
