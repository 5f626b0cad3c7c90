"""One kiosk's line to the service: HTTP/1.1 by hand, so that asking costs the machine little."""

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STAYS_OPEN_S = 4.0  # the service closes what was silent for five
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    said: Any  # what the JSON says; None: nothing
    took_ms: float


class Line:
    """Kept open between calls, as the panel's is."""

    def __init__(self, socket: Path, key: str) -> None:
        self._socket = socket
        self._key = key
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._used_at = 0.0

    async def ask(
        self, method: str, path: str, body: Mapping[str, object] | None = None, session: str = ""
    ) -> Answer:
        """From before it is sent (and connected, where need be) until it is read whole."""
        began = time.perf_counter()
        reader, writer = await self._opened()
        writer.write(_written(method, path, self._key, body, session))
        status, content = await _read(reader)
        self._used_at = time.monotonic()
        took_ms = (time.perf_counter() - began) * 1000
        return Answer(status, json.loads(content) if content else None, took_ms)

    def close(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None

    async def _opened(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._open is None or time.monotonic() > self._used_at + STAYS_OPEN_S:
            self.close()
            self._open = await asyncio.open_unix_connection(self._socket, limit=MOST_BYTES)
        return self._open


def _written(
    method: str, path: str, key: str, body: Mapping[str, object] | None, session: str
) -> bytes:
    content = json.dumps(body).encode() if body is not None else b""
    lines = [f"{method} {path} HTTP/1.1", "Host: central", f"Authorization: Bearer {key}"]
    if session:
        lines.append(f"Patron-Session: {session}")
    if content:
        lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
    return "\r\n".join([*lines, "", ""]).encode() + content


async def _read(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    first, *fields = head.split("\r\n")
    told = dict(field.split(": ", 1) for field in fields if field)
    length = int(told.get("content-length", "0"))
    return int(first.split()[1]), await reader.readexactly(length)
