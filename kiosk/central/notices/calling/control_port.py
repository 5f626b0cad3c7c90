"""Speaks with baresip over its control port: JSON in netstrings, over TCP on loopback.

Source: baresip's ctrl_tcp module, https://github.com/baresip/baresip/wiki.
"""

import json
import socket
import time
from dataclasses import dataclass, field
from typing import Any

_CHUNK = 4096
_LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of a call: CALL_RINGING, CALL_ESTABLISHED, CALL_CLOSED or others."""

    type: str
    param: str = field(default="", repr=False)  # why it was closed; may hold the number


class ControlPort:
    """One connection. Whatever breaks it is an OSError or a ValueError."""

    def __init__(self, port: int, *, limit_s: float) -> None:
        self._socket = socket.create_connection((_LOOPBACK, port), timeout=limit_s)
        self._unread = b""

    def close(self) -> None:
        self._socket.close()

    def command(self, name: str, params: str = "") -> None:
        """Ask for something; what it leads to is heard as events."""
        text = json.dumps({"command": name, "params": params}).encode()
        self._socket.sendall(b"%d:%s," % (len(text), text))

    def next_event(self, wait_s: float) -> Happened | None:
        """The next event of a call; None: nothing happened for so long."""
        until = time.monotonic() + wait_s
        while (left_s := until - time.monotonic()) > 0:
            said = self._next(left_s)
            if said is not None and said.get("class") == "call":
                return Happened(str(said.get("type", "")), str(said.get("param", "")))
            if said is not None and said.get("ok") is False:
                return Happened("COMMAND_REFUSED")
        return None

    def _next(self, wait_s: float) -> dict[str, Any] | None:
        """The next thing said, an event or an answer; None: nothing in time."""
        while (said := self._complete()) is None:
            self._socket.settimeout(wait_s)
            try:
                chunk = self._socket.recv(_CHUNK)
            except TimeoutError:
                return None
            if not chunk:
                raise ConnectionResetError
            self._unread += chunk
        return said

    def _complete(self) -> dict[str, Any] | None:
        """Take one netstring off what was read, where it is whole."""
        length, colon, rest = self._unread.partition(b":")
        if not colon or len(rest) <= int(length):
            return None
        end = int(length)
        self._unread = rest[end + 1 :]  # behind its comma
        said: dict[str, Any] = json.loads(rest[:end])
        return said
