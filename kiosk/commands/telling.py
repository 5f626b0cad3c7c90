"""Errors on the command line: one clear sentence, and no traceback for what was foreseen."""

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TextIO, TypeVar

from kiosk.domain.errors import LibraryError

Given = ParamSpec("Given")
Result = TypeVar("Result")

REFUSED = 2  # status: what was given cannot be used, or not all of it


def told_plainly(command: Callable[Given, Result]) -> Callable[Given, Result]:
    """Say what was wrong with what was given, and end with status 2."""

    @functools.wraps(command)
    def tell(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        with telling():
            return command(*args, **kwargs)

    return tell


@contextmanager
def telling(stream: TextIO | None = None, *, who: str = "kiosk: ") -> Iterator[None]:
    """Say on the stream, or else on standard error, what went wrong inside; status 2."""
    try:
        yield
    except (LibraryError, OSError) as error:
        sentence = sentence_of(error)
        if not sentence:
            raise
        print(f"{who}{sentence}", file=stream or sys.stderr, flush=True)
        sys.exit(REFUSED)


def sentence_of(error: LibraryError | OSError) -> str:
    """What a technician is told, with the file or address that it is about.

    An error without words of its own is told by what its type says of itself; one that nobody
    foresaw is "".
    """
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else ""
    said = str(error)
    if said == type(error).__name__:
        said = (type(error).__doc__ or said).splitlines()[0]
    return ": ".join([*getattr(error, "__notes__", ()), said])
