"""Calling a librarian from the kiosk: where, and what the screen shows; never who."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

CallId = NewType("CallId", str)  # a UUID, made by the kiosk: calling twice calls once


class CallState(StrEnum):
    WAITING = "waiting"  # nobody has answered yet
    ON_THE_WAY = "on_the_way"  # somebody answered and comes
    DONE = "done"  # somebody was there, or the patron took the call back


@dataclass(frozen=True, slots=True)
class LibrarianCall:
    id: CallId
    state: CallState = CallState.WAITING
