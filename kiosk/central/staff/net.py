"""Lies under every page: guards the browser, writes down, and apologises for the unforeseen."""

import logging
import time
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)

# Nothing from elsewhere, nothing written into the page; and no page of ours in another's frame.
GUARDS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
SORRY = "We are sorry. This did not work. / 申しわけありません。うまくいきませんでした。"


class CounterNet:
    """The log has method, route, status and time: no staff, patron, item or form."""

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
                sorry = PlainTextResponse(SORRY, HTTPStatus.INTERNAL_SERVER_ERROR)
                await sorry(scope, receive, answer.send)
        took_ms = round((time.perf_counter() - began) * 1000, 1)
        told = {**_route(scope), "status": answer.status, "took_ms": took_ms}
        log.info("answered staff", extra={"told": told})


class _Answer:
    def __init__(self, send: Send) -> None:
        self._send = send
        self.status: int | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = HTTPStatus(message["status"])
            MutableHeaders(scope=message).update(GUARDS)
        await self._send(message)


def _route(scope: Scope) -> dict[str, object]:
    """The route as it is written: what was asked for is nobody's affair."""
    return {"method": scope["method"], "route": getattr(scope.get("route"), "path", None)}
