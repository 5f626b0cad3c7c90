"""A service at a Unix socket that answers each request with the bytes it is told, or not at all."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

Deed = Callable[[socket.socket, bytes], None]


def answer(status: str, body: str, media_type: str = "application/json") -> bytes:
    content = body.encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(content)}\r\n"
    return f"{head}\r\n".encode() + content


class OddService:
    """Takes one deed a request, the last one for ever."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.requests: list[bytes] = []
        self.deeds: list[Deed] = []
        self._ended = threading.Event()
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(path))
        self._socket.listen()
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def says(self, *answers: bytes) -> None:
        self.deeds = [self._sending(one) for one in answers]

    def hangs(self) -> None:
        """Read the request and never answer."""
        self.deeds = [lambda _connection, _request: self._wait()]

    def drips(self, data: bytes, pause_s: float = 0.02) -> None:
        """Send the answer byte by byte, each one in time."""

        def drip(connection: socket.socket, _request: bytes) -> None:
            for byte in data:
                connection.sendall(bytes((byte,)))
                if self._ended.wait(pause_s):
                    return

        self.deeds = [drip]

    def does(self, deed: Deed) -> None:
        """Look at each request and answer it, or not."""
        self.deeds = [deed]

    def close(self) -> None:
        self._ended.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    def _sending(self, data: bytes) -> Deed:
        return lambda connection, _request: connection.sendall(data)

    def _wait(self) -> None:
        self._ended.wait()

    def _accept(self) -> None:
        with suppress(OSError):
            while not self._ended.is_set():
                connection, _ = self._socket.accept()
                self._open.append(connection)
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        """Answer one request, then hang up."""
        with connection, suppress(OSError):
            request = _request(connection)
            if request:
                self.requests.append(request)
                deed = self.deeds.pop(0) if len(self.deeds) > 1 else self.deeds[0]
                deed(connection, request)


def _request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    while len(body) < length:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body
