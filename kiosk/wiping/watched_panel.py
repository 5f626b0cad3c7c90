"""A panel of the supervisor's that is looked through before it leaves."""

import time
from collections.abc import Callable, Sequence

from kiosk.supervisor.channel import Said, Told
from kiosk.supervisor.panel import Panel


class WatchedPanel(Panel):
    """Never taken for frozen: while it is looked through it can't say that it lives."""

    def __init__(
        self,
        command: Sequence[str],
        on_said: Callable[["WatchedPanel", Said], None] = lambda _panel, _word: None,
    ) -> None:
        self.started_at = time.monotonic()
        super().__init__(command)
        self._on_said = on_said
        self.before_leaving: Callable[[], None] = lambda: None
        self.is_on_stage = False
        self.has_left = False

    def hear(self) -> list[Said] | None:
        said = super().hear()
        for word in said or ():
            self._on_said(self, word)
        return said

    def tell(self, word: Told) -> None:
        if word is Told.COME_ON:
            self.is_on_stage = True
        if word is Told.LEAVE:
            self.is_on_stage = False
            self.before_leaving()
        super().tell(word)

    def is_frozen(self) -> bool:
        return False

    def bury(self) -> None:
        super().bury()
        self.is_on_stage, self.has_left = False, True
