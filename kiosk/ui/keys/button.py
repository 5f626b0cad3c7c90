"""A key: a slab with words that says one event when it is pressed."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kiosk.domain.looks import Language
from kiosk.events import Event
from kiosk.ui.keys.slab import Face, Kind, face, paint_slab
from kiosk.ui.lettering.markup import plain
from kiosk.ui.lettering.typesetting import Letters, Sentence, Setting, letters_of, set_sentence
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Styled

_PADDING = 22  # px left and right of what stands on a key
_PADDING_ABOVE = 4
_ICON = 36
_STANDARD_LABEL = 26  # px of the words that an icon of 36 px stands beside
_ICON_GAP = 12
_LEADING = 1.25  # line height on keys, parts of the letter
_BOLD = (Kind.PRIMARY, Kind.ENTER, Kind.DANGER, Kind.DARK)
_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_LEFT = Qt.AlignmentFlag.AlignLeft
_BESIDE = Qt.AlignmentFlag.AlignVCenter


class Button(QPushButton, Styled):
    """A key with an icon, words, a second line and a count, each where wanted.

    has_tick: where several can be on, ✓ stands before the words of those that are.
    """

    said = Signal(object)
    times_told = 0  # what was measured before the last time is over

    def __init__(
        self,
        text: str = "",
        says: Event | None = None,
        kind: Kind = Kind.KEY,
        icon: str | None = None,
        role: str = "",
        *,
        align: Qt.AlignmentFlag | None = None,
        has_tick: bool = False,
        radius: str = "key",
        lip: str = "touchable_lip",
        language: Language | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.says, self.kind, self.icon_name = says, kind, icon
        self.role = role or ("lead" if kind is Kind.PRIMARY else "label")
        self.padding, self.leading = _PADDING, _LEADING
        self._language = language
        self._align, self._has_tick, self._radius, self._lip = align, has_tick, radius, lip
        self._marked = self._second = self._count = self._reason = ""
        self.is_on = False
        self._sentences: dict[tuple[str, Letters], Sentence] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._say)
        self.show_text(text)

    # ---- being told
    def show_text(self, text: str, second: str = "", count: str = "") -> None:
        """The words, a smaller second line, and a count at the right end."""
        self._marked, self._second, self._count = text, second, count
        self.setText(plain(text).replace("&", "&&"))
        self._tell()

    def select(self, is_on: bool = True) -> None:  # noqa: FBT001, FBT002 - a switch's own word
        self.is_on = is_on
        self.setCheckable(True)
        self.setChecked(is_on)
        self._tell()

    def turn_off(self, reason: str = "") -> None:
        """Stay visible, dashed, with the reason below the words; say nothing."""
        self._reason = reason
        self.setEnabled(False)
        self._tell()

    def turn_on(self) -> None:
        self._reason = ""
        self.setEnabled(True)
        self._tell()

    def arrange(self, _style: Style) -> None:
        self._measure_anew()

    def _tell(self) -> None:
        self.setAccessibleName(" ".join(filter(None, map(plain, self._texts()))))
        self.setAccessibleDescription(plain(self._reason))
        self._measure_anew()

    def _measure_anew(self) -> None:
        self.times_told += 1
        self._sentences.clear()
        self.updateGeometry()
        self.update()

    def _texts(self) -> tuple[str, ...]:
        return self._marked, self._second, self._count

    # ---- saying
    def _say(self) -> None:
        if self.says is None:
            return
        self.said.emit(self.says)
        above = self.parentWidget()
        while above is not None and not hasattr(above, "say"):
            above = above.parentWidget()
        if above is not None:
            above.say(self.says)

    def nextCheckState(self) -> None:
        """What is selected is told by select(), not by the finger."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    # ---- what stands on the face
    @property
    def _below(self) -> str:
        return self._reason or self._second

    def _is_bold(self) -> bool:
        return self.is_on or self.kind in _BOLD

    def _letters(self) -> Letters:
        style = self.style_now
        line = round(style.px(self.role) * self.leading)
        return letters_of(
            style, self.role, bold=self._is_bold(), line=line, language=self._language
        )

    def _small(self) -> Letters:
        style = self.style_now
        return letters_of(style, "cap", line=round(style.px("cap") * self.leading))

    def _numbers(self) -> Letters:
        return letters_of(self.style_now, self.role, bold=self.is_on, numbers=True)

    def _measured(self, text: str, letters: Letters) -> Sentence:
        key = (text, letters)
        if key not in self._sentences:
            self._sentences[key] = Sentence(text, letters)
        return self._sentences[key]

    @property
    def _drawing(self) -> str | None:
        if self.is_on and (self._has_tick or (self.style_now.is_black_yellow and self._marked)):
            return "check"
        return self.icon_name

    def _icon_px(self) -> int:
        return round(_ICON * (0.5 + 0.5 * self.style_now.px(self.role) / _STANDARD_LABEL))

    def _beside_words(self) -> int:
        """The width of all but the words."""
        taken = 2 * self.padding
        if self._drawing:
            taken += self._icon_px() + (_ICON_GAP if self._marked else 0)
        if self._count:
            taken += _ICON_GAP + ceil(
                set_sentence(self._measured(self._count, self._numbers())).width
            )
        return taken

    def settings(self, width: int | None) -> tuple[Setting, ...]:
        """Words and second line in a key of this width; None for one line each."""
        room = None if width is None else max(1, width - self._beside_words())
        made = []
        if self._marked:
            made.append(set_sentence(self._measured(self._marked, self._letters()), room))
        if self._below:
            made.append(set_sentence(self._measured(self._below, self._small()), room))
        return tuple(made)

    # ---- what Qt asks
    def sizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        settings = self.settings(None)
        widest = max((setting.width for setting in settings), default=0)
        return self._at_least(self._beside_words() + ceil(widest), settings)

    def minimumSizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        words = self._measured(self._marked, self._letters()).least_width if self._marked else 0
        below = self._measured(self._below, self._small()).least_width if self._below else 0
        width = self._beside_words() + ceil(max(words, below))
        return self._at_least(width, self.settings(None))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._at_least(width, self.settings(width)).height() if self.has_style else 0

    def _at_least(self, width: int, settings: tuple[Setting, ...]) -> QSize:
        style = self.style_now
        least = style.least_target
        around = style.lip(self._lip) + 2 * (style.stroke("key") + _PADDING_ABOVE)
        high = sum(setting.height for setting in settings) + around
        floor = style.component("primary_height") if self.kind is Kind.PRIMARY else least
        return QSize(max(width, least), max(high, floor))

    # ---- painting
    def face(self) -> Face:
        return face(
            self.style_now,
            self.kind,
            is_selected=self.is_on,
            is_pressed=self.isDown(),
            is_off=not self.isEnabled(),
            radius=self._radius,
            lip=self._lip,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            shown = self.face()
            box = paint_slab(painter, QRectF(self.rect()), shown)
            self.paint_words(painter, box, shown)

    def paint_words(self, painter: QPainter, box: QRectF, shown: Face) -> None:
        """Icon, words and count on the face."""
        settings = self.settings(self.width())
        widest = max((setting.width for setting in settings), default=0)
        inner = QRectF(self.padding, box.top(), self.width() - 2 * self.padding, box.height())
        align = self._align or (_LEFT if self._below or self._count else _MIDDLE)
        x = inner.left()
        if align & _MIDDLE:
            x = (self.width() - self._beside_words() - widest) / 2 + self.padding
        if self._count:
            numbers = set_sentence(self._measured(self._count, self._numbers()))
            numbers.paint(painter, inner, Qt.AlignmentFlag.AlignRight | _BESIDE, shown.ink2)
        x = self._paint_icon(painter, x, box, shown)
        top = box.center().y() - sum(setting.height for setting in settings) / 2
        for setting, ink in zip(settings, self._inks(shown), strict=False):
            words = QRectF(x, top, max(widest, setting.width), setting.height)
            setting.paint(painter, words, (align & _MIDDLE or _LEFT) | _BESIDE, ink)
            top += setting.height

    def _inks(self, shown: Face) -> tuple[QColor, ...]:
        return (shown.ink, shown.ink2) if self._marked else (shown.ink2,)

    def _paint_icon(self, painter: QPainter, x: float, box: QRectF, shown: Face) -> float:
        if not self._drawing:
            return x
        px = self._icon_px()
        stroke = 3 if self._drawing in ("check", "x") else 2.2
        drawing = self.style_now.icon(self._drawing, px, shown.ink, stroke)
        painter.drawPixmap(round(x), round(box.center().y() - px / 2), drawing)
        return x + px + (_ICON_GAP if self._marked else 0)
