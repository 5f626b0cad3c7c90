"""Two processes that are let go together, round after round, each with a database of its own."""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from uuid import UUID

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.lending.lending import Lending
from kiosk.central.lending.permits import Grant, Seal
from kiosk.central.storage.database import Database
from kiosk.domain.circulation import PutOnHoldShelf
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LibraryError
from kiosk.domain.patrons import CardNumber
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import ReservationId, Wish
from tests.central.clock import START, TurnedClock
from tests.central.racing.rounds import CDS, POLICY, SIDES, Race, barcode, card, patron, rounds_of
from tests.central.small_library import KIOSK, MAIN

Said = dict[tuple[Race, int], str]  # what one side was told in each round
WAITS_S = 60.0  # for the other side, on a machine that has much to do


def run(url: str, rounds: int) -> list[Said]:
    """What each side was told; the database is prepared."""
    context = get_context("forkserver")  # imports what it needs once, for all runs
    context.set_forkserver_preload([__name__])
    barrier = context.Barrier(SIDES)
    pipes = [context.Pipe(duplex=False) for _ in range(SIDES)]
    sides = [
        context.Process(target=_side, args=(url, side, rounds, barrier, sending), daemon=True)
        for side, (_, sending) in enumerate(pipes)
    ]
    for each in sides:
        each.start()
    for _, sending in pipes:
        sending.close()
    said: list[Said] = [receiving.recv() for receiving, _ in pipes]
    for each in sides:
        each.join()
    return said


def _side(url: str, side: int, rounds: int, barrier: Barrier, sending: Connection) -> None:
    database = Database(url)
    deeds = _Deeds(database, side)
    said: Said = {}
    for nth in range(rounds):
        for race, deed in deeds.of(nth).items():
            if nth >= rounds_of(race, rounds):
                continue
            barrier.wait(WAITS_S)
            said[race, nth] = _told(deed)
    sending.send(said)
    database.close()


def _told(deed: Callable[[], str]) -> str:
    try:
        return deed()
    except LibraryError as refused:
        return type(refused).__name__
    except Exception as broken:  # noqa: BLE001 - it is told, and is no answer of any race
        return repr(broken)


class _Deeds:
    """What one side does in a round."""

    def __init__(self, database: Database, side: int) -> None:
        self._circulation = Circulation(database, POLICY, TurnedClock())
        self._lending = Lending(database, POLICY, TurnedClock())
        self._seal = Seal.of(database)
        self._side = side

    def of(self, nth: int) -> dict[Race, Callable[[], str]]:
        side, wish = self._side, self._wish(nth)
        return {
            Race.LAST_ITEM: lambda: self._lend(card(nth, side), barcode(Race.LAST_ITEM, nth)),
            Race.LAST_LOAN: lambda: self._lend(card(nth, 2), barcode(Race.LAST_LOAN, nth, side)),
            Race.LAST_PLACE: lambda: self._reserve(wish),
            Race.ONE_ITEM: lambda: self._pick(barcode(Race.ONE_ITEM, nth)),
        }

    def _lend(self, number: str, item: str) -> str:
        self._circulation.lend(CardNumber(number), item)
        return "lent"

    def _reserve(self, wish: Wish) -> str:
        self._lending.reserve(KIOSK, wish)
        return "placed"

    def _pick(self, item: str) -> str:
        step = self._circulation.picked(item, MAIN)
        return f"for {step.reservation}" if isinstance(step, PutOnHoldShelf) else repr(step)

    def _wish(self, nth: int) -> Wish:
        count = 1_000 + 2 * nth + self._side
        grant = Grant(f"permit-{count}", KIOSK, patron(nth, 2), CDS[self._side], START)
        return Wish(
            ReservationId(str(UUID(int=10**9 + count))),
            reservation_number(int(KIOSK), count),
            self._seal.close(grant),
            MAIN,
            NoticeMethod.NONE,
        )
