"""Errors on the command line: one clear sentence, and no traceback for what was foreseen."""

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from kiosk.domain.errors import LibraryError

Given = ParamSpec("Given")
Result = TypeVar("Result")


def told_plainly(command: Callable[Given, Result]) -> Callable[Given, Result]:
    """Say what was wrong with what was given, and end with status 2."""

    @functools.wraps(command)
    def tell(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return command(*args, **kwargs)
        except LibraryError as error:
            print(f"kiosk: {error}", file=sys.stderr)
            sys.exit(2)

    return tell
