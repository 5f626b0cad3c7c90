"""A kiosk, as far as the service sees it: sends requests, and holds answers to their document."""

import asyncio
import json
import re
from typing import Any

import httpx
from fastapi import FastAPI

BASE = "http://central"
UNWRITTEN = {"/openapi.json"}  # the document does not describe itself


class Caller:
    """Every answer must be one that the OpenAPI document foresees."""

    def __init__(self, app: FastAPI, key: str | None) -> None:
        self._app = app
        self._key = key

    def post(self, path: str, body: Any = None, session: str | None = None) -> httpx.Response:
        return self.send("POST", path, body, session)

    def put(self, path: str, body: Any = None, session: str | None = None) -> httpx.Response:
        return self.send("PUT", path, body, session)

    def get(self, path: str, session: str | None = None) -> httpx.Response:
        return self.send("GET", path, None, session)

    def delete(self, path: str, session: str | None = None) -> httpx.Response:
        return self.send("DELETE", path, None, session)

    def send(
        self, method: str, path: str, body: Any = None, session: str | None = None
    ) -> httpx.Response:
        """Send a body as JSON; bytes are sent as they are."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        if self._key is not None:
            headers["Authorization"] = f"Bearer {self._key}"
        if session is not None:
            headers["Patron-Session"] = session
        answer = asyncio.run(self._send(method, path, headers, b"" if body is None else content))
        self._check(answer)
        return answer

    async def _send(
        self, method: str, path: str, headers: dict[str, str], content: bytes
    ) -> httpx.Response:
        transport = httpx.ASGITransport(self._app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            as_sent = httpx.Headers(headers, encoding="utf-8")
            return await client.request(method, path, headers=as_sent, content=content)

    def _check(self, answer: httpx.Response) -> None:
        operation = self._operation(answer.request)
        if operation is None:  # no such address: nothing is promised of it
            assert answer.status_code in {404, 405, 413} or answer.request.url.path in UNWRITTEN
            return
        assert str(answer.status_code) in operation["responses"], "a status that nobody documented"
        if answer.status_code >= 400:
            assert answer.headers["Content-Type"] == "application/problem+json"
            foreseen = operation["responses"][str(answer.status_code)]["description"]
            assert answer.json()["code"] in foreseen.split(", "), "a code that nobody documented"

    def _operation(self, request: httpx.Request) -> dict[str, Any] | None:
        for template, path in self._app.openapi()["paths"].items():
            pattern = re.sub(r"\{[^}]+\}", "[^/]+", template)
            if re.fullmatch(pattern, request.url.path):
                operation: dict[str, Any] | None = path.get(request.method.lower())
                return operation
        return None
