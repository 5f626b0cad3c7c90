"""The pad for numbers, letters and passwords: a telephone's order, or the alphabet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.keys.slab import Face, Kind
from kiosk.ui.lettering.fitted import in_size
from kiosk.ui.lettering.markup import plain
from kiosk.ui.lettering.typesetting import Letters, letters_of
from kiosk.ui.look.style import Style
from kiosk.ui.text import Button
from kiosk.ui.typing.desk_keyboard import KeyboardPart
from kiosk.words.words import Words

Mix = Callable[[str], str]

_COLUMNS, _ROWS = 3, 4
_LETTER_COLUMNS, _LETTER_ROWS = 6, 5
_DIGITS = "1234567890"  # as a telephone has them
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_WORD_PX = 34  # of ABC and 123: their keys are no wider than a letter's
_SIGN_LINE = 0.9  # of the letter
_NUB = (26, 4)  # px of the bar on 5, felt on every telephone


@dataclass(frozen=True, slots=True)
class _Cell:
    key: str  # a letter, or the name of what the key does
    column: int
    row: int


class PadKey(Button):
    """One key; 5 carries a nub."""

    def __init__(self, key: str, parent: QWidget) -> None:
        kinds = {
            "erase": Kind.ERASE,
            "letters": Kind.FUNCTION,
            "numbers": Kind.FUNCTION,
            "capitals": Kind.FUNCTION,
            "mix": Kind.FUNCTION,
        }
        icon = "erase" if key == "erase" else None
        role = "label" if key in ("letters", "numbers", "capitals", "mix") else "title"
        super().__init__(kind=kinds.get(key, Kind.KEY), icon=icon, role=role, parent=parent)
        self.key = key
        self.padding = 4
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _letters(self) -> Letters:
        """One sign alone needs no room above or below its line."""
        is_one = len(self.key) == 1
        letters = letters_of(self.style_now, self.role, bold=self.is_on, numbers=is_one)
        if is_one:
            return in_size(letters, letters.px, _SIGN_LINE)
        return in_size(letters, min(letters.px, _WORD_PX), 1.25)

    def paint_words(self, painter: QPainter, box: QRectF, shown: Face) -> None:
        super().paint_words(painter, box, shown)
        if self.key == "5":
            wide, high = _NUB
            nub = QRectF(box.center().x() - wide / 2, box.bottom() - 14, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.ink2)
            painter.drawRoundedRect(nub, high / 2, high / 2)


class NumberPad(KeyboardPart):
    """Tells each key; what is typed is kept by whoever listens, never here.

    has_letters: whether ABC leads to the alphabet, for passwords.
    mix: gives the digits another order, for who fears eyes on the finger; None: they stay.
    """

    pressed = Signal(str)

    def __init__(
        self,
        words: Words,
        *,
        has_letters: bool = True,
        mix: Mix | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._has_letters = words, has_letters
        self._is_alphabet = self._is_capital = False
        self._mix, self._order = mix, _DIGITS
        self._keys: dict[str, PadKey] = {}
        self.enter = Button(kind=Kind.ENTER, icon="check", role="lead", parent=self)
        self.enter.clicked.connect(self.entered)
        self.lettered.connect(self._hear)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_verb(self, text: str) -> None:
        """What the green key does, as a verb."""
        self.enter.show_text(text)

    def show_numbers(self) -> None:
        """Begin again with the numbers, as for another field."""
        self._is_alphabet = self._is_capital = False
        self._lay()

    @property
    def is_mixed(self) -> bool:
        return self._order != _DIGITS

    def show_mixed(self, *, is_mixed: bool) -> None:
        """Mix the digits, each time anew, or put them in order again."""
        self._order = self._mix(_DIGITS) if is_mixed and self._mix is not None else _DIGITS
        self._lay()

    def key(self, name: str) -> PadKey:
        """A letter's key, or "erase", "letters", "numbers", "capitals", "mix"."""
        return self._keys[name]

    # ---- laying the keys
    def arrange(self, _style: Style) -> None:
        self._lay()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        style = self.style_now
        wide, high = style.component("number_key")
        gap = style.gap
        columns = _LETTER_COLUMNS * (style.least_target + style.least_gap) - style.least_gap
        width = max(_COLUMNS * (wide + gap) - gap, columns if self._has_letters else 0)
        return QSize(width, (_ROWS + 1) * (high + gap) - gap)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _cells(self) -> Iterator[_Cell]:
        if not self._is_alphabet:
            for at, digit in enumerate(self._order[:-1]):
                yield _Cell(digit, at % _COLUMNS, at // _COLUMNS)
            if self._has_letters:
                yield _Cell("letters", 0, 3)
            elif self._mix is not None:
                yield _Cell("mix", 0, 3)
            yield _Cell(self._order[-1], 1, 3)
            yield _Cell("erase", 2, 3)
            return
        for at, letter in enumerate(_ALPHABET):
            shown = letter.upper() if self._is_capital else letter
            yield _Cell(shown, at % _LETTER_COLUMNS, at // _LETTER_COLUMNS)
        for at, name in enumerate(("capitals", "numbers", "erase")):
            yield _Cell(name, at + 3, _LETTER_ROWS - 1)

    def _lay(self) -> None:
        for key in self._keys.values():
            key.hide()
        for cell in self._cells():
            if cell.key not in self._keys:
                self._keys[cell.key] = self._new_key(cell.key)
            self._keys[cell.key].show()
        self._tell()
        self._place()

    def _new_key(self, name: str) -> PadKey:
        key = PadKey(name, self)
        key.clicked.connect(lambda: self._do(name))
        return key

    def _tell(self) -> None:
        words = self._words
        for name, key in self._keys.items():
            if len(name) == 1:
                key.show_text(name)
        shown = {
            "letters": "ABC",
            "numbers": "123",
            "capitals": "a" if self._is_capital else "A",
            "mix": "123" if self.is_mixed else words("Mix"),
        }
        for name, text in shown.items():
            if name in self._keys:
                self._keys[name].show_text(text)
        spoken = {
            "letters": words("Letters"),
            "numbers": words("Numbers"),
            "capitals": words("Small letters") if self._is_capital else words("Capitals"),
            "erase": words("Erase one"),
            "mix": words("Digits in order") if self.is_mixed else words("Mix the digits"),
        }
        for name, text in spoken.items():
            if name in self._keys:
                self._keys[name].setAccessibleName(plain(text))

    def _place(self) -> None:
        if not self.has_style:
            return
        style = self.style_now
        columns = _LETTER_COLUMNS if self._is_alphabet else _COLUMNS
        rows = _LETTER_ROWS if self._is_alphabet else _ROWS
        gap = style.least_gap if self._is_alphabet else style.gap
        foot = int(style.component("primary_height"))
        wide = (self.width() + gap) / columns
        high = (self.height() - foot - style.gap + gap) / rows
        for cell in self._cells():
            left, top = round(cell.column * wide), round(cell.row * high)
            right, bottom = round((cell.column + 1) * wide), round((cell.row + 1) * high)
            box = QRect(left, top, right - left - gap, bottom - top - gap)
            if cell.key in self._keys:
                self._keys[cell.key].setGeometry(box)
        self.enter.setGeometry(0, self.height() - foot, self.width(), foot)

    # ---- what keys do
    def _do(self, name: str) -> None:
        if name == "erase":
            self.erased.emit()
        elif name in ("letters", "numbers"):
            self._is_alphabet = name == "letters"
            self._lay()
        elif name == "mix":
            self.show_mixed(is_mixed=not self.is_mixed)
        elif name == "capitals":
            self._is_capital = not self._is_capital
            self._lay()
        else:
            self.pressed.emit(name)

    def _hear(self, letters: str) -> None:
        for letter in letters:
            if letter.isascii() and letter.isalnum():
                self.pressed.emit(letter)
