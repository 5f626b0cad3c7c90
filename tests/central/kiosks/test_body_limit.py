import asyncio
from collections.abc import Iterable

import pytest
from starlette.types import Message, Receive, Scope, Send

from kiosk.central.kiosks.body_limit import BodyLimit

LIMIT = 10


class Line:
    """A kiosk's side of one request: sends chunks, and hears the status."""

    def __init__(self, chunks: Iterable[bytes], said: bytes | None = None) -> None:
        self._chunks = list(chunks)
        self._headers = [] if said is None else [(b"content-length", said)]
        self.status = 0
        self.body: bytes | None = None

    @property
    def unread(self) -> int:
        return len(self._chunks)

    def send_to(self, limit: int) -> None:
        scope = {"type": "http", "method": "POST", "headers": self._headers}
        asyncio.run(BodyLimit(self._application, limit)(scope, self._give, self._hear))

    async def _give(self) -> Message:
        if not self._chunks:
            return {"type": "http.disconnect"}
        body = self._chunks.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(self._chunks)}

    async def _hear(self, message: Message) -> None:
        self.status = message.get("status", self.status)

    async def _application(self, _scope: Scope, receive: Receive, send: Send) -> None:
        self.body = (await receive())["body"]
        assert (await receive())["type"] == "http.disconnect"
        await send({"type": "http.response.start", "status": 200, "headers": []})


def test_a_body_in_pieces_comes_whole() -> None:
    line = Line([b"01234", b"", b"56789"])
    line.send_to(LIMIT)
    assert (line.body, line.status) == (b"0123456789", 200)


def test_a_body_of_unsaid_length_is_read_up_to_the_limit() -> None:
    line = Line([b"x" * 6] * 100)
    line.send_to(LIMIT)
    assert (line.body, line.status) == (None, 413)
    assert line.unread == 98


@pytest.mark.parametrize("said", [b"11", b"99999999999999999999", b"-1", b"ten"])
def test_a_body_that_is_said_too_large_is_not_read_at_all(said: bytes) -> None:
    line = Line([b"x"], said)
    line.send_to(LIMIT)
    assert (line.body, line.status, line.unread) == (None, 413, 1)
