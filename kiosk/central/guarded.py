"""Puts what guards its reader on every answer of an application, whoever made the answer."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_AS_IT_SAYS = {"X-Content-Type-Options": "nosniff"}  # taken for nothing but what it says it is
# For a year; browsers ask this host for nothing without TLS. Without it, it would mean nothing.
_TLS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}


class Guarded:
    """Lies outermost. What was answered over TLS says that TLS is asked for from now on."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._plain = {**_AS_IT_SAYS, **headers}
        self._over_tls = {**self._plain, **_TLS_ONLY}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = self._over_tls if scope.get("scheme") == "https" else self._plain

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        await self._app(scope, receive, guarded)
