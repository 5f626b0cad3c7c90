"""A volume, an issue, an edition or a set, in one row: touched, it is opened."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtWidgets import QWidget

from kiosk.domain.titles import FoundTitle
from kiosk.events import TitleChosen
from kiosk.ui.keys.row import Row, RowLabel
from kiosk.ui.titles.state import state_and_place
from kiosk.ui.titles.whereabouts import COLOURS, Shape
from kiosk.words.words import Words

_EDGE, _GAP, _ABOVE = 20, 16, 8
_SHAPE = 38
_NAME_PART = 0.5  # of the row, that the name has at least where the state stands beside it
_LEAST_LETTERS = 8  # of the name, in a line


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says; its texts may carry marks."""

    found: FoundTitle
    name: str
    second: str = ""  # what else there is to know, smaller


class RelatedRow(Row):
    """Says TitleChosen. The name at the left, where it is at the right or below."""

    def __init__(self, words: Words, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(TitleChosen(entry.found.title.id), parent)
        whereabouts = entry.found.availability.whereabouts
        state, place = state_and_place(words, entry.found)
        self._name = RowLabel("name", bold=True, parent=self)
        self._more = RowLabel("label", "ink2", parent=self)
        ink = "ink" if entry.found.parts else COLOURS[whereabouts]
        self._shape = Shape(_SHAPE, parent=self)
        self._state = RowLabel("body", ink, bold=True, parent=self)
        self._place = RowLabel("label", "ink2", parent=self)
        texts = (entry.name, entry.second, state, place)
        labels = (self._name, self._more, self._state, self._place)
        for label, text in zip(labels, texts, strict=True):
            label.show_text(text)
            label.setVisible(bool(text))
        self._shape.show_whereabouts(whereabouts)
        self._shape.setVisible(not entry.found.parts)
        self.say_name(" ".join(label.text() for label in labels if label.text()))

    def event(self, event: QEvent) -> bool:
        """Its parts learn the style before it is first seen: it came after the page's."""
        if event.type() == QEvent.Type.Polish and self.has_style:
            self.arrange(self.style_now)
        return super().event(event)

    # ---- what Qt asks
    def heightForWidth(self, width: int) -> int:
        if not self.has_style:
            return 0
        style, shown = self.style_now, self.face()
        self._shape.arrange(style)
        around = style.lip() + 2 * (shown.stroke + _ABOVE)
        room = width - 2 * (round(shown.stroke) + _EDGE)
        return max(style.least_target, round(self._needed(room) + around))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600)) if self.has_style else QSize()

    def minimumSizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        width = _LEAST_LETTERS * self.style_now.px("name")
        return QSize(width, self.heightForWidth(width))

    # ---- placing
    def place(self, box: QRectF) -> None:
        left, width = box.left() + _EDGE, box.width() - 2 * _EDGE
        beside = self._state_width(width)
        if beside:
            self._stack(left, box.center().y(), width - beside - _GAP, self._names)
            self._stack_state(left + width - beside, box.center().y(), beside)
            return
        names = self._height(self._names, width)
        top = box.center().y() - (names + self._state_height(width)) / 2
        self._stack(left, top + names / 2, width, self._names)
        self._stack_state(left, top + names + self._state_height(width) / 2, width)

    @property
    def _names(self) -> tuple[RowLabel, ...]:
        return tuple(label for label in (self._name, self._more) if label.text())

    @property
    def _states(self) -> tuple[RowLabel, ...]:
        return tuple(label for label in (self._state, self._place) if label.text())

    @property
    def _before_state(self) -> int:
        return 0 if self._shape.isHidden() else self._shape.width() + _GAP

    def _state_width(self, width: float) -> float:
        """The width of the column beside the name; 0 where there is none."""
        widest = max((label.setting().width for label in self._states), default=0)
        wanted = self._before_state + widest + 1
        return wanted if wanted <= (1 - _NAME_PART) * width else 0

    def _needed(self, width: float) -> float:
        beside = self._state_width(width)
        if beside:
            names = self._height(self._names, width - beside - _GAP)
            return max(names, self._state_height(beside))
        return self._height(self._names, width) + self._state_height(width)

    def _state_height(self, width: float) -> float:
        return max(self._shape.height(), self._height(self._states, width - self._before_state))

    @staticmethod
    def _height(labels: tuple[RowLabel, ...], width: float) -> float:
        return sum(label.setting(round(width)).height for label in labels)

    def _stack(
        self, left: float, middle: float, width: float, labels: tuple[RowLabel, ...]
    ) -> None:
        top = middle - self._height(labels, width) / 2
        for label in labels:
            top = label.put(left, top, width)

    def _stack_state(self, left: float, middle: float, width: float) -> None:
        self._shape.move(round(left), round(middle - self._shape.height() / 2))
        beside = self._before_state
        self._stack(left + beside, middle, width - beside, self._states)
