"""Simulated kiosks with patrons before them: a closed loop, with time to think or without."""

import asyncio
import time
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random

from benchmarks.central_filling import MAIN, PASSWORD, Size, card, title_id
from benchmarks.central_line import Answer, Line
from kiosk.domain.reservation_numbers import LAST_COUNT, count_of, reservation_number
from kiosk.domain.reservations import ReservationNumber

PATIENCE_S = 120.0  # for one answer
REFUSED = frozenset({403, 404, 409, 422})


class Call(StrEnum):
    SIGN_IN = "sign-in"
    OPTIONS = "options"
    RESERVE = "reserve"
    LIBRARY = "my library"
    SIGN_OUT = "sign-out"


@dataclass(slots=True)
class Seen:
    """Milliseconds of each call that was answered well; and what was not."""

    took_ms: dict[Call, list[float]] = field(default_factory=lambda: defaultdict(list))
    seconds: dict[Call, float] = field(default_factory=dict)  # how long each was called for
    refused: int = 0  # a title that this patron may not reserve
    failed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Permit:
    """What options hand out."""

    permit: str
    count: int  # the kiosk's number for the reservation


class Kiosk:
    """Its patrons are its own: nobody stands at two."""

    def __init__(self, number: int, line: Line, size: Size, of: int, seen: Seen) -> None:
        self._number, self._line, self._seen = number, line, seen
        self._size, self._of = size, of
        self._random = Random(number)  # noqa: S311 - nothing secret
        self._count = 0

    async def sign_in(self) -> str | None:
        patron = self._random.randrange(self._size.patrons // self._of) * self._of
        body = {"card": card(patron + self._number - 1), "password": PASSWORD}
        answer = await self._ask(Call.SIGN_IN, ("POST", "/sessions", body, ""))
        return str(answer.said["token"]) if answer else None

    async def options(self, session: str) -> Permit | None:
        title = title_id(self._title())
        asked = ("GET", f"/titles/{title}/options", None, session)
        answer = await self._ask(Call.OPTIONS, asked)
        if answer is None:
            return None
        last = answer.said["last_number"]
        used = count_of(ReservationNumber(last)) if last else 0
        self._count = max(self._count, used) % LAST_COUNT + 1
        return Permit(answer.said["permit"], self._count)

    async def reserve(self, granted: Permit) -> None:
        body = {
            "number": reservation_number(self._number, granted.count),
            "permit": granted.permit,
            "pickup": MAIN,
            "notice": "email",
        }
        await self._ask(Call.RESERVE, ("PUT", f"/reservations/{uuid.uuid4()}", body, ""))

    async def library(self, session: str) -> None:
        """The page asks for reservations and loans, one after the other: both are one call here."""
        both = [("GET", path, None, session) for path in ("/reservations", "/loans")]
        await self._ask(Call.LIBRARY, *both)

    async def sign_out(self, session: str) -> None:
        await self._ask(Call.SIGN_OUT, ("DELETE", "/session", None, session))

    async def wait_for_somebody(self, longest_s: float) -> None:
        await asyncio.sleep(self._random.uniform(0, longest_s))

    async def visit(self, think: Callable[[Random], float]) -> None:
        """One patron's: thinks, then asks."""

        async def thinking() -> None:
            await asyncio.sleep(think(self._random))

        await thinking()
        session = await self.sign_in()
        if session is None:
            return
        await thinking()
        permit = await self.options(session)
        await thinking()
        if permit is not None:
            await self.reserve(permit)
            await thinking()
        await self.library(session)
        await thinking()
        await self.sign_out(session)

    def _title(self) -> int:
        """One wish in five is for what many wait for."""
        size = self._size
        if self._random.random() < 0.2:
            return size.titles // 100 + self._random.randrange(size.wanted)
        return self._random.randrange(size.titles)

    async def _ask(self, call: Call, *calls: tuple[str, str, object, str]) -> Answer | None:
        took_ms = 0.0
        for method, path, body, session in calls:
            assert body is None or isinstance(body, dict), "a body is JSON"
            try:
                async with asyncio.timeout(PATIENCE_S):
                    answer = await self._line.ask(method, path, body, session)
            except (OSError, asyncio.IncompleteReadError) as error:
                self._line.close()
                self._seen.failed.append(f"{call}: {type(error).__name__}")
                return None
            took_ms += answer.took_ms
            if answer.status >= 300:
                self._note(call, answer)
                return None
        self._seen.took_ms[call].append(took_ms)
        return answer

    def _note(self, call: Call, answer: Answer) -> None:
        if call in {Call.OPTIONS, Call.RESERVE} and answer.status in REFUSED:
            self._seen.refused += 1
        else:
            self._seen.failed.append(f"{call}: {answer.status} {answer.said}")


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many kiosks at one service."""

    socket: Path
    keys: Sequence[str]
    size: Size

    def visits(self, seconds: float, think_s: tuple[float, float]) -> Seen:
        """Every kiosk has one patron after the other until the time is over."""

        async def until_over() -> Seen:
            end = time.monotonic() + seconds
            async with self._kiosks() as (kiosks, seen):
                began = time.monotonic()
                await _all(kiosks, lambda kiosk: _visiting(kiosk, end, think_s))
                seen.seconds = dict.fromkeys(Call, time.monotonic() - began)
            return seen

        return asyncio.run(until_over())

    def saturating(self, seconds: float, each: int) -> Seen:
        """One call after the other from all at once, nobody thinks: what the service can do.

        Each call for so many seconds at most, and so often for each patron at most; there are
        two patrons at a kiosk, for a rule ends what one of them may reserve.
        """

        async def all_calls() -> Seen:
            async with self._kiosks() as (kiosks, seen):
                await _Saturation(kiosks, seen, seconds, each).run()
            return seen

        return asyncio.run(all_calls())

    @asynccontextmanager
    async def _kiosks(self) -> AsyncIterator[tuple[list[Kiosk], Seen]]:
        seen = Seen()
        lines = [Line(self.socket, key) for key in self.keys]
        numbered = enumerate(lines, start=1)
        of = len(lines)
        yield [Kiosk(number, line, self.size, of, seen) for number, line in numbered], seen
        for line in lines:
            line.close()


class _Saturation:
    """The calls in turn; each needs what the one before gave."""

    def __init__(self, kiosks: list[Kiosk], seen: Seen, seconds: float, each: int) -> None:
        self._kiosks, self._seen = kiosks, seen
        self._seconds, self._each = seconds, each
        self._sessions: dict[Kiosk, list[str]] = defaultdict(list)
        self._permits: dict[Kiosk, list[Permit]] = defaultdict(list)

    async def run(self) -> None:
        await self._timed(Call.SIGN_IN, self._sign_in)
        await self._timed(Call.OPTIONS, self._options)
        await self._timed(Call.RESERVE, self._reserve)
        await self._timed(Call.LIBRARY, self._library)

    async def _timed(self, call: Call, deed: Callable[[Kiosk, float], Awaitable[None]]) -> None:
        began = time.monotonic()
        await _all(self._kiosks, lambda kiosk: deed(kiosk, began + self._seconds))
        self._seen.seconds[call] = time.monotonic() - began

    async def _sign_in(self, kiosk: Kiosk, _end: float) -> None:
        for _ in range(2):
            session = await kiosk.sign_in()
            if session is not None:
                self._sessions[kiosk].append(session)

    async def _options(self, kiosk: Kiosk, end: float) -> None:
        for session in self._sessions[kiosk]:
            for _ in range(self._each):
                permit = await kiosk.options(session) if time.monotonic() < end else None
                if permit is not None:
                    self._permits[kiosk].append(permit)

    async def _reserve(self, kiosk: Kiosk, end: float) -> None:
        for permit in self._permits[kiosk]:
            if time.monotonic() < end:
                await kiosk.reserve(permit)

    async def _library(self, kiosk: Kiosk, end: float) -> None:
        for session in self._sessions[kiosk]:
            for _ in range(self._each):
                if time.monotonic() < end:
                    await kiosk.library(session)


async def _all(kiosks: list[Kiosk], deed: Callable[[Kiosk], Awaitable[None]]) -> None:
    await asyncio.gather(*(deed(kiosk) for kiosk in kiosks))


async def _visiting(kiosk: Kiosk, end: float, think_s: tuple[float, float]) -> None:
    """The first patrons come spread over the time of a visit: nobody opens all doors at once."""
    await kiosk.wait_for_somebody(len(Call) * sum(think_s) / 2)
    while time.monotonic() < end:
        await kiosk.visit(lambda random: random.uniform(*think_s))
