"""One answer of a question: a radio, what it is, and what will happen if it is chosen."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.events import Event
from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import Face, face, paint_slab
from kiosk.ui.lettering.markup import plain
from kiosk.ui.lettering.typesetting import Letters, Setting, letters_of, set_text
from kiosk.ui.look.style import Style

_RADIO, _ICON, _GAP, _PADDING = 44, 42, 18, 22
_ABOVE = 8
_HEADING = 1.25  # line height on rows, parts of the letter
_NAME_PART = 0.42  # of the words' width that the name takes at most, beside the rest
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Choice:
    """What stands in one row; `why_not` dashes it."""

    name: str
    beside: str = ""  # after the name, smaller
    happens: str = ""
    contact: str = ""  # masked
    why_not: str = ""
    icon: str = ""
    name_px: int = 0  # width of the column of names, so that rows line up


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a row, set for one width."""

    name: Setting
    beside: Setting | None
    rest: tuple[Setting, ...]
    is_stacked: bool  # the rest stands below the name
    name_width: float

    @property
    def rest_height(self) -> int:
        return sum(each.height for each in self.rest)

    @property
    def height(self) -> int:
        name = max(self.name.height, self.beside.height if self.beside else 0)
        return name + self.rest_height if self.is_stacked else max(name, self.rest_height)


