"""The key that tells how long a title takes: its room is kept, its words come late."""

from datetime import date, timedelta

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.waiting import Counted, Waiting, WhyUnsaid
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button
from kiosk.words.waiting import range_and_how
from kiosk.words.words import Words

_DAY = date(2000, 1, 1)  # any
_COUNTED = Counted(1, 1, 1, 1, 1)


def _told(first: int, last: int | None) -> Waiting:
    latest = None if last is None else _DAY + timedelta(days=last)
    return Waiting(_DAY, _COUNTED, _DAY + timedelta(days=first), latest)


_LONGEST = (
    _told(0, 13),
    _told(10, 13),
    _told(0, 700),
    _told(100, 700),
    _told(700, None),
    Waiting(_DAY, _COUNTED, why_unsaid=WhyUnsaid.NO_COPY),
    Waiting(_DAY, _COUNTED, why_unsaid=WhyUnsaid.TOO_LONG),
)


class TimeKey(Part):
    """As high as the longest that it may come to say: nothing moves when the answer comes."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.key = Button(icon="clock", parent=self)
        self._longest = tuple(Button(icon="clock", parent=self) for _ in _LONGEST)
        for never_seen in self._longest:
            never_seen.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_waiting(self, waiting: Waiting | None) -> None:
        """None: nothing is told yet."""
        for never_seen, longest in zip(self._longest, _LONGEST, strict=True):
            never_seen.show_text(range_and_how(self._words, longest))
        self.key.show_text(range_and_how(self._words, waiting) if waiting is not None else "")
        self.key.setVisible(waiting is not None)
        self.updateGeometry()

    # ---- what Qt asks
    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self.has_style:
            return 0
        return max(each.heightForWidth(width) for each in (self.key, *self._longest))

    def sizeHint(self) -> QSize:
        return self._largest(*(each.sizeHint() for each in self._longest))

    def minimumSizeHint(self) -> QSize:
        return self._largest(*(each.minimumSizeHint() for each in self._longest))

    def _largest(self, *sizes: QSize) -> QSize:
        largest = QSize()
        for each in sizes:
            largest = largest.expandedTo(each)
        return largest

    # ---- taking its place
    def arrange(self, _style: Style) -> None:
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.key.setGeometry(self.rect())
