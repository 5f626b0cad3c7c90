"""How one device is: its name, a shape, a word, and why."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.devices import Condition, Device, Health
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Label
from kiosk.words.devices import reason_of
from kiosk.words.names import name_of
from kiosk.words.words import Words

ICONS = {
    Device.LINE: "wifi",
    Device.CATALOGUE: "db",
    Device.CARD_READER: "ic",
    Device.SCANNER: "scan",
    Device.PRINTER: "printer",
}
INKS = {Condition.READY: "ok", Condition.DEGRADED: "wait", Condition.GONE: "stop"}
SHAPES = {Condition.READY: "○", Condition.DEGRADED: "△", Condition.GONE: "×"}
UNHEARD_SHAPE, UNHEARD_INK = "−", "ink2"
_LEAST = 146  # px


class DeviceTile(Surface):
    """A device that never told how it is gets no ○. In large letters the reason says it all."""

    def __init__(self, device: Device) -> None:
        super().__init__()
        self._device = device
        self._icon = IconMark(ICONS[device], 40)
        self._name = Label("name", bold=True)
        self._shape = Label("body", bold=True)
        self._condition = Label("body", bold=True)
        self._reason = Label("cap", ink="ink2")
        self._head, self._state = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._name, stretch=1)
        self._state.addWidget(self._shape)
        self._state.addWidget(self._condition, stretch=1)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._head)
        self._rows.addLayout(self._state)
        self._rows.addWidget(self._reason)
        self._rows.addStretch(1)
        self.setMinimumHeight(_LEAST)

    def arrange(self, style: Style) -> None:
        side, above = style.space(4), style.space(2)
        self._rows.setContentsMargins(side, above, side, above)
        self._rows.setSpacing(0)
        for row in (self._head, self._state):
            row.setSpacing(style.space(2))
        self._icon.setVisible(not style.is_large)

    def show_health(self, words: Words, health: Health | None) -> None:
        """None where the device never told."""
        self._name.show_text(name_of(words, self._device))
        condition = health.condition if health else None
        shape = SHAPES.get(condition, UNHEARD_SHAPE) if condition else UNHEARD_SHAPE
        ink = INKS[condition] if condition else UNHEARD_INK
        said = name_of(words, condition) if condition else words("No report yet")
        reason = reason_of(words, health.why) if health else ""
        self._show_state(shape, ink, said, reason)
        is_well = condition in (None, Condition.READY)
        self.show_outline("" if is_well else ink, "surface" if is_well else f"{ink}Soft")
        parts = filter(None, (self._name.text(), plain(said), plain(reason)))
        self.setAccessibleName(" ".join(parts))

    def _show_state(self, shape: str, ink: str, said: str, reason: str) -> None:
        is_short = self.has_style and self.style_now.is_large
        self._shape.show_text(shape)
        self._condition.show_text((reason or said) if is_short else said)
        self._reason.show_text("" if is_short else reason)
        self._reason.setVisible(bool(reason) and not is_short)
        for label in (self._shape, self._condition):
            label.show_ink(ink)
