"""A virtual My Number card that knows when it was powered, and how long it thought."""

from dataclasses import dataclass
from typing import Self

from benchmarks.devices_panel import now_ms
from tests.devices.virtual_card import VirtualCard


@dataclass(slots=True)
class TimedCard(VirtualCard):
    powered_ms: float = 0.0
    took_ms: float = 0.0

    @classmethod
    def laid_nowhere(cls, pin: str) -> Self:
        made = VirtualCard.of_the_test_authority(pin)
        return cls(made.key, made.files, made.pins)

    def power_on(self) -> None:
        self.powered_ms = self.powered_ms or now_ms()
        VirtualCard.power_on(self)

    def answer(self, command: bytes) -> bytes | None:
        began = now_ms()
        answer = VirtualCard.answer(self, command)
        self.took_ms += now_ms() - began
        return answer
