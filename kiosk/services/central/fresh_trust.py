"""Whom the line believes, looked up anew for each connection: enrolling changes it."""

import ssl
from contextlib import suppress
from pathlib import Path
from socket import socket
from typing import Self


class FreshTrust(ssl.SSLContext):
    """Believes the authority in a file, which may come or change while the program runs.

    Panel, spare and the command line share the file: whichever of them enrols the kiosk, the
    others believe the new authority from their next connection on. Without the file those are
    believed that everybody believes.
    """

    _file: Path
    _seen: tuple[int, int] | None
    _now: ssl.SSLContext

    def __new__(cls, file: Path) -> Self:
        made = super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)
        made._file, made._seen = file, _mark(file)
        made._now = ssl.create_default_context(cafile=file if made._seen else None)
        return made

    def __init__(self, file: Path) -> None:
        """All was done when it was made: a context takes its protocol there."""

    def wrap_socket(  # type: ignore[override]  # of all that it takes a client says no more
        self, sock: socket, *, server_hostname: str | None = None
    ) -> ssl.SSLSocket:
        self._look_again()
        return self._now.wrap_socket(sock, server_hostname=server_hostname)

    def _look_again(self) -> None:
        """A file that cannot be used changes nothing."""
        seen = _mark(self._file)
        if seen == self._seen:
            return
        with suppress(OSError):  # an ssl.SSLError too
            self._now = ssl.create_default_context(cafile=self._file if seen else None)
            self._seen = seen


def _mark(file: Path) -> tuple[int, int] | None:
    """What tells one file from the next that takes its place; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
