"""The board of the fifty sounds: every key a letter, one tap a letter, two fingers at once."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QResizeEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.looks import TextSize
from kiosk.ui.look.style import Style
from kiosk.ui.typing.board_key import BoardKey
from kiosk.ui.typing.board_layouts import COLUMNS, ROWS, Act, KeyPlan, Spot, plan
from kiosk.ui.typing.desk_keyboard import KeyboardPart
from kiosk.ui.typing.draft import Draft
from kiosk.ui.typing.kana import Mode
from kiosk.words.words import Words

_HELD_MS = 500  # until a held 一字消す begins to repeat
_REPEAT_MS = 100
_MOUSE = -1  # the finger that a mouse is
_TOUCHES = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
)


class Board(KeyboardPart):
    """Types into a draft and tells the whole of it after every key.

    A letter is typed when its key is touched, not when it is let go; what changes the board
    or leaves the page waits for the finger to be lifted from the same key.
    """

    typed = Signal(str)
    search_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._draft = Draft()
        self._verb = ""
        self._count: int | None = None
        self._why_not = ""
        self._keys: list[BoardKey] = []
        self._fingers: dict[int, BoardKey] = {}
        self._repeat = QTimer(self)
        self._repeat.timeout.connect(self._erase)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._listen()
        self._lay()

    # ---- being told
    @property
    def text(self) -> str:
        return self._draft.text

    def show_text(self, text: str) -> None:
        """Go on from this text; nothing is told outward."""
        self._draft.show(text)

    def show_mode(self, mode: Mode) -> None:
        """Type kana, letters or numbers from now on."""
        if mode is not self._draft.mode:
            self._draft.mode = mode
            self._lay()
            self._place()

    def show_count(self, count: int | None) -> None:
        """How many titles さがす would find; None while nobody knows."""
        if count != self._count:
            self._count = count
            self.key(Act.SEARCH).show_count(self._said_count())

    def close_search(self, reason: str) -> None:
        """Dash さがす and say why on it; without a reason it is open again."""
        if reason != self._why_not:
            self._why_not = reason
            self._open_or_close()

    def _said_count(self) -> str:
        """The number alone where words are so large that a key carries one of them."""
        if self._count is None:
            return ""
        if self.has_style and self.style_now.look.size > TextSize.STANDARD:
            return str(self._count)
        return self._words.count("%(num)d title", "%(num)d titles", self._count)

    def key(self, wanted: Act | str) -> BoardKey:
        """The key that types this letter or does this act. Raises StopIteration without one."""
        return next(
            key
            for key in self._keys
            if not key.isHidden()
            and (key.plan.act is wanted if isinstance(wanted, Act) else key.plan.glyph == wanted)
        )

    # ---- laying the keys
    def arrange(self, style: Style) -> None:
        self._lay()
        for key in self._keys:
            key.arrange(style)
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        style = self.style_now
        name = "key_portrait" if style.is_portrait else "key_landscape"
        width, height = style.component(name)
        gap = style.least_gap
        return QSize(COLUMNS * (width + gap) - gap, ROWS * (height + gap) - gap)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _lay(self) -> None:
        plans = self._plans()
        while len(self._keys) < len(plans):
            self._keys.append(self._new_key())
        for key, each in zip(self._keys, plans, strict=False):
            key.become(each, self._said_count() if each.act is Act.SEARCH else "", self._verb)
            key.show()
        for key in self._keys[len(plans) :]:
            key.hide()
        self._open_or_close()

    def _plans(self) -> tuple[KeyPlan, ...]:
        draft = self._draft
        return plan(draft.mode, is_across=draft.is_across, is_capital=draft.is_capital)

    def _open_or_close(self) -> None:
        """Only さがす is ever closed; a key that stood for it may now be another."""
        for key in self._keys:
            if key.plan.act is Act.SEARCH and self._why_not:
                key.turn_off(self._why_not)
            elif not key.isEnabled():
                key.turn_on()

    def _new_key(self) -> BoardKey:
        key = BoardKey(self._words, self)
        key.clicked.connect(lambda: self._do(key))
        return key

    def _place(self) -> None:
        if not self.has_style:
            return
        gap = self.style_now.least_gap
        wide = (self.width() + gap) / COLUMNS
        high = (self.height() + gap) / ROWS
        for key in self._keys:
            if not key.isHidden():
                key.setGeometry(_cell(key.plan.spot, wide, high, gap))

    # ---- fingers
    def event(self, event: QEvent) -> bool:
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            for point in event.points():
                self._touch(point)
            event.accept()
            return True
        if event.type() == QEvent.Type.TouchCancel:
            self._let_go_of_all()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press(_MOUSE, event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press(_MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._release(_MOUSE, event.position())

    def _touch(self, point: QEventPoint) -> None:
        if point.state() == QEventPoint.State.Pressed:
            self._press(point.id(), point.position())
        elif point.state() == QEventPoint.State.Released:
            self._release(point.id(), point.position())

    def _press(self, finger: int, at: QPointF) -> None:
        key = self._key_at(at.toPoint())
        if key is None:
            return
        self._fingers[finger] = key
        key.setDown(True)
        key.repaint()
        if key.is_immediate:
            self._do(key)
        if key.plan.act is Act.ERASE:
            self._repeat.start(_HELD_MS)

    def _release(self, finger: int, at: QPointF) -> None:
        key = self._fingers.pop(finger, None)
        if key is None:
            return
        if key.plan.act is Act.ERASE:
            self._repeat.stop()
        key.setDown(key in self._fingers.values())
        if not key.is_immediate and key.geometry().contains(at.toPoint()):
            self._do(key)

    def _let_go_of_all(self) -> None:
        self._repeat.stop()
        for key in self._fingers.values():
            key.setDown(False)
        self._fingers.clear()

    def _key_at(self, at: QPoint) -> BoardKey | None:
        shown = (key for key in self._keys if not key.isHidden())
        return next((key for key in shown if key.geometry().contains(at)), None)

    # ---- what keys do
    def _do(self, key: BoardKey) -> None:
        act = key.plan.act
        before = self._draft.text
        self._draft.press(key.plan)
        if act in (Act.MODE, Act.ORDER, Act.CAPITALS):
            self._lay()
            self._place()
        self._tell(before)
        if act is Act.SEARCH and key.isEnabled():
            self.search_asked.emit()

    def _erase(self) -> None:
        self._repeat.setInterval(_REPEAT_MS)
        self._do(self.key(Act.ERASE))

    def _listen(self) -> None:
        self.lettered.connect(self._hear)
        self.erased.connect(lambda: self._do(self.key(Act.ERASE)))
        self.entered.connect(lambda: self._do(self.key(Act.SEARCH)))

    def _hear(self, letters: str) -> None:
        before = self._draft.text
        self._draft.hear(letters)
        self._tell(before)

    def _tell(self, before: str) -> None:
        if self._draft.text != before:
            self.typed.emit(self._draft.text)


def _cell(spot: Spot, wide: float, high: float, gap: int) -> QRect:
    left, top = round(spot.column * wide), round(spot.row * high)
    right = round((spot.column + spot.width) * wide)
    bottom = round((spot.row + spot.height) * high)
    return QRect(left, top, right - left - gap, bottom - top - gap)
