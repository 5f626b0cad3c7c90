"""One thing that patrons may set: what it is now, and keys that change it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.giving_way import needed_height
from kiosk.ui.look.style import Style
from kiosk.ui.parts.chip import Chip
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Button, Label

_ICON = 42
_LEFT = Qt.AlignmentFlag.AlignLeft
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_KEY_LETTERS = 7.6  # how wide a key is, in letters of its words: keys stand in one column


class SettingCard(Surface):
    """To be read; only its keys are touched: at the right, or below on a tall panel."""

    def __init__(self, icon: str, keys: Sequence[Button], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._icon = IconMark(icon, _ICON, "ink2")
        self.name, self.chip = Label("name", bold=True), Chip()
        self.value, self.note = Label(numbers=True), Label("label", ink="ink2")
        self.done = Label("label", ink="ok", bold=True)
        self.keys = tuple(keys)
        self._line = QBoxLayout(_ACROSS, self)
        self._row, self._texts = QHBoxLayout(), QVBoxLayout()
        self._keys = QBoxLayout(_DOWN)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._texts, 1)
        self._texts.addStretch(1)
        for text in (self.name, self.chip, self.value, self.note, self.done):
            self._texts.addWidget(text, 0, _LEFT if text is self.chip else Qt.AlignmentFlag(0))
        self._texts.addStretch(1)
        self._line.addLayout(self._row, 1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addLayout(self._keys)
        middle.addStretch(1)
        self._line.addLayout(middle)
        for key in self.keys:
            self._keys.addWidget(key)

    def show_setting(self, name: str, value: str = "", note: str = "", done: str = "") -> None:
        """done: what was changed a moment ago, told with ✓ where it was asked for."""
        self.name.show_text(name)
        self.value.show_text(value)
        self.note.show_text(note)
        self.done.show_text(f"✓ {done}" if done else "")
        for text in (self.value, self.note, self.done):
            text.setVisible(bool(text.text()))
        self.show_outline("ok" if done else "")
        for key in self.keys:
            key.setAccessibleName(f"{self.name.text()} {key.text()}")
        said = (self.name.text(), value, self.note.text(), done)
        self.setAccessibleName(" ".join(map(plain, filter(None, said))))

    def open_keys(self, why_not: str) -> None:
        """Dash all keys where there is a reason; the page says it once for all of them."""
        for key in self.keys:
            open_key(key, why_not)

    def show_state(self, text: str, icon: str, colour: str) -> None:
        """How it stands, below its name; nothing for an empty text."""
        self.chip.show_state(text, icon, colour)
        self.chip.setVisible(bool(text))

    def heightForWidth(self, width: int) -> int:
        """A card that was not seen yet has layouts that still count what was hidden since."""
        return needed_height(self._line, width)

    def arrange(self, style: Style) -> None:
        is_stacked = style.is_large and style.is_portrait
        side, above = style.space(4), style.space(2)
        self._line.setDirection(_DOWN if is_stacked else _ACROSS)
        self._line.setContentsMargins(side, above, side, above)
        self._line.setSpacing(style.space(2) if is_stacked else style.space(4))
        self._row.setSpacing(style.space(4))
        self._keys.setDirection(_ACROSS if is_stacked else _DOWN)
        self._keys.setSpacing(style.gap)
        self._texts.setSpacing(style.space(0))
        self._icon.setVisible(not style.is_large)
        self.chip.arrange(style)  # it may have been shown before it had a style
        wide = round(_KEY_LETTERS * style.px("label"))
        for key in self.keys:
            key.arrange(style)
            least = key.minimumSizeHint().width()
            key.setMinimumWidth(0 if is_stacked else max(wide, least))
            key.setMaximumWidth(self.maximumWidth() if is_stacked else max(wide, least))


def open_key(key: Button, why_not: str) -> None:
    """The reason is read aloud; keys are too many and too narrow to show it on each."""
    key.turn_off() if why_not else key.turn_on()
    key.setAccessibleDescription(plain(why_not))
