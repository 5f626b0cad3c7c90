"""Lies under every request of an application: writes it down, and catches the unforeseen."""

import logging
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Protocol

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)


class Answered(Protocol):
    """Is told of every answer: by whom it was asked for, its route as it is written, seconds."""

    def __call__(
        self, public: str, method: str, route: str | None, status: int | None, took_s: float
    ) -> None: ...


def unseen(public: str, method: str, route: str | None, status: int | None, took_s: float) -> None:
    """Nobody watches."""


class Net:
    """The log has method, route, status, time, and the kiosk or the role that asked.

    No address, card, name, form or body.

    Args:
        app: what is caught.
        says: what the log calls an answer.
        public: who is answered: "kiosks", "counter".
        answered: is told of every answer, for figures.
        sorry: the answer where nobody foresaw what happened.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        says: str,
        public: str,
        answered: Answered,
        sorry: Callable[[], ASGIApp],
    ) -> None:
        self._app = app
        self._says = says
        self._public = public
        self._answered = answered
        self._sorry = sorry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send)
        began = time.perf_counter()
        try:
            await self._app(scope, receive, answer.send)
        except Exception:  # the one net of an application: logged, and apologised for
            log.exception("nobody foresaw this", extra={"told": _asked(scope)})
            if answer.status is None:
                await self._sorry()(scope, receive, answer.send)
        self._tell(scope, answer.status, time.perf_counter() - began)

    def _tell(self, scope: Scope, status: int | None, took_s: float) -> None:
        told = {**_asked(scope), "status": status, "took_ms": round(took_s * 1000, 1)}
        log.info(self._says, extra={"told": told})
        self._answered(self._public, scope["method"], _written(scope), status, took_s)


class _Answer:
    """Remembers the status."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status: int | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = HTTPStatus(message["status"])
        await self._send(message)


def note_who(request: HTTPConnection, **who: str) -> None:
    """What the log calls whoever asks: a kiosk by its number, the staff by their role; nobody."""
    request.state.who = who


def _asked(scope: Scope) -> dict[str, object]:
    """The route as it is written, /titles/{id}/options: what was asked for is nobody's affair."""
    who: dict[str, str] = scope.get("state", {}).get("who", {})
    return {"method": scope["method"], "route": _written(scope), **who}


def _written(scope: Scope) -> str | None:
    path: str | None = getattr(scope.get("route"), "path", None)
    return path
