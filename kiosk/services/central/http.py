"""The line to the central service: the only file that knows httpx and problem documents."""

import logging
import math
import ssl
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import httpx
from pydantic import BaseModel

from kiosk.domain.errors import KioskUnknown, LibraryError, LineLost, LineNotSecure, ServiceBroken
from kiosk.domain.patrons import Session
from kiosk.services.central.answers import Answer, read_answer, read_problem
from kiosk.services.central.limits import LineLimits
from kiosk.services.central.tls_trouble import unreached
from kiosk.wire.message import Message

log = logging.getLogger(__name__)

Params = Mapping[str, int | str]
FreshKey = Callable[[], str]  # the key as it stands on the disk now
Headers = Mapping[str, str]

REPEATABLE = frozenset({"GET", "PUT", "DELETE"})
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
PASSING = frozenset(
    {HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}
)


class Well(Message):
    """200 of GET /healthz."""

    is_well: Literal[True]


class CentralHttp:
    """One kept-alive client for all threads of the panel.

    Every call raises LineLost, ServiceBroken or the error that the service answered. No error
    leads back to the request: it may have held a password.
    """

    def __init__(
        self,
        transport: httpx.BaseTransport,
        key: str,
        *,
        address: str = "http://central",
        limits: LineLimits | None = None,
        fresh_key: FreshKey | None = None,
    ) -> None:
        self._limits = limits or LineLimits()
        self._timeout = httpx.Timeout(self._limits.read_s, connect=self._limits.connect_s)
        self._ended = threading.Event()
        self._key = _KioskKey(key, fresh_key)
        self._client = httpx.Client(
            transport=transport,
            base_url=address,
            headers={"Accept": "application/json"},
            auth=self._key,
            trust_env=False,
        )

    @classmethod
    def over_socket(
        cls,
        path: Path,
        key: str,
        limits: LineLimits | None = None,
        fresh_key: FreshKey | None = None,
    ) -> "CentralHttp":
        """The service beside the kiosk, at a Unix socket."""
        transport = httpx.HTTPTransport(uds=str(path))
        return cls(transport, key, limits=limits, fresh_key=fresh_key)

    @classmethod
    def over_network(
        cls,
        address: str,
        key: str,
        limits: LineLimits | None = None,
        trust: ssl.SSLContext | None = None,
        fresh_key: FreshKey | None = None,
    ) -> "CentralHttp":
        """The city's service, over TLS; without it on this machine only (rule E2)."""
        parts = urlsplit(address)
        is_inside = parts.scheme == "http" and parts.hostname in LOOPBACK
        if parts.scheme != "https" and not is_inside:
            raise ValueError("the central service's address begins with https://")
        context = trust or ssl.create_default_context()
        transport = httpx.HTTPTransport(verify=context)
        return cls(transport, key, address=address, limits=limits, fresh_key=fresh_key)

    def get(
        self,
        path: str,
        answer: type[Answer],
        *,
        session: Session | None = None,
        params: Params | None = None,
    ) -> Answer:
        return read_answer(self._ask("GET", path, session=session, params=params), answer)

    def post(self, path: str, body: BaseModel | None, answer: type[Answer]) -> Answer:
        """Sent once: whoever asks again may get another answer."""
        return read_answer(self._ask("POST", path, body), answer)

    def put(
        self,
        path: str,
        body: BaseModel | None,
        answer: type[Answer],
        *,
        session: Session | None = None,
        headers: Headers | None = None,
    ) -> Answer:
        return read_answer(self._ask("PUT", path, body, session=session, headers=headers), answer)

    def do(self, path: str, body: BaseModel, session: Session | None = None) -> None:
        """POST what has no answer but that it is done; sent once."""
        self._ask("POST", path, body, session=session)

    def set(self, path: str, body: BaseModel, session: Session | None = None) -> None:
        """PUT what has no answer but that it is done."""
        self._ask("PUT", path, body, session=session)

    def delete(self, path: str, session: Session | None = None) -> None:
        self._ask("DELETE", path, session=session)

    def reach(self) -> None:
        """Ask whether the service is well, once and not for long."""
        request = self._request("GET", "/healthz", timeout=httpx.Timeout(self._limits.connect_s))
        outcome = self._once(request)
        if outcome.error is not None:
            raise outcome.error
        read_answer(outcome.content, Well)

    def look_for_key(self) -> None:
        """Use the key that stands on the disk now, from the next call on."""
        self._key.look_again()

    def close(self) -> None:
        """Nothing is asked any more; who waits for another try is told at once."""
        self._ended.set()
        self._client.close()

    def _ask(
        self,
        method: str,
        path: str,
        body: BaseModel | None = None,
        *,
        session: Session | None = None,
        params: Params | None = None,
        headers: Headers | None = None,
    ) -> bytes:
        """Ask, and ask again while that is safe and a patron can be expected to wait."""
        began = time.monotonic()
        error: LibraryError = LineLost()
        for pause_s in self._pauses():
            outcome = self._once(self._request(method, path, body, session, params, headers))
            if outcome.error is None:
                return outcome.content
            error = outcome.error
            log.warning("%s %s: %s", method, path, error)
            if not outcome.may_repeat or self._is_over(began, pause_s):
                break
        raise error

    def _pauses(self) -> Iterator[float]:
        """How long to wait after each try; the last is not waited for."""
        for number in range(self._limits.tries - 1):
            yield self._limits.first_pause_s * 2**number
        yield math.inf

    def _is_over(self, began: float, pause_s: float) -> bool:
        """Wait until the next try; True where none comes."""
        waited_s = time.monotonic() - began
        return waited_s + pause_s > self._limits.retry_within_s or self._ended.wait(pause_s)

    def _request(
        self,
        method: str,
        path: str,
        body: BaseModel | None = None,
        session: Session | None = None,
        params: Params | None = None,
        headers: Headers | None = None,
        timeout: httpx.Timeout | None = None,
    ) -> httpx.Request:
        told = dict(headers or {})
        if session is not None:
            told["Patron-Session"] = str(session.token)
        content = None
        if body is not None:
            told["Content-Type"] = "application/json"
            content = body.model_dump_json().encode()
        return self._client.build_request(
            method,
            path,
            content=content,
            params=dict(params or {}),
            headers=told,
            timeout=timeout or self._timeout,
        )

    def _once(self, request: httpx.Request) -> "_Outcome":
        is_safe = request.method in REPEATABLE
        try:
            response = self._client.send(request, stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            lost = unreached(error)  # nothing was sent
            return _Outcome(error=lost, may_repeat=not isinstance(lost, LineNotSecure))
        except httpx.HTTPError:
            return _Outcome(error=LineLost(), may_repeat=is_safe)
        except RuntimeError:  # the client is closed
            return _Outcome(error=LineLost())
        try:
            content = self._content(response)
        except httpx.HTTPError:
            return _Outcome(error=LineLost(), may_repeat=is_safe)
        finally:
            response.close()
        return _outcome(response, content, is_safe=is_safe)

    def _content(self, response: httpx.Response) -> bytes | None:
        """The answer's bytes; None where it comes too slowly or has no end."""
        until = time.monotonic() + self._limits.whole_s
        content = bytearray()
        for piece in response.iter_bytes():
            content += piece
            if time.monotonic() > until or len(content) > self._limits.largest_bytes:
                return None
        return bytes(content)


class _KioskKey(httpx.Auth):
    """The key may have been changed by another process: it is looked for before we give up."""

    def __init__(self, key: str, fresh: FreshKey | None) -> None:
        self._key = key
        self._fresh = fresh

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._key}"
        response = yield request
        if response.status_code == HTTPStatus.UNAUTHORIZED and self._has_changed(response):
            request.headers["Authorization"] = f"Bearer {self._key}"
            yield request

    def _has_changed(self, response: httpx.Response) -> bool:
        """Only where the kiosk was refused, not the patron: nothing was done yet."""
        problem = read_problem(response.headers.get("Content-Type", ""), response.read())
        if not isinstance(problem, KioskUnknown):
            return False
        used = self._key
        self.look_again()
        return self._key != used

    def look_again(self) -> None:
        """A key that cannot be read changes nothing."""
        if self._fresh is not None:
            with suppress(LibraryError):
                self._key = self._fresh()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one try: a value, so that no error carries the request along."""

    content: bytes = field(default=b"", repr=False)
    error: LibraryError | None = None
    may_repeat: bool = False


def _outcome(response: httpx.Response, content: bytes | None, *, is_safe: bool) -> _Outcome:
    status = response.status_code
    if content is None:
        return _Outcome(error=LineLost())
    if response.is_success:
        return _Outcome(content)
    error = read_problem(response.headers.get("Content-Type", ""), content)
    if error is None:
        error = ServiceBroken() if status >= HTTPStatus.INTERNAL_SERVER_ERROR else LineLost()
    return _Outcome(error=error, may_repeat=is_safe and status in PASSING)
