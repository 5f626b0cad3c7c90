"""Keys one after the other, in as many lines as they need."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.keys.button import Button
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part, Styled

_Box = tuple[Button, QRect]
_SHOWN_OR_HIDDEN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class KeyFlow(Part):
    """A key that is hidden leaves its place to the next; `fills`: each line takes all the width."""

    def __init__(self, *, fills: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fills = fills
        self.keys: tuple[Button, ...] = ()
        self._known: tuple[object, ...] = ()  # what the boxes below were made of
        self._boxes_known: dict[int, tuple[_Box, ...]] = {}  # by width
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def take_keys(self, keys: Sequence[Button]) -> None:
        """Take these, once."""
        self.keys = tuple(keys)
        for key in keys:
            key.setParent(self)
            key.installEventFilter(self)
        self.lay_out()

    def event(self, event: QEvent) -> bool:
        """A key that has new words takes another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.lay_out()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SHOWN_OR_HIDDEN:
            self.lay_out()
        return super().eventFilter(watched, event)

    def arrange(self, _style: Style) -> None:
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Give each key its place; call it when keys have new words."""
        self.updateGeometry()
        if self.has_style:
            for key, box in self._boxes(self.width()):
                key.setGeometry(box)

    # ---- what Qt asks
    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self.has_style:
            return 0
        return max((box.bottom() + 1 for _, box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        gap = self.style_now.gap
        width = sum(key.sizeHint().width() + gap for key in self._shown()) - gap
        return QSize(max(0, width), self.heightForWidth(max(1, width)))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest key; lines are as many as the width asks."""
        if not self.has_style:
            return QSize()
        widest = max((key.minimumSizeHint().width() for key in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    # ---- where each stands
    def _shown(self) -> list[Button]:
        return [key for key in self.keys if not key.isHidden()]

    def _boxes(self, width: int) -> tuple[_Box, ...]:
        """Asked hundreds of times while a page is laid out: kept until a key is told more."""
        known = (Styled.style_changes, *((key, key.times_told) for key in self._shown()))
        if known != self._known:
            self._known, self._boxes_known = known, {}
        if width not in self._boxes_known:
            self._boxes_known[width] = tuple(self._placed(width))
        return self._boxes_known[width]

    def _placed(self, width: int) -> Iterator[_Box]:
        gap, top = self.style_now.gap, 0
        for line in self._lines(width):
            widths = self._widths(line, width)
            high = max(key.heightForWidth(wide) for key, wide in zip(line, widths, strict=True))
            left = 0
            for key, wide in zip(line, widths, strict=True):
                yield key, QRect(left, top, wide, high)
                left += wide + gap
            top += high + gap

    def _lines(self, width: int) -> Iterator[list[Button]]:
        line: list[Button] = []
        taken = 0
        for key in self._shown():
            wanted = key.sizeHint().width()
            if line and taken + self.style_now.gap + wanted > width:
                yield line
                line, taken = [], 0
            taken += wanted + (self.style_now.gap if line else 0)
            line.append(key)
        if line:
            yield line

    def _widths(self, line: list[Button], width: int) -> list[int]:
        wanted = [min(width, key.sizeHint().width()) for key in line]
        if not self._fills:
            return wanted
        spare = width - sum(wanted) - self.style_now.gap * (len(line) - 1)
        return [wide + spare // len(line) for wide in wanted]
