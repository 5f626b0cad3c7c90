"""Every text that this Python process still holds: what a program, or a bug, could get at."""

import gc
import io
import sys
from collections.abc import Iterator
from inspect import CO_OPTIMIZED
from types import FrameType

_LEAVES = (str, bytes, bytearray)
_EMPTY = (int, float, complex, bool, type(None))  # they lead nowhere


def reachable_texts() -> Iterator[tuple[str, str | bytes]]:
    """Each text once, with the type of who holds it, after what was thrown away is collected."""
    gc.collect()
    seen: set[int] = set()
    waiting = [*_frames(), *gc.get_objects()]
    own = {id(seen), id(waiting)}
    while waiting:
        one = waiting.pop()
        if isinstance(one, io.BytesIO | io.StringIO):
            yield from _buffer(one)
        for part in gc.get_referents(one):
            if id(part) in seen or id(part) in own or isinstance(part, _EMPTY):
                continue
            if isinstance(part, _LEAVES):
                seen.add(id(part))
                yield type(one).__name__, bytes(part) if isinstance(part, bytearray) else part
            elif not gc.is_tracked(part):
                seen.add(id(part))
                waiting.append(part)


class Locals(dict[str, object]):
    """What a function that runs has in its hands."""


def _frames() -> Iterator[Locals]:
    """What every thread is about: a frame that runs is nobody's, so nothing else leads to it."""
    for bottom in sys._current_frames().values():  # noqa: SLF001 - the only way to other threads
        frame: FrameType | None = bottom
        while frame is not None:
            yield _locals_of(frame)
            frame = frame.f_back


def _locals_of(frame: FrameType) -> Locals:
    """Python keeps the copy that it makes for us with the frame: so it is emptied again."""
    copied = frame.f_locals
    found = Locals(copied)
    if frame.f_code.co_flags & CO_OPTIMIZED:  # a function's; a module's own names are no copy
        copied.clear()
    return found


def _buffer(buffer: io.BytesIO | io.StringIO) -> Iterator[tuple[str, str | bytes]]:
    if not buffer.closed:
        yield type(buffer).__name__, buffer.getvalue()
