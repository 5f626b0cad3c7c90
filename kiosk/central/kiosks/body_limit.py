"""Reads a request whole before anybody looks at it, but not more than a limit."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.central.kiosks.problems import problem_answer
from kiosk.domain.errors import RequestTooLarge

LARGEST_BODY = 1_048_576  # bytes


class BodyLimit:
    """Answers a body that is too large with a problem, whether its length was said or not."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST_BODY) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = None if self._is_said_too_large(scope) else await self._read(receive)
        if body is None:
            await problem_answer(RequestTooLarge())(scope, receive, send)
        else:
            await self._app(scope, _replay(body, receive), send)

    def _is_said_too_large(self, scope: Scope) -> bool:
        said = dict(scope["headers"]).get(b"content-length", b"0")
        return not said.isdigit() or int(said) > self._largest

    async def _read(self, receive: Receive) -> bytes | None:
        """The whole body; None if it is too large, or its sender left."""
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return None
            body += message.get("body", b"")
            if len(body) > self._largest:
                return None
            if not message.get("more_body", False):
                return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    """Give the body once, then whatever comes: that the kiosk left."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def give() -> Message:
        return messages.pop() if messages else await receive()

    return give
