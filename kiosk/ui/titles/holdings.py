"""Where the items of a title stand: a line for every branch, the one of the kiosk first."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.looks import Language
from kiosk.domain.titles import FoundTitle, Holding, Material
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.paged import Paged
from kiosk.ui.text import Label
from kiosk.ui.titles.state import items_said
from kiosk.ui.titles.whereabouts import COLOURS, Shape
from kiosk.words.dates import day
from kiosk.words.names import name_of
from kiosk.words.places import branch_name, shelf_on_floor
from kiosk.words.words import Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SHAPE = 38
_EDGE = 22
# So many letters of a branch's name is a line in one row wide.
_LEAST_LETTERS = {Language.JAPANESE: 24}
_LEAST_LETTERS_ELSEWHERE = 31  # words are longer, or stand apart
# Where branch, state, count and note begin, in parts of the line.
_COLUMNS = (0.0, 0.24, 0.54, 0.62, 1.0)
_ENGLISH_COLUMNS = (0.0, 0.27, 0.55, 0.7, 1.0)


class Holdings(Paged):
    """To be read. Lines that find no room stand on the next page."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words

    def show_holdings(self, found: FoundTitle) -> None:
        lines = []
        for holding in sorted(found.availability.holdings, key=_nearness):
            line = HoldingLine(self._words)
            line.show_holding(holding, found.title.material)
            lines.append(line)
        self.show_rows(lines)

    def arrange(self, style: Style) -> None:
        self.least_row = 0 if style.is_large else int(style.component("branch_row")) - style.gap
        super().arrange(style)


class HoldingLine(Part):
    """One branch: state as shape and word, how many, and which shelf or when it comes back."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._is_here = False
        self._branch = Label("name", parent=self)
        self._shape = Shape(_SHAPE, parent=self)
        self._state = Label("body", bold=True, parent=self)
        self._count = Label("body", parent=self)
        self._note = Label("label", ink="ink2", align=_RIGHT, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_holding(self, holding: Holding, material: Material) -> None:
        words, state = self._words, holding.state
        self._is_here = holding.is_here
        branch = branch_name(words, holding.branch)
        here = words("**%(branch)s** (here)", branch=branch)
        self._branch.show_text(here if holding.is_here else f"**{branch}**")
        self._shape.show_whereabouts(state)
        self._state.show_ink(COLOURS[state])
        self._state.show_text(name_of(words, state))
        self._count.show_text(items_said(words, holding.items, material))
        self._note.show_text(_note(words, holding))
        labels = (self._branch, self._state, self._count, self._note)
        self.setAccessibleName(" ".join(label.text() for label in labels))

    def arrange(self, _style: Style) -> None:
        self.updateGeometry()
        self.update()

    # ---- placing
    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, None) if self.has_style else 0

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            if self._is_here:
                box = QRectF(self.rect())
                painter.setBrush(style.colour("okSoft"))
                painter.setPen(style.colour("okSoft"))
                painter.drawRoundedRect(box, style.radius("key"), style.radius("key"))
            thick = style.stroke("line")
            foot = self.height() - thick
            painter.fillRect(0, foot, self.width(), thick, style.colour("line"))

    def resizeEvent(self, _event: object) -> None:
        if self.has_style:
            self._place(self.width(), self.height())

    def _place(self, width: int, height: int | None) -> int:
        """The height that the line needs; places its parts where a height is given."""
        cells = self._cells(width)
        style = self.style_now
        least = _LEAST_LETTERS.get(style.language, _LEAST_LETTERS_ELSEWHERE)
        is_narrow = width < least * style.px("name") or any(
            label.setting(end - begin).width > end - begin for label, begin, end in cells
        )
        self._count.setAlignment(_RIGHT if is_narrow else _LEFT)
        if is_narrow:
            return self._place_in_two(width, height)
        needed = max(label.heightForWidth(end - begin) for label, begin, end in cells)
        if height is not None:
            for label, begin, end in cells:
                label.setGeometry(begin, 0, end - begin, height)
            left = self._state.x() - _SHAPE - self.style_now.gap
            self._shape.move(left, (height - self._shape.height()) // 2)
        return needed + self.style_now.space(1)

    def _cells(self, width: int) -> tuple[tuple[Label, int, int], ...]:
        """Where each label begins and ends while all stand in one row."""
        room, gap = width - 2 * _EDGE, self.style_now.gap
        is_english = self.style_now.language is Language.ENGLISH
        columns = _ENGLISH_COLUMNS if is_english else _COLUMNS
        left = [_EDGE + round(part * room) for part in columns]
        return (
            (self._branch, left[0], left[1] - gap),
            (self._state, left[1] + _SHAPE + gap, left[2] - 4),
            (self._count, left[2], left[3] - 4),
            (self._note, left[3], left[4]),
        )

    def _place_in_two(self, width: int, height: int | None) -> int:
        """Where letters are large: branch and count above, state and note below."""
        end, room = width - _EDGE, width - 2 * _EDGE
        beside = self._shape.width() + self.style_now.gap
        two_thirds, half = _EDGE + round(0.62 * room), _EDGE + room // 2
        upper = ((self._branch, _EDGE, two_thirds), (self._count, two_thirds, end))
        middle = half + beside if self._note.text() else end
        lower = ((self._state, _EDGE + beside, middle), (self._note, middle, end))
        high = [max(each.heightForWidth(to - at) for each, at, to in row) for row in (upper, lower)]
        if height is not None:
            top = (height - sum(high)) // 2
            for row, y, row_high in ((upper, top, high[0]), (lower, top + high[0], high[1])):
                for label, at, to in row:
                    label.setGeometry(at, y, to - at, row_high)
            self._shape.move(_EDGE, top + high[0] + (high[1] - self._shape.height()) // 2)
        return sum(high) + self.style_now.space(1)


def _nearness(holding: Holding) -> tuple[bool, bool]:
    return not holding.is_here, not holding.on_shelf


def _note(words: Words, holding: Holding) -> str:
    if holding.on_shelf or holding.is_reference:
        return shelf_on_floor(words, holding.floor, holding.shelf)
    return words("Due back %(day)s", day=day(words, holding.due)) if holding.due else ""
