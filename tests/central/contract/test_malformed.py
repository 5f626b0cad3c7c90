"""Whatever is sent that no kiosk sends: a problem document, and nothing is changed."""

import asyncio
import json
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

import httpx
import pytest
from fastapi import FastAPI

from kiosk.central.kiosks.app import make_app
from kiosk.wire.problems import MEDIA_TYPE
from tests.central.contract.conftest import Anew
from tests.central.contract.library import READER, KnownLibrary
from tests.central.dumped import Dump, dumped

MEGABYTE = 1_048_576
DEEP = 20_000
ODD_TEXTS = {
    "a letter beyond the first plane": "𠮷野家",
    "a ladder-like variant": "髙橋",
    "emoji": "👩‍👩‍👧‍👦📚",
    "right to left": "\u202eكتاب\u202c",
    "combining marks": "e" + "\u0301" * 50,
    "no character at all": "\ufdd0\uffff",
    "spaces of other widths": "\u3000\u00a0\u200b",
    "a path": "../../etc/passwd",
    "a format": "%s%n{0}{{}}",
    "a statement": "'; DROP TABLE patron; --",
}
NO_JSON = {
    "nothing": b"",
    "half a document": b'{"card": "01000002", "pass',
    "no letters of UTF-8": b'{"card": "\xff\xfe\xed\xa0\x80"}',
    "half a surrogate pair": b'{"card": "\\ud83d", "password": "\\udc00"}',
    "the sign NUL": b'{"card": "0100\\u00000002", "password": "a\\u0000b"}',
    "a number without an end": b'{"card": 1' + b"0" * 5000 + b"}",
    "what is no number": b'{"card": NaN, "password": Infinity}',
    "a list": b"[]",
    "a text": '"𠮷"'.encode(),
    "depth": b"[" * DEEP + b"]" * DEEP,
    "deep objects": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "an older encoding": '{"card": "髙橋"}'.encode("shift_jis", "replace"),
    "ten megabytes": b'{"card": "' + "𠮷".encode() * (10 * MEGABYTE // 4) + b'"}',
    "a file": b"--x\r\nContent-Disposition: form-data; name=card\r\n\r\n1\r\n--x--\r\n",
}
OTHER_TYPES = (
    "",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "application/json-seq",
    "text/json; charset=utf-8",
    "𠮷",
)
HEADERS = {
    "a key of odd letters": {"Authorization": "Bearer 𠮷髙"},
    "a key without its kind": {"Authorization": "01234567"},
    "another kind": {"Authorization": "Basic YTpi"},
    "an empty key": {"Authorization": "Bearer "},
    "a long key": {"Authorization": "Bearer " + "a" * 60_000},
    "a length that is none": {"Content-Length": "many"},
}


class Sender:
    """Sends bytes as they are, signed where nothing else is said."""

    def __init__(self, library: KnownLibrary) -> None:
        self.app: FastAPI = make_app(library.service)
        self._library = library

    def send(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> httpx.Response:
        signed = {
            "Authorization": f"Bearer {self._library.key}",
            "Patron-Session": self._session,
            "Content-Type": "application/json",
            **(headers or {}),
        }
        return asyncio.run(self._send(method, path, httpx.Headers(signed, encoding="utf-8"), body))

    def sign_in(self) -> None:
        self._session = self._library.session(READER)

    async def _send(
        self, method: str, path: str, headers: httpx.Headers, body: bytes
    ) -> httpx.Response:
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://central") as client:
            return await client.request(method, path, headers=headers, content=body)


@pytest.fixture
def library(anew: Anew) -> KnownLibrary:
    return anew()


@pytest.fixture
def sender(library: KnownLibrary) -> Sender:
    sender = Sender(library)
    sender.sign_in()
    return sender


@pytest.fixture
def before(library: KnownLibrary, sender: Sender) -> Dump:
    return dumped(library.service.database.url)


def refused(answer: httpx.Response) -> bool:
    """A problem document of its own status, that does not repeat what was sent."""
    assert answer.headers["Content-Type"] == MEDIA_TYPE, answer.text
    problem = answer.json()
    assert problem["status"] == answer.status_code
    return 400 <= answer.status_code < 500


def with_a_body(app: FastAPI) -> Iterator[tuple[str, str]]:
    for path, methods in app.openapi()["paths"].items():
        for method, operation in methods.items():
            if "requestBody" in operation:
                yield method.upper(), path


def with_an_id(app: FastAPI) -> Iterator[tuple[str, str]]:
    for path, methods in app.openapi()["paths"].items():
        for method in methods:
            if "{" in path:
                yield method.upper(), path


def test_a_body_that_is_none_is_refused(
    sender: Sender, library: KnownLibrary, before: Dump
) -> None:
    for kind, body in NO_JSON.items():
        for method, path in with_a_body(sender.app):
            assert refused(sender.send(method, bare(path), body)), (kind, method, path)
    assert dumped(library.service.database.url) == before


def test_a_body_that_does_not_say_it_is_json_is_not_read(
    sender: Sender, library: KnownLibrary, before: Dump
) -> None:
    for kind in OTHER_TYPES:
        for method, path in with_a_body(sender.app):
            answer = sender.send(method, bare(path), b"{}", {"Content-Type": kind})
            assert refused(answer)
            assert answer.status_code == 415, (kind, method, path)
    assert dumped(library.service.database.url) == before


def test_odd_text_in_every_field_is_refused_or_kept_as_it_is(sender: Sender) -> None:
    for kind, text in ODD_TEXTS.items():
        for method, path in with_a_body(sender.app):
            body = dict.fromkeys(fields_of(sender.app, method, path), text)
            answer = sender.send(method, bare(path), json.dumps(body).encode())
            assert answer.status_code < 500, (kind, method, path, answer.text)
            sender.sign_in()  # one of them ends the session


def test_an_id_that_nobody_gave_is_refused(
    sender: Sender, library: KnownLibrary, before: Dump
) -> None:
    for kind, text in ODD_TEXTS.items():
        for method, path in with_an_id(sender.app):
            asked = path.split("{")[0] + quote(text, safe="") + path.split("}")[1]
            assert refused(sender.send(method, asked, b"{}")), (kind, method, path)
    assert dumped(library.service.database.url) == before


def test_a_header_that_no_kiosk_sends_is_refused(
    sender: Sender, library: KnownLibrary, before: Dump
) -> None:
    for kind, headers in HEADERS.items():
        for method, path in with_a_body(sender.app):
            assert refused(sender.send(method, bare(path), b"{}", headers)), (kind, method, path)
    assert dumped(library.service.database.url) == before


def bare(path: str) -> str:
    return path.replace("{", "").replace("}", "")


def fields_of(app: FastAPI, method: str, path: str) -> list[str]:
    """The fields that an operation's body may have."""
    document = app.openapi()
    body = document["paths"][path][method.lower()]["requestBody"]["content"]["application/json"]
    named = [body["schema"], *body["schema"].get("anyOf", ())]
    [reference] = [schema["$ref"] for schema in named if "$ref" in schema]
    name = reference.rsplit("/", 1)[-1]
    return list(document["components"]["schemas"][name]["properties"])


@pytest.mark.parametrize("days", [-36_500, -1, 1, 36_500])
def test_a_clock_that_jumps_breaks_nothing(
    sender: Sender, library: KnownLibrary, days: int
) -> None:
    title = library.titles()[0]
    library.clock.turn(timedelta(days=days))
    for path in ("/reservations", "/loans", f"/titles/{title}/options", "/details", "/branches"):
        answer = sender.send("GET", path)
        assert answer.status_code in {200, 401, 409}, (path, answer.text)
    sender.sign_in()
    assert sender.send("GET", "/reservations").status_code == 200
