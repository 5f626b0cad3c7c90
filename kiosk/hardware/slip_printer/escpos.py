"""A slip printer that understands ESC/POS, whichever way it is joined."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import DeviceGone, PrinterStuck
from kiosk.domain.slips import Slip
from kiosk.hardware.slip_printer import commands
from kiosk.hardware.slip_printer.letters import can_say, lettered
from kiosk.hardware.slip_printer.line import Line, LineGone, LineStill
from kiosk.hardware.slip_printer.opening import open_line
from kiosk.hardware.slip_printer.printing import PATIENCE_S, print_blindly, print_in_step
from kiosk.hardware.slip_printer.raster import Strip, fitted, strips
from kiosk.hardware.slip_printer.setup import Mode, PrinterSetup
from kiosk.hardware.slip_printer.talk import Talk
from kiosk.hardware.slip_printer.turns import Turns
from kiosk.ports import SlipPrinter

log = logging.getLogger(__name__)

OTHERS_S = 60.0  # for a slip before this one
FORGET_S = 0.2  # to hand over that the rest is to be forgotten


class EscposSlipPrinter(SlipPrinter):
    """Opens its line for each slip and each look; one at a time, from any thread.

    A slip is printed when the printer has told that it is through, knife and all. A printer that
    cannot tell counts as well until its line is gone, and its health says so.
    """

    def __init__(self, setup: PrinterSetup, patience_s: float = PATIENCE_S) -> None:
        self._setup = setup
        self._patience_s = patience_s
        self._turns = Turns(setup.connection)
        self._known = Health(Device.PRINTER, Condition.READY)
        self._has_remains = False  # of a slip that broke off; to be cut from the next

    def print(self, slip: Slip) -> None:
        if not self._turns.take(OTHERS_S):
            raise PrinterStuck
        try:
            self._print(tuple(self._strips(slip)))
        finally:
            self._turns.give_back()

    def health(self) -> Health:
        """While a slip is printed: as it was before; never waits for the slip."""
        if not self._turns.take():
            return self._known
        try:
            self._know(self._look())
        finally:
            self._turns.give_back()
        return self._known

    def finish(self, limit_s: float) -> None:
        if self._turns.take(limit_s):
            self._turns.give_back()

    # ---- printing
    def _strips(self, slip: Slip) -> Iterator[Strip]:
        dots = self._setup.dots
        yield Strip(commands.BEGIN, 0)
        if self._has_remains:
            yield Strip(commands.cut(self._setup.cut), 0)
        if self._setup.mode is Mode.TEXT and can_say(slip.text):
            yield from lettered(slip, dots)
        else:
            yield from strips(fitted(slip.picture, dots))
        yield Strip(commands.cut(self._setup.cut), 0)

    def _print(self, slip: tuple[Strip, ...]) -> None:
        """Raises NotPrinted, DeviceGone; what was not printed then is forgotten."""
        try:
            with self._line() as line, self._forgetting(line):
                self._print_over(line, slip)
            self._has_remains = False
        except LineGone as error:
            self._know(_gone(error.why))
            raise DeviceGone from error
        except LineStill as error:
            self._know(_gone("offline"))
            raise PrinterStuck from error

    @contextmanager
    def _line(self) -> Iterator[Line]:
        line = open_line(self._setup)
        try:
            yield line
        except Exception:  # whatever went wrong: the line is not what it was, and is told on
            line.drop()
            raise
        line.close()

    @contextmanager
    def _forgetting(self, line: Line) -> Iterator[None]:
        """What was not printed shall not come out when another patron stands there."""
        try:
            yield
        except Exception:  # whatever went wrong: the paper must not go on, and it is told on
            if self._setup.is_read_back:
                with suppress(LineGone, LineStill):
                    line.send(commands.FORGET_THE_REST, FORGET_S)
                    line.settle(FORGET_S)
            raise

    def _print_over(self, line: Line, slip: tuple[Strip, ...]) -> None:
        if self._setup.is_read_back:
            print_in_step(line, slip, self._begin, self._patience_s)
        else:
            self._begin()
            print_blindly(line, slip, self._patience_s)

    def _begin(self) -> None:
        self._has_remains = True  # until it came out whole

    # ---- health
    def _look(self) -> Health:
        try:
            with self._line() as line:
                if self._setup.is_read_back:
                    return Talk(line).state().health
        except LineGone as error:
            return _gone(error.why)
        except LineStill:
            return _gone("offline")
        return Health(Device.PRINTER, Condition.READY, "tells_nothing")

    def _know(self, health: Health) -> None:
        if health != self._known:
            log.info("The printer is %s: %s", health.condition, health.why or "well")
        self._known = health


def _gone(why: str) -> Health:
    return Health(Device.PRINTER, Condition.GONE, why)
