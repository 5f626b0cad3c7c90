"""Cookies that were given over TLS travel over TLS only."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NAME = "set-cookie"


class SecureCookies:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                _secure(MutableHeaders(scope=message))
            await send(message)

        is_secure = scope.get("scheme") == "https"
        await self._app(scope, receive, secured if is_secure else send)


def _secure(headers: MutableHeaders) -> None:
    given = headers.getlist(_NAME)
    del headers[_NAME]
    for cookie in given:
        headers.append(_NAME, f"{cookie}; Secure")
