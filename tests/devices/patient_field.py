"""Readers in memory that wait until a test says that something changed."""

from threading import Condition

from kiosk.hardware.card_reader.card_field import Sight
from tests.devices.memory_field import MemoryField

FAR_LONGER_S = 60  # than any test: a wait that is not ended is a test that fails


class PatientField(MemoryField):
    """No limit ends its wait: whoever goes on was told, or interrupted."""

    def __init__(self, deaf_to: int = 0) -> None:
        """deaf_to: as many interruptions are not heard, as when they come too early."""
        super().__init__()
        self.waits = 0  # begun
        self._deaf_to = deaf_to
        self._is_over = False
        self._news = Condition()

    def wait(self, seen: Sight, limit_s: float) -> None:
        with self._news:
            self.waits += 1
            self._is_over = False
            self._news.notify_all()
            self._news.wait_for(lambda: self._is_over, FAR_LONGER_S)

    def interrupt(self) -> None:
        self._deaf_to -= 1
        if self._deaf_to < 0:
            self.tell()

    def tell(self) -> None:
        with self._news:
            self._is_over = True
            self._news.notify_all()

    def until_it_waits(self, times: int = 1) -> None:
        with self._news:
            assert self._news.wait_for(lambda: self.waits >= times, 20), "nobody waits"
