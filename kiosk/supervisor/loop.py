"""The supervisor: one panel has the screen, a warmed spare waits, both and the service live on."""

import logging
import os
import selectors
import signal
import time
from collections.abc import Callable, Sequence

from kiosk.supervisor.channel import Said, Told
from kiosk.supervisor.panel import Panel
from kiosk.supervisor.pauses import Pauses
from kiosk.supervisor.service import Service

log = logging.getLogger(__name__)

TICK_S = 0.2


class Supervisor:
    """Runs until staff quit, or a signal asks it to."""

    def __init__(
        self,
        panel_command: Sequence[str],
        service: Service | None,
        start_panel: Callable[[Sequence[str]], Panel] = Panel,
    ) -> None:
        self._panel_command = panel_command
        self._start_panel = start_panel
        self._service = service
        self._stage: Panel | None = None
        self._spare: Panel | None = None
        self._leaving: list[Panel] = []
        self._wants_swap = False
        self._has_to_stop = False
        self._selector = selectors.DefaultSelector()
        self._pauses = Pauses()  # of panels that do not stay

    def run(self) -> None:
        """Until the end of the kiosk's day."""
        with _woken_by_signals(self.stop) as wake:
            self._selector.register(wake, selectors.EVENT_READ)
            while not self._has_to_stop:
                self.turn()
        self._end_all()

    def stop(self) -> None:
        self._has_to_stop = True

    def turn(self) -> None:
        """Start what is missing, hear what was said, mend what broke."""
        may_start = self._pauses.is_over(time.monotonic())
        if self._stage is None and (self._spare is not None or may_start):
            self._fill_the_stage()
        if self._service is not None:
            self._service.keep_running()
        is_spare_wanted = self._stage is not None and self._stage.is_ready
        if self._spare is None and is_spare_wanted and may_start:
            self._spare = self._new_panel()
        for key, _ in self._selector.select(TICK_S):
            self._hear(key.fileobj)
        self._look_after()

    def _new_panel(self) -> Panel | None:
        """None where the machine has no room for another process just now."""
        try:
            panel = self._start_panel(self._panel_command)
        except OSError as error:
            log.error("a panel cannot be started: %s", error.strerror)  # noqa: TRY400 - one line
            self._pauses.ended(time.monotonic(), 0)
            return None
        self._selector.register(panel, selectors.EVENT_READ)
        return panel

    def _fill_the_stage(self) -> None:
        self._wants_swap = False
        if self._spare is not None:
            self._stage, self._spare = self._spare, None
        else:
            self._stage = self._new_panel()
        if self._stage is not None:
            self._stage.tell(Told.COME_ON)

    def _hear(self, ear: object) -> None:
        if not isinstance(ear, Panel):
            os.read(ear, 4096)  # type: ignore[arg-type]  # the signals' wake-up descriptor
            return
        said = ear.hear()
        if said is None:
            self._bury(ear)
            return
        for word in said:
            self._take(ear, word)

    def _take(self, panel: Panel, word: Said) -> None:
        if word is Said.QUIT and panel is self._stage:
            self.stop()
        if word is Said.ENDED and panel is self._stage:
            self._wants_swap = True
        if word is Said.ON_STAGE:
            for used in self._leaving:
                used.tell(Told.LEAVE)
        self._swap_when_possible()

    def _swap_when_possible(self) -> None:
        """The spare takes the screen first; the used process leaves once it stands there."""
        if not self._wants_swap or self._spare is None or not self._spare.is_ready:
            return
        if self._stage is None:  # it died meanwhile; the next turn fills the stage
            return
        self._leaving.append(self._stage)
        self._fill_the_stage()

    def _look_after(self) -> None:
        for panel in (self._stage, self._spare):
            if panel is not None and panel.is_frozen():
                log.error("panel %s is frozen", panel.pid)
                panel.kill()
            if panel is not None and not panel.is_running():
                self._bury(panel)
        for used in self._leaving:
            if used.is_overdue():
                log.error("panel %s does not leave", used.pid)
                used.kill()

    def _bury(self, panel: Panel) -> None:
        """Take an ended panel out; the stage is filled at the next turn."""
        self._selector.unregister(panel)
        panel.kill()
        panel.bury()
        if panel in self._leaving:
            self._leaving.remove(panel)
            return
        log.error("panel %s ended unexpectedly", panel.pid)
        if panel is self._stage:
            self._stage = None
        if panel is self._spare:
            self._spare = None
        now = time.monotonic()
        self._pauses.ended(now, now - panel.started_at)

    def _end_all(self) -> None:
        for panel in (self._stage, self._spare, *self._leaving):
            if panel is not None:
                panel.kill()
                panel.bury()
        if self._service is not None:
            self._service.stop()


class _woken_by_signals:  # noqa: N801 - read as a sentence: with _woken_by_signals(stop)
    """While entered, SIGTERM and SIGINT stop the loop, and an ended child wakes it."""

    def __init__(self, stop: Callable[[], None]) -> None:
        self._stop = stop
        self._ears = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)

    def __enter__(self) -> int:
        signal.set_wakeup_fd(self._ears[1], warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._stop())
        signal.signal(signal.SIGCHLD, lambda *_: None)
        return self._ears[0]

    def __exit__(self, *_: object) -> None:
        signal.set_wakeup_fd(-1)
