"""The ring around what the keyboard would press, drawn above everything."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import paint_ring, ring_room
from kiosk.ui.look.styled import Part

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)


def order_keys(*parts: Sequence[QWidget]) -> None:
    """The keyboard walks through these, one part after the other."""
    walked = [widget for part in parts for widget in part if widget.focusPolicy()]
    for before, widget in pairwise(walked):
        QWidget.setTabOrder(before, widget)


class FocusRing(Part):
    """Follows the focus from key to key inside its parent, while it is moved by a keyboard."""

    # Of the class, since Qt still sends events while Python forgets the ring itself.
    _target: QWidget | None = None
    _has_keyboard = False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def keyboard_used(self) -> None:
        self._has_keyboard = True
        self._surround()

    def finger_used(self) -> None:
        """Whoever touches needs no ring."""
        self._has_keyboard = False
        self._surround()

    def follow(self, now: QWidget | None) -> None:
        """The focus is on this widget now; None for nowhere."""
        if self._target is not None:
            self._target.removeEventFilter(self)
        is_ours = isinstance(now, Button) and self._room.isAncestorOf(now)
        self._target = now if is_ours else None
        if self._target is not None:
            self._target.installEventFilter(self)
        self._surround()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.follow(None)  # what is hidden may belong to a patron who has left
        elif event.type() in _MOVES:
            self._surround()
        return False

    def _surround(self) -> None:
        target = self._target
        if target is None or not target.isVisible() or not self._has_keyboard:
            self.hide()
            return
        room = ring_room(self.style_now)
        corner = target.mapTo(self._room, QPoint(0, 0))
        self.setGeometry(QRect(corner, target.size()).adjusted(-room, -room, room, room))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        room = ring_room(self.style_now)
        with QPainter(self) as painter:
            inner = QRectF(self.rect()).adjusted(room, room, -room, -room)
            paint_ring(painter, inner, self.style_now)
