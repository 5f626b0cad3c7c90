"""Lies under every request: writes it down, and catches what nobody foresaw."""

import logging
import time
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.central.kiosks.problems import problem_answer
from kiosk.domain.errors import ServiceBroken

log = logging.getLogger(__name__)


class Net:
    """The log has method, route, status and time: no address, card, name or body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send)
        began = time.perf_counter()
        try:
            await self._app(scope, receive, answer.send)
        except Exception:  # the one net of the application: logged, and apologised for
            log.exception("nobody foresaw this", extra={"told": _route(scope)})
            if answer.status is None:
                await problem_answer(ServiceBroken())(scope, receive, answer.send)
        took_ms = round((time.perf_counter() - began) * 1000, 1)
        told = {**_route(scope), "status": answer.status, "took_ms": took_ms}
        log.info("answered", extra={"told": told})


class _Answer:
    """Remembers the status; no answer may be kept by anybody on the way."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status: int | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = HTTPStatus(message["status"])
            MutableHeaders(scope=message).setdefault("Cache-Control", "no-store")
        await self._send(message)


def _route(scope: Scope) -> dict[str, object]:
    """The route as it is written, /titles/{id}/options: what was asked for is nobody's affair."""
    route = scope.get("route")
    return {"method": scope["method"], "route": getattr(route, "path", None)}
