"""How one device is: its name, a shape, a word, and why."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.devices import Condition, Device, Health
from kiosk.ui.drawn import IconMark
from kiosk.ui.style import Style
from kiosk.ui.surface import Surface
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


class DeviceTile(Surface):
    """A device that never told how it is gets no ○."""

    def __init__(self, device: Device) -> None:
        super().__init__()
        self._device = device
        self._icon = IconMark(ICONS[device], 40)
        self._name = Label("name", bold=True)
        self._shape = Label("lead", bold=True)
        self._condition = Label("body", bold=True)
        self._reason = Label("cap", ink="ink2")
        self._head = QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._name, stretch=1)
        self._head.addWidget(self._shape)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self._condition)
        self._rows.addWidget(self._reason)
        self._rows.addStretch(1)

    def arrange(self, style: Style) -> None:
        side, above = style.space(4), style.space(2)
        self._rows.setContentsMargins(side, above, side, above)
        self._rows.setSpacing(0)
        self._head.setSpacing(style.space(2))
        self._icon.setVisible(not (style.is_large and not style.is_portrait))

    def show_health(self, words: Words, health: Health | None) -> None:
        self._name.show_text(name_of(words, self._device))
        if health is None:
            self._show(UNHEARD_SHAPE, UNHEARD_INK, words("No report yet"))
            return
        said = name_of(words, health.condition)
        self._show(SHAPES[health.condition], INKS[health.condition], said)
        self._reason.show_text(reason_of(words, health.why))
        self._reason.setVisible(bool(health.why))
        is_well = health.condition is Condition.READY
        ink = INKS[health.condition]
        self.show_outline("" if is_well else ink, "surface" if is_well else f"{ink}Soft")
        self.setAccessibleName(self._spoken())

    def _show(self, shape: str, ink: str, said: str) -> None:
        self._shape.show_text(shape)
        self._condition.show_text(said)
        for label in (self._shape, self._condition):
            label.show_ink(ink)
        self._reason.setVisible(False)
        self.show_outline("")
        self.setAccessibleName(self._spoken())

    def _spoken(self) -> str:
        parts = (self._name, self._condition, self._reason)
        return " ".join(part.text() for part in parts if not part.isHidden())
