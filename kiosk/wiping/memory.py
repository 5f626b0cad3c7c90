"""The memory of a running process, as Linux shows it to the process that started it."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kiosk.wiping.sieve import Sieve

CHUNK = 2**18
OVERLAP = 64  # bytes: a canary that lies across two chunks is seen whole in the second
_HIGHEST = 2**63  # the kernel's own page lies above
_WRITABLE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw.p ")


def count_in_memory(pid: int, sieve: Sieve) -> Counter[str]:
    found: Counter[str] = Counter()
    for piece in private_memory(pid):
        found += sieve.in_bytes(piece)
    return found


def private_memory(pid: int) -> Iterator[bytes]:
    """All that the process alone may write, and so can have written to, piece by piece.

    Passed over: what is still all zeros, and a mapping that goes away meanwhile.

    Raises:
        FileNotFoundError: there is no such process.
        PermissionError: it is not ours.
    """
    proc = Path("/proc") / str(pid)
    with (proc / "mem").open("rb", buffering=0) as memory:
        for line in (proc / "maps").read_text(encoding="utf-8").splitlines():
            mapping = _WRITABLE.match(line)
            if mapping is not None:
                first, end = (int(part, 16) for part in mapping.groups())
                yield from _pieces(memory.fileno(), first, min(end, _HIGHEST))


def _pieces(memory: int, first: int, end: int) -> Iterator[bytes]:
    for start in range(first, end, CHUNK - OVERLAP):
        piece = _read(memory, start, min(CHUNK, end - start))
        if not piece:
            return
        if piece.strip(b"\0"):
            yield piece


def _read(memory: int, first: int, count: int) -> bytes:
    try:
        return os.pread(memory, count, first)
    except OSError:  # unmapped meanwhile, or the kernel's own
        return b""
