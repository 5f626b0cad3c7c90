"""A slip printer made of nothing: buffer, head, knife, sensors; it speaks as a real one does."""

from collections import deque
from collections.abc import Callable
from threading import RLock

from tests.devices.virtual_printer.language import (
    AT_ONCE,
    FORGET,
    STATUS,
    Deed,
    NotKnown,
    Settings,
    Unfinished,
    take,
)
from tests.devices.virtual_printer.paper import Paper, PaperEnded

BUFFER = 4096  # bytes; more than this may never wait in it


class VirtualPrinter:
    """Is given bytes by a joint and answers through it; hands may open, fill, jam it any time."""

    def __init__(
        self, dots: int = 576, *, answers_in_turn: bool = True, tells_unasked: bool = False
    ) -> None:
        self.paper = Paper(dots)
        self.answer: Callable[[bytes], None] = lambda _: None  # set by the joint
        self.faults: list[str] = []
        self.heard = bytearray()  # everything, to be searched
        self.most_held = 0
        self.is_deaf = False  # hangs: takes bytes, or not even those, and never answers
        self.is_cover_open = self.is_jammed = self.is_low = False
        self.jams_at_cut = False
        self.is_lazy = False  # answers, and says it is well, and prints nothing more
        self.at_row: tuple[int, Callable[[], None]] | None = None
        self._answers_in_turn, self._tells_unasked = answers_in_turn, tells_unasked
        self._lock = RLock()
        self._settings = Settings()
        self._arriving, self._held = bytearray(), bytearray()
        self._rows: deque[bytes] = deque()
        self._deed = Deed()

    @property
    def is_empty(self) -> bool:
        """Nothing waits to be printed."""
        with self._lock:
            return not (self._arriving or self._held or self._rows)

    # ---- bytes
    def hear(self, data: bytes) -> None:
        with self._lock:
            self.heard += data
            for byte in b"" if self.is_deaf else data:
                self._arriving.append(byte)
                self._sort()
            self.work()

    def _sort(self) -> None:
        """Some commands are obeyed at once, wherever they stand; all else waits its turn."""
        while self._arriving:
            if bytes(self._arriving) in AT_ONCE:
                self._obey(bytes(self._arriving))
                self._arriving.clear()
            elif any(each.startswith(bytes(self._arriving)) for each in AT_ONCE):
                return
            else:
                self._held.append(self._arriving.pop(0))

    def _obey(self, command: bytes) -> None:
        if command == FORGET:
            self._held.clear()
            self._rows.clear()
            self._deed = Deed()
            self._settings = Settings()
        elif command in STATUS:
            self.work()
            self.answer(bytes([self._status()[STATUS.index(command)]]))
        else:
            self.faults.append(command.hex(" "))

    # ---- printing
    def work(self) -> None:
        with self._lock:
            try:
                while not (self.is_stopped or self.is_lazy) and self._step():
                    pass
            except PaperEnded:
                self._tell()
            except NotKnown as fault:
                self.faults.append(str(fault))
                self._held.clear()
            self.most_held = max(self.most_held, len(self._held))

    def _step(self) -> bool:
        if self._rows:
            self.paper.feed(self._rows[0])
            self._rows.popleft()
            if self.at_row and self.paper.hanging == self.at_row[0]:
                _, act = self.at_row
                self.at_row = None
                act()
            return True
        self._finish()
        if self.is_stopped or not self._held:
            return False
        try:
            self._deed = take(self._held, self._settings, self.paper.dots)
        except Unfinished:
            return False
        self._rows = deque(self._deed.rows)
        return True

    def _finish(self) -> None:
        deed, self._deed = self._deed, Deed()
        if deed.is_cut and self.jams_at_cut:
            self._deed, self.is_jammed = deed, True
            self._tell()
        elif deed.is_cut:
            self.paper.cut()
        if deed.answers and self._answers_in_turn:
            self.answer(bytes([0x03 if self.is_low else 0x00]))

    @property
    def said(self) -> str:
        """What it printed in its own letters, without the ends of lines."""
        return self._settings.said

    # ---- sensors
    @property
    def is_stopped(self) -> bool:
        return self.is_cover_open or self.is_jammed or self.paper.left == 0 or self.is_deaf

    def _status(self) -> tuple[int, int, int, int]:
        """To DLE EOT 1 to 4."""
        is_out = self.paper.left == 0
        return (
            0x12 | 0x08 * self.is_stopped,
            0x12 | 0x04 * self.is_cover_open | 0x20 * is_out | 0x40 * self.is_jammed,
            0x12 | 0x08 * self.is_jammed,
            0x12 | 0x0C * (self.is_low or is_out) | 0x60 * is_out,
        )

    def _tell(self) -> None:
        if self._tells_unasked:
            is_out = self.paper.left == 0
            first = 0x10 | 0x08 * self.is_stopped | 0x20 * self.is_cover_open
            self.answer(bytes((first, 0x08 * self.is_jammed, 0x0C * is_out, 0x00)))

    # ---- hands
    def open_cover(self) -> None:
        with self._lock:
            self.is_cover_open = True
            self._tell()

    def jam(self) -> None:
        with self._lock:
            self.is_jammed = True
            self._tell()

    def rest(self) -> None:
        self.is_lazy = True

    def run_out(self) -> None:
        with self._lock:
            self.paper.left = 0
            self._tell()

    def mend(self) -> None:
        """Everything well again: a new roll, the cover closed, the knife free."""
        with self._lock:
            self.paper.left = 100_000
            self.is_cover_open = self.is_jammed = self.jams_at_cut = self.is_deaf = False
            self._tell()
            self.work()