class AnswerRow(Button):
    """A row that is chosen by touch; is_stacked: the rest always below the name."""

    def __init__(
        self, says: Event, *, is_stacked: bool = False, parent: QWidget | None = None
    ) -> None:
        self._choice = Choice("")
        self._is_stacked = is_stacked
        self._set: dict[int, _Words] = {}
        super().__init__(says=says, role="name", parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(True)
        self.setAutoExclusive(False)

    def show_choice(self, choice: Choice, *, is_chosen: bool) -> None:
        self._choice = choice
        self._set.clear()
        self.show_text(choice.name)
        if choice.why_not:
            self.turn_off(choice.why_not)
        else:
            self.turn_on()
        self.select(is_chosen)
        parts = (choice.name, choice.beside, choice.happens, choice.contact, choice.why_not)
        self.setAccessibleName(" ".join(plain(part) for part in parts if part))

    def stack(self, *, is_stacked: bool) -> None:
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self._forget()

    def arrange(self, _style: Style) -> None:
        self._forget()

    def _forget(self) -> None:
        self._set.clear()
        self.updateGeometry()
        self.update()

    def name_width(self) -> int:
        """What the name and its icon take, so that a column of rows can line up."""
        return round(set_text(self._choice.name, self._name_letters()).width) + 2

    # ---- words
    def _name_letters(self) -> Letters:
        style = self.style_now
        return letters_of(style, "name", bold=True, line=round(style.px("name") * _HEADING))

    def _small(self, *, numbers: bool = False) -> Letters:
        style = self.style_now
        role = "cap" if numbers else "label"
        return letters_of(style, role, numbers=numbers, line=round(style.px(role) * _HEADING))

    def _before_words(self) -> int:
        style = self.style_now
        taken = _PADDING + style.grown(_RADIO) + _GAP
        return taken + (style.grown(_ICON) + _GAP if self._choice.icon else 0)

    def _words_in(self, width: int) -> _Words:
        if width not in self._set:
            self._set[width] = self._set_words(width)
        return self._set[width]

    def _set_words(self, width: int) -> _Words:
        choice = self._choice
        room = max(1, width - self._before_words() - _PADDING)
        beside = set_text(choice.beside, self._small()) if choice.beside else None
        name_width = float(choice.name_px or self.name_width())
        if beside and name_width + _GAP + beside.width > room:
            beside = None
        taken = name_width + (beside.width + _GAP if beside else 0)
        is_stacked = self._is_stacked or taken > _NAME_PART * room
        name = set_text(choice.name, self._name_letters(), room if is_stacked else name_width)
        rest = self._set_rest(room if is_stacked else room - taken - _GAP, has_beside=bool(beside))
        return _Words(name, beside, rest, is_stacked, name_width)

    def _set_rest(self, room: float, *, has_beside: bool) -> tuple[Setting, ...]:
        """What happens and the contact; what finds no place beside the name, before them."""
        choice = self._choice
        texts = ["" if has_beside else choice.beside, choice.why_not or choice.happens]
        rest = [set_text(text, self._small(), room) for text in texts if text]
        if choice.contact:
            rest.append(set_text(choice.contact, self._small(numbers=True), room))
        return tuple(rest)

    # ---- what Qt asks
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        style = self.style_now
        width = self._before_words() + _PADDING + 6 * style.px("name")
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """As low as its words allow."""
        if not self.has_style:
            return 0
        style = self.style_now
        around = style.lip() + 2 * (style.stroke("key") + _ABOVE)
        return max(self._words_in(width).height + around, style.least_target)

    def wanted_height(self, width: int) -> int:
        """As high as all rows are where there is room."""
        return max(self.heightForWidth(width), int(self.style_now.component("choice_row")))

    # ---- painting
    def face(self) -> Face:
        style = self.style_now
        shown = face(style, self.kind, is_pressed=self.isDown(), is_off=not self.isEnabled())
        if not self.is_on:
            return shown
        accent = style.colour("accent")
        return replace(
            shown,
            fill=style.colour("accentSoft"),
            edge=accent,
            lip_colour=accent,
            stroke=style.stroke("selected"),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            shown = self.face()
            box = paint_slab(painter, QRectF(self.rect()), shown)
            middle = box.center().y()
            side = style.grown(_RADIO)
            _paint_radio(painter, QPointF(_PADDING + side / 2, middle), side, self, style)
            x: float = _PADDING + side + _GAP
            if self._choice.icon:
                px = style.grown(_ICON)
                icon = style.icon(self._choice.icon, px, shown.ink)
                painter.drawPixmap(round(x), round(middle - px / 2), icon)
                x += px + _GAP
            self._paint_texts(painter, QRectF(x, box.top(), 0, box.height()), shown)

    def _paint_texts(self, painter: QPainter, at: QRectF, shown: Face) -> None:
        words = self._words_in(self.width())
        right = self.width() - _PADDING
        high = words.name.height
        top = at.center().y() - (words.height if words.is_stacked else high) / 2
        words.name.paint(painter, QRectF(at.left(), top, right - at.left(), high), _LEFT, shown.ink)
        if words.beside:
            x = at.left() + words.name.width + _GAP
            words.beside.paint(painter, QRectF(x, top, right - x, high), _LEFT, shown.ink2)
        x = at.left() if words.is_stacked else at.left() + words.name_width + _GAP
        top = top + high if words.is_stacked else at.center().y() - words.rest_height / 2
        is_short = not self._choice.icon  # days, not sentences
        align = _RIGHT if is_short and not words.is_stacked else _LEFT
        for setting in words.rest:
            box = QRectF(x, top, right - x, setting.height)
            setting.paint(painter, box, align, shown.ink2 if align == _RIGHT else shown.ink)
            top += setting.height


def _paint_radio(
    painter: QPainter, middle: QPointF, side: float, row: AnswerRow, style: Style
) -> None:
    """A ring, thick with a dot inside where chosen, dashed where it cannot be."""
    is_open = row.isEnabled()
    colour = style.colour("accent" if row.is_on else "edge")
    pen = QPen(colour, 5 if row.is_on else 3)
    if not is_open:
        pen.setDashPattern([5 / 3, 5 / 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    radius = side * 18 / 44
    painter.setPen(pen)
    painter.setBrush(style.colour("surface"))
    painter.drawEllipse(middle, radius, radius)
    if row.is_on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(middle, side * 10 / 44, side * 10 / 44)
