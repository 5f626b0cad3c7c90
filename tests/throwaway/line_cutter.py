"""A line that cuts, delays, swallows and repeats what goes over it, between two Unix sockets."""

import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from functools import partial
from pathlib import Path

BACKLOG = 128
PIECE = 65536
PATIENCE_S = 30.0  # with either end
_END = b"\r\n\r\n"
_NO_CONTENT = (b"204", b"304")


class Fate(StrEnum):
    """What becomes of one request."""

    GOOD = "passed on whole"
    REQUEST_CUT = "request cut at a random byte"
    ANSWER_CUT = "answer cut at a random byte"
    SWALLOWED = "answer swallowed, line reset"
    HELD = "answer held back past the kiosk's patience"
    SLOW = "request and answer delayed"
    REPEATED = "request repeated at once"
    REPEATED_LATER = "request repeated later"


WEIGHTS = {
    Fate.GOOD: 4,
    Fate.REQUEST_CUT: 2,
    Fate.ANSWER_CUT: 2,
    Fate.SWALLOWED: 2,
    Fate.HELD: 1,
    Fate.SLOW: 1,
    Fate.REPEATED: 2,
    Fate.REPEATED_LATER: 2,
}


class LineCutter:
    """Listens at one path and speaks to whoever listens at the other; seeded.

    Args:
        at: where the kiosk asks.
        to: where the service answers.
        seed: the same seed, the same fates for each request's number.
        longest_s: how long anything is held back or repeated later, at most.
    """

    def __init__(self, at: Path, to: Path, seed: int, longest_s: float = 1.0) -> None:
        self._to = str(to)
        self._seed = seed
        self._longest_s = longest_s
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(at))
        self._listening.listen(BACKLOG)
        self._lock = threading.Lock()
        self._repeats: list[threading.Thread] = []
        self._number = 0
        self.told: Counter[Fate] = Counter()

    @contextmanager
    def running(self) -> Iterator["LineCutter"]:
        """Everything that was to be repeated is repeated before the block is left."""
        _beside(self._take_all)
        try:
            yield self
        finally:
            with suppress(OSError):
                self._listening.shutdown(socket.SHUT_RDWR)
            self._listening.close()
            self.wait()

    def wait(self) -> None:
        """Until every repeat has been sent that is held back."""
        end = time.monotonic() + PATIENCE_S
        for thread in list(self._repeats):
            thread.join(max(0.0, end - time.monotonic()))

    def _repeats_it(self, request: bytes, wait_s: float) -> None:
        self._repeats.append(_beside(lambda: self._repeat(request, wait_s)))

    def _take_all(self) -> None:
        while True:
            try:
                kiosk, _ = self._listening.accept()
            except OSError:
                return
            kiosk.settimeout(PATIENCE_S)
            _beside(partial(self._serve, kiosk))

    def _serve(self, kiosk: socket.socket) -> None:
        """One connection, request after request, until one of them is cut."""
        with kiosk, suppress(OSError):
            while request := read_message(kiosk):
                if not self._carry(kiosk, request):
                    return

    def _carry(self, kiosk: socket.socket, request: bytes) -> bool:
        """Whether the line stands still."""
        fate, chance = self._fate()
        if fate is Fate.REQUEST_CUT:
            self._ask(request[: chance.randrange(len(request))])
            return False
        if fate is Fate.SLOW:
            time.sleep(chance.uniform(0, self._longest_s / 4))
        if fate is Fate.REPEATED:
            self._repeats_it(request, 0)
        if fate is Fate.REPEATED_LATER:
            self._repeats_it(request, chance.uniform(0, self._longest_s))
        answer = self._ask(request)
        if fate is Fate.HELD:
            time.sleep(self._longest_s)
        if fate is Fate.SWALLOWED or not answer:
            return False
        cut = chance.randrange(len(answer)) if fate is Fate.ANSWER_CUT else len(answer)
        kiosk.sendall(answer[:cut])
        return fate is not Fate.ANSWER_CUT

    def _fate(self) -> tuple[Fate, random.Random]:
        with self._lock:
            self._number += 1
            chance = random.Random(f"{self._seed} {self._number}")  # noqa: S311 - no secret
            [fate] = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))
            self.told[fate] += 1
            return fate, chance

    def _repeat(self, request: bytes, wait_s: float) -> None:
        time.sleep(wait_s)
        with suppress(OSError):
            self._ask(request)

    def _ask(self, request: bytes) -> bytes:
        """The service's answer; nothing where it gives none."""
        with socket.socket(socket.AF_UNIX) as service, suppress(OSError):
            service.settimeout(PATIENCE_S)
            service.connect(self._to)
            service.sendall(request)
            if not _is_whole(request):
                service.shutdown(socket.SHUT_WR)
            return read_message(service)
        return b""


def _beside(do: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=do, daemon=True)
    thread.start()
    return thread


def read_message(line: socket.socket) -> bytes:
    """One request or answer in HTTP/1.1, with its length said; nothing where the line ends."""
    message = b""
    while not _is_whole(message):
        piece = line.recv(PIECE)
        if not piece:
            return b""
        message += piece
    return message


def _is_whole(message: bytes) -> bool:
    head, end, body = message.partition(_END)
    if not end:
        return False
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return len(body) >= int(value)
        if name.lower() == b"transfer-encoding":
            return body.endswith(b"0" + _END)
    return True
