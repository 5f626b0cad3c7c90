"""A browser at the counter, without a script: keeps cookies, fills in forms that are shown."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from html import unescape

import httpx
from fastapi import FastAPI

BASE = "http://127.0.0.1"
_TOKEN = re.compile(r'name="form_token" value="([^"]+)"')
_TAGS = re.compile(r"<[^>]+>")


Field = str | Sequence[str]


class CounterBrowser:
    def __init__(self, app: FastAPI, base: str = BASE) -> None:
        self._app = app
        self._base = base
        self.cookies = httpx.Cookies()
        self.page: httpx.Response | None = None

    def open(self, path: str) -> httpx.Response:
        return self._send("GET", path, None)

    def post(self, path: str, **fields: Field) -> httpx.Response:
        """Send a form as the page that is open would, with its token."""
        return self._send("POST", path, {"form_token": self.form_token, **fields})

    def post_as_shown(self, path: str, *names: str, **fields: Field) -> httpx.Response:
        """The same, with what the fields of these names hold on the page."""
        return self.post(path, **{name: self.hidden(name) for name in names}, **fields)

    def post_bare(self, path: str, **fields: str) -> httpx.Response:
        """Send a form that no page of ours has made."""
        return self._send("POST", path, fields)

    def sign_in(self, number: str, password: str, branch: str = "") -> httpx.Response:
        self.open("/sign-in")
        return self.post("/sign-in", number=number, password=password, branch=branch)

    @property
    def form_token(self) -> str:
        found = _TOKEN.search(self.page.text) if self.page is not None else None
        return found[1] if found else ""

    @property
    def text(self) -> str:
        """What stands on the page, without its tags."""
        assert self.page is not None, "a page is open"
        return " ".join(unescape(_TAGS.sub(" ", self.page.text)).split())

    def said(self) -> str:
        """The answer to the last scan."""
        assert self.page is not None, "a page is open"
        found = re.search(r'<section class="result.*?</section>', self.page.text, re.DOTALL)
        return " ".join(unescape(_TAGS.sub(" ", found[0])).split()) if found else ""

    def hidden(self, name: str, nth: int = 0) -> str:
        """What a field or key of this name would send."""
        assert self.page is not None, "a page is open"
        values = re.findall(rf'name="{name}" value="([^"]*)"', self.page.text)
        return unescape(values[nth])

    def _send(self, method: str, path: str, fields: Mapping[str, Field] | None) -> httpx.Response:
        self.page = asyncio.run(self._follow(method, path, fields))
        return self.page

    async def _follow(
        self, method: str, path: str, fields: Mapping[str, Field] | None
    ) -> httpx.Response:
        transport = httpx.ASGITransport(self._app)
        async with httpx.AsyncClient(
            transport=transport, base_url=self._base, cookies=self.cookies, follow_redirects=True
        ) as client:
            answer = await client.request(method, path, data=fields)
            self.cookies = client.cookies
            return answer
