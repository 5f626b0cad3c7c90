"""One key of the board: a letter, or a word for what it does."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import Face, Kind
from kiosk.ui.lettering.fitted import fitted
from kiosk.ui.lettering.markup import plain
from kiosk.ui.lettering.typesetting import Letters, Setting, letters_of
from kiosk.ui.look.style import Style
from kiosk.ui.typing.board_layouts import Act, KeyPlan, Look, Spot
from kiosk.words.words import Words

_KINDS = {
    Look.PLAIN: Kind.KEY,
    Look.HEAD: Kind.SOFT,
    Look.WORKING: Kind.FUNCTION,
    Look.SELECTED: Kind.FUNCTION,
    Look.PRIMARY: Kind.PRIMARY,
}
_ICONS = {Act.ERASE: "erase", Act.SEARCH: "search"}
_PADDING, _WIDE_PADDING = 6, 22
_TICK, _LARGEST_ICON = 18, 44
_ABOVE_AND_BELOW = 16  # px of a key that words do not take: lip, stroke, air


class BoardKey(Button):
    """The board listens to fingers for all its keys; a key only shows, and can be clicked."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.padding = _PADDING
        self.plan = KeyPlan(Spot(0, 0))
        self._verb = ""
        self._set: dict[tuple[int | None, int], tuple[Setting, ...]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def become(self, plan: KeyPlan, count: str = "", verb: str = "") -> None:
        """Take another place on the board, and other words.

        verb: what the one action is, where it is no search.
        """
        self.plan, self._verb = plan, verb
        self.kind = _KINDS[plan.look]
        self.icon_name = "check" if verb and plan.act is Act.SEARCH else _ICONS.get(plan.act)
        self.role = "key" if plan.act in (Act.TYPE, Act.VOICE, Act.HALF_VOICE) else "label"
        if plan.act is Act.SEARCH:
            self.role = "lead"
        self.padding = _WIDE_PADDING if plan.act is Act.SEARCH else _PADDING
        self.is_on = plan.look is Look.SELECTED
        self.show_text(self._said(plan), count=count)
        self.setAccessibleName(plain(self._spoken(plan)) or self.accessibleName())
        policy = Qt.FocusPolicy.TabFocus if plan.act is Act.SEARCH else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self._set.clear()

    def show_count(self, count: str) -> None:
        self.show_text(self._said(self.plan), count=count)
        self._set.clear()

    def turn_off(self, reason: str = "") -> None:
        self._set.clear()
        super().turn_off(reason)

    def turn_on(self) -> None:
        self._set.clear()
        super().turn_on()

    def arrange(self, style: Style) -> None:
        self._set.clear()
        super().arrange(style)

    def settings(self, width: int | None) -> tuple[Setting, ...]:
        """Words as large as the key allows."""
        key = (width, self.height())
        if key not in self._set:
            room = 10_000 if width is None else max(1, width - self._beside_words())
            high = max(30, self.height() - _ABOVE_AND_BELOW)
            style = self.style_now
            bold = self._is_bold() or self.plan.look is Look.HEAD
            below = self._set_reason(room, high)
            high -= sum(line.height for line in below)
            made = fitted(self._marked, style, self.role, room, high, bold=bold, factor=1.1)
            self._set[key] = (made, *below)
        return self._set[key]

    def heightForWidth(self, _width: int) -> int:
        """Words fit the key, not the key its words."""
        return self.style_now.least_target if self.has_style else 0

    def minimumSizeHint(self) -> QSize:
        side = self.style_now.least_target if self.has_style else 0
        return QSize(side, side)

    def _set_reason(self, room: float, high: float) -> tuple[Setting, ...]:
        if not self._reason:
            return ()
        return (fitted(self._reason, self.style_now, "cap", room, high / 2, factor=1.1),)

    @property
    def is_immediate(self) -> bool:
        """Whether the key does its work when touched, not when let go."""
        return self.plan.act not in (Act.MODE, Act.ORDER, Act.CAPITALS, Act.SEARCH)

    def paint_words(self, painter: QPainter, box: QRectF, shown: Face) -> None:
        """The two marks are drawn: in a font they are small and stand in a corner."""
        if self.plan.act not in (Act.VOICE, Act.HALF_VOICE):
            super().paint_words(painter, box, shown)
            return
        middle = box.center()
        pen = QPen(shown.ink, 0.1 * self.style_now.px("key"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.plan.act is Act.HALF_VOICE:
            painter.drawEllipse(middle, 8, 8)
            return
        for shift in (-8, 6):
            top = middle + QPointF(shift, -9)
            painter.drawLine(top, top + QPointF(7, 14))

    def _numbers(self) -> Letters:
        return letters_of(self.style_now, "label", numbers=True)

    def _icon_px(self) -> int:
        """A tick leaves room for the word even at the largest text."""
        return _TICK if self.plan.act is Act.MODE else min(_LARGEST_ICON, super()._icon_px())

    def _said(self, plan: KeyPlan) -> str:
        words = self._words
        said = {
            Act.ERASE_ALL: words("Erase all"),
            Act.ERASE: words("Erase one"),
            Act.SPACE: words("Space"),
            Act.ORDER: words("Down / across"),
            Act.CAPITALS: words("Capitals"),
            Act.SEARCH: self._verb or words("Search"),
        }
        return said.get(plan.act, plan.glyph)

    def _spoken(self, plan: KeyPlan) -> str:
        """What a screen reader says for a sign that it can't read."""
        words = self._words
        spoken = {
            Act.VOICE: words("Voice mark"),
            Act.HALF_VOICE: words("Half voice mark"),
            Act.SHRINK: words("Small kana"),
        }
        return spoken.get(plan.act, "")
