"""What a setting may be, in a technician's words."""

import types
from datetime import date, time
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, NewType, Union, get_args, get_origin

from kiosk.domain.bounds import Bound

IN_QUOTES = " in quotes"  # as TOML has it; the environment has none
_NAMES: dict[type, str] = {
    str: f"text{IN_QUOTES}",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date like 2026-04-01",
    time: "a time like 09:30:00",
    Path: f"a path{IN_QUOTES}",
}
_LONGEST_FOUND = 60  # characters of a wrong value that are repeated


def allowed(kind: Any) -> str:
    """What a type allows, in a technician's words."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        bounds: list[Bound] = [bound for bound in inner[1:] if hasattr(bound, "allowed")]
        return ", ".join([allowed(inner[0]), *(bound.allowed for bound in bounds)])
    if origin in {Union, types.UnionType}:
        return allowed(next(part for part in inner if part is not types.NoneType))
    if origin in {tuple, frozenset}:
        is_any_length = origin is frozenset or inner[-1] is Ellipsis
        count = "" if is_any_length else f"{len(inner)} members, "
        return f"a list of {count}each {allowed(inner[0])}"
    if isinstance(kind, NewType):
        return allowed(kind.__supertype__)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "one of " + ", ".join(f'"{member.value}"' for member in kind)
    return _NAMES.get(kind, "a table")


def show(value: object) -> str:
    """A wrong value as TOML writes it, cut where it is long."""
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)
    return text if len(text) <= _LONGEST_FOUND else text[:_LONGEST_FOUND] + "…"


def near(name: str, known: list[str]) -> str:
    """The keys that are known, the one that may have been meant first."""
    closest = get_close_matches(name, known, n=1)
    everything = "one of " + ", ".join(known)
    return f"{closest[0]}, perhaps, or {everything}" if closest else everything
