"""The panel processes of a proof: a real supervisor's, and spoken with through the stage door."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.supervisor.channel import Said
from kiosk.supervisor.loop import Supervisor
from kiosk.supervisor.service import Service
from kiosk.wiping.door import Door, Line, Message
from kiosk.wiping.watched_panel import WatchedPanel

PATIENCE_S = 120.0


class PlayStuck(Exception):
    """A visit could not be played to its end; nothing is proved."""


class Company:
    """One panel on stage, one spare; the supervisor turns only while somebody waits here.

    on_said: who else hears what panels tell the supervisor.
    """

    def __init__(
        self,
        panel_command: Sequence[str],
        service: Service | None,
        door: Path,
        on_said: Callable[[WatchedPanel, Said], None] = lambda _panel, _word: None,
    ) -> None:
        self._on_said = on_said
        self._panels: list[WatchedPanel] = []
        self._door = Door(door)
        self._supervisor = Supervisor(panel_command, service, self._start_panel)

    def _start_panel(self, command: Sequence[str]) -> WatchedPanel:
        panel = WatchedPanel(command, self._on_said)
        self._panels.append(panel)
        return panel

    @property
    def on_stage(self) -> WatchedPanel:
        return next(panel for panel in self._present if panel.is_on_stage)

    @property
    def spare(self) -> WatchedPanel:
        return next(panel for panel in self._present if not panel.is_on_stage)

    @property
    def _present(self) -> list[WatchedPanel]:
        return [panel for panel in self._panels if panel.is_ready and not panel.has_left]

    def gather(self) -> None:
        """Wait until one panel has the screen and its spare is warm."""
        self.until(self._is_complete)

    def wait_for_follower(self, used: WatchedPanel) -> WatchedPanel:
        """The panel that has the screen once the used process is gone."""
        self.until(lambda: used.has_left and any(panel.is_on_stage for panel in self._present))
        return self.on_stage

    def until(self, holds: Callable[[], bool]) -> None:
        """Raises PlayStuck where it does not come about."""
        end = time.monotonic() + PATIENCE_S
        while not holds():
            if time.monotonic() > end:
                raise PlayStuck("the panels do not come up")
            self._supervisor.turn()

    def ask(self, panel: WatchedPanel, order: Message) -> Message:
        """Wait for the answer; the supervisor rests meanwhile. Raises PlayStuck."""
        answer = self.tell(panel, order).hear()
        if answer is None or "stuck_at" in answer:
            raise PlayStuck(f"{order['do']}: {answer}")
        return answer

    def tell(self, panel: WatchedPanel, order: Message) -> Line:
        """The answer comes on the line."""
        line = self._door.of(panel.pid)
        assert line is not None, "a panel is told something once it has knocked"
        line.tell(order)
        return line

    def end(self) -> None:
        self._supervisor.stop()
        self._supervisor.run()
        self._door.close()

    def _is_complete(self) -> bool:
        inside = [panel for panel in self._present if self._door.of(panel.pid) is not None]
        return len(inside) == len(("stage", "spare")) and any(panel.is_on_stage for panel in inside)
