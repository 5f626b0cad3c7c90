"""Gives a printer one slip, never more than it can bear, and waits until it is through."""

from collections.abc import Callable, Sequence
from time import monotonic

from kiosk.hardware.slip_printer import commands
from kiosk.hardware.slip_printer.line import Line
from kiosk.hardware.slip_printer.raster import Strip
from kiosk.hardware.slip_printer.talk import SILENT_S, Talk

ON_THEIR_WAY = 3  # strips: 3 KB, what the smallest buffers have, and the head never waits
PATIENCE_S = 12.0  # with a printer that is well and does not go on; a hot head rests some seconds
_ROWS_A_SECOND = 400  # 50 mm, of slow ones
_LEAST_S = 1.0
_STILL_S = 0.5


def print_in_step(
    line: Line, slip: Sequence[Strip], on_begin: Callable[[], None], patience_s: float
) -> None:
    """Returns when all came out, as far as this printer tells; `on_begin`: paper may move now.

    A strip more is given whenever one is through: nothing queues up before an answer or an end.

    Raises:
        NotPrinted: it says why it cannot.
        LineStill: it says that nothing is wrong, and does not go on.
        LineGone: it is not there any more, or answers nothing.
    """
    talk = Talk(line)
    talk.raise_trouble()
    can_tell = talk.tells_when_through()
    on_begin()
    if not can_tell:
        _print_watching(line, slip, talk, patience_s)
        return
    before = talk.through
    for number, strip in enumerate(slip, start=1):
        line.send(strip.command + commands.TELL_WHEN_THROUGH, patience_s)
        talk.wait_through(before + number - ON_THEIR_WAY, patience_s)
    talk.wait_through(before + len(slip), patience_s)


def print_blindly(line: Line, slip: Sequence[Strip], patience_s: float) -> None:
    """Where nothing comes back. Raises LineStill, LineGone."""
    for strip in slip:
        line.send(strip.command, patience_s)
    line.settle(patience_s)


def _print_watching(line: Line, slip: Sequence[Strip], talk: Talk, patience_s: float) -> None:
    """A simple printer, that tells how it is but not how far: watched as long as paper takes."""
    for strip in slip:
        line.send(strip.command, patience_s)
    rows = sum(strip.height for strip in slip)
    until = monotonic() + _LEAST_S + rows / _ROWS_A_SECOND
    while monotonic() < until:
        talk.raise_trouble(SILENT_S)
        talk.pause(_STILL_S)
