"""How one device is: its name, a shape and a word."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.devices import Condition, Device, Health
from kiosk.ui.drawn import IconMark
from kiosk.ui.style import Style
from kiosk.ui.surface import Surface
from kiosk.ui.text import Label
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


class DeviceTile(Surface):
    def __init__(self, device: Device) -> None:
        super().__init__()
        self._name = Label("name", bold=True)
        self._shape = Label("name", bold=True)
        self._condition = Label("body", bold=True)
        head = QHBoxLayout()
        head.addWidget(IconMark(ICONS[device], 44))
        head.addWidget(self._name, stretch=1)
        head.addWidget(self._shape)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addWidget(self._condition)

    def arrange(self, style: Style) -> None:
        within = style.space(4)
        self._rows.setContentsMargins(within, within, within, within)
        self._rows.setSpacing(style.space(1))

    def show_health(self, words: Words, health: Health) -> None:
        ink = INKS[health.condition]
        self._name.show_text(name_of(words, health.device))
        self._shape.show_text(SHAPES[health.condition])
        self._condition.show_text(name_of(words, health.condition))
        for label in (self._shape, self._condition):
            label.show_ink(ink)
        self.show_outline("" if health.condition is Condition.READY else ink)
