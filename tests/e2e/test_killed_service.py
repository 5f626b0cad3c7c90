"""`kill -9` of the real service at any moment: each reservation is there exactly once."""

import os
import random
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import pytest

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import CardOrPasswordWrong, LibraryError, LineLost
from kiosk.domain.patrons import CardNumber
from kiosk.domain.reservations import Options, Reservation
from kiosk.domain.searching import Query
from kiosk.services.central.accounts import CentralAccounts
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.limits import LineLimits
from kiosk.services.central.records import CentralRecords
from kiosk.services.central.reservations import CentralReservations
from kiosk.services.central.sender import WishSender
from kiosk.services.clock import SystemClock
from kiosk.services.file_lock import FileLock
from kiosk.services.kiosk_key import read_key
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.replica import Replica
from kiosk.settings import read_settings
from kiosk.supervisor.service import Service
from tests.e2e.conftest import Library

PATIENCE_S = 60.0
TURN_S = 0.02
PATRONS = {"01000002": "sakura2026", "01000003": "kamome1951", "01000004": "tanabata77"}
TITLES = 10
KILLS = 5
HASTY = LineLimits(connect_s=0.3, read_s=0.3, whole_s=0.5, tries=1)  # does not wait for a restart
MAIN = BranchId("main")


@dataclass(frozen=True, slots=True)
class Row:
    """A reservation as the service holds it."""

    number: str
    patron: str
    title: str
    place: int


class House:
    """The real service, kept running beside a kiosk's own clients."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.settings = read_settings(library.settings_file, {})
        command = [sys.executable, "-m", "kiosk", "central", "serve", "--beside-kiosk", "--quiet"]
        self.said: list[str] = []
        self.service = Service(
            [*command, *library.named], self.settings.socket, say=self.said.append
        )
        self._ended = threading.Event()
        self._keeper = threading.Thread(target=self._keep_running)
        self._keeper.start()
        clock = SystemClock(self.settings.zone)
        self.replica = Replica(self.settings.folder, MAIN)
        self.outbox = SqliteOutbox(self.settings.folder, 1)
        self.patient, self.hasty = self.line(LineLimits()), self.line(HASTY)
        self.reservations = {
            http: CentralReservations(http, self.outbox, self.replica, clock)
            for http in (self.patient, self.hasty)
        }

    def line(self, limits: LineLimits) -> CentralHttp:
        key = read_key(self.settings.kiosk_key_file)
        return CentralHttp.over_socket(self.settings.socket, key, limits)

    def _keep_running(self) -> None:
        while not self._ended.wait(TURN_S):
            self.service.keep_running()

    def kill(self) -> None:
        pid = self.service.pid
        if pid is not None:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    @contextmanager
    def killed_within(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self.kill)
        timer.start()
        yield
        timer.join()

    def until_answered(self) -> None:
        end = time.monotonic() + PATIENCE_S
        while True:
            with suppress(LibraryError):
                self.hasty.reach()
                return
            assert time.monotonic() < end, self.said

    def keep_no_longer(self) -> None:
        self._ended.set()
        self._keeper.join()

    def held(self) -> dict[str, Row]:
        """All reservations by id."""
        file = f"file:{self.library.data / 'central.sqlite'}?mode=ro"
        database = sqlite3.connect(file, uri=True)
        rows = database.execute("SELECT id, number, patron_id, title_id, place FROM reservation")
        held = {row[0]: Row(*row[1:]) for row in rows}
        database.close()
        return held

    def close(self) -> None:
        self.keep_no_longer()
        for http in (self.patient, self.hasty):
            http.close()
        self.outbox.close()
        self.replica.close()
        self.service.stop()


@pytest.fixture
def house(library: Library) -> Iterator[House]:
    house = House(library)
    try:
        house.until_answered()
        yield house
    finally:
        house.close()


def offers(house: House) -> list[Options]:
    """Thirty permits: three patrons for each of ten titles."""
    accounts, reservations = CentralAccounts(house.patient), house.reservations[house.patient]
    sessions = [accounts.sign_in(CardNumber(card), word) for card, word in PATRONS.items()]
    house.replica.refresh(CentralRecords(house.patient))
    granted: list[Options] = []
    for found in house.replica.search(Query(limit=60)).titles:
        with suppress(LibraryError):
            granted += [reservations.options(session, found.title.id) for session in sessions]
        del granted[len(granted) // 3 * 3 :]
        if len(granted) == TITLES * len(PATRONS):
            break
    return granted


def reserve(house: House, granted: list[Options]) -> list[Reservation]:
    """One after the other, while the service is killed now and then."""
    moments = random.Random(20261120)  # noqa: S311 - moments, not secrets
    struck = set(moments.sample(range(len(granted)), KILLS))
    told: list[Reservation] = []
    for number, options in enumerate(granted):
        http = house.hasty if number % 2 else house.patient
        ask = house.reservations[http].reserve
        if number in struck:
            house.until_answered()
            with house.killed_within(moments.uniform(0, 0.03)):
                told.append(ask(options, MAIN, NoticeMethod.NONE))
        else:
            told.append(ask(options, MAIN, NoticeMethod.NONE))
    return told


def send_what_was_kept(house: House) -> None:
    lock = FileLock(house.settings.folder / "sender.lock")
    sender = WishSender(house.patient, house.outbox, lock)
    house.until_answered()
    end = time.monotonic() + PATIENCE_S
    while not sender.send_waiting():
        assert time.monotonic() < end, "what was kept is not taken"


def test_a_service_killed_at_any_moment_has_each_reservation_exactly_once(house: House) -> None:
    granted = offers(house)
    assert len(granted) == TITLES * len(PATRONS)
    before = house.held()
    told = reserve(house, granted)
    send_what_was_kept(house)
    held = {key: row for key, row in house.held().items() if key not in before}

    assert {one.id: one.number for one in told} == {key: row.number for key, row in held.items()}
    assert [held[one.id].title for one in told] == [one.title for one in granted]
    assert house.outbox.waiting() == ()
    assert house.said
    assert set(house.said) == {"the central service ended with status -9"}
    check_order(told, held)


def check_order(told: list[Reservation], held: dict[str, Row]) -> None:
    """The queue is in the order of receipt; what was kept came after what was answered before."""
    last = 0
    for one in told:
        place = held[one.id].place
        assert place > last
        last = last if one.is_kept else place
    for title in {one.title for one in told}:
        queue = [one for one in told if one.title == title and not one.is_kept]
        positions = [one.position or 0 for one in queue]
        assert positions == sorted(set(positions))


def test_an_unknown_card_and_a_wrong_password_are_told_alike(house: House) -> None:
    accounts = CentralAccounts(house.patient)
    tries = (("01000002", "wrong2026"), ("99999999", "sakura2026"), ("", ""), ("１", "x" * 300))
    for card, password in tries:
        with pytest.raises(CardOrPasswordWrong) as wrong:
            accounts.sign_in(CardNumber(card), password)
        assert (str(wrong.value), wrong.value.args) == ("CardOrPasswordWrong", ())


def test_without_the_service_the_kiosk_says_so_in_time_and_searches_on(house: House) -> None:
    house.replica.refresh(CentralRecords(house.patient))
    known = house.replica.search(Query("猫"))
    assert known.total
    house.keep_no_longer()
    hung = house.service.pid
    assert hung is not None
    os.kill(hung, signal.SIGSTOP)  # takes calls, and answers none
    wakes = threading.Timer(PATIENCE_S, os.kill, (hung, signal.SIGCONT))
    wakes.start()
    check_silence(house)
    assert wakes.is_alive(), "the kiosk waited for the service instead of its own time limit"
    wakes.cancel()
    os.kill(hung, signal.SIGCONT)
    house.service.stop()
    check_silence(house)
    assert house.replica.search(Query("猫")) == known


def check_silence(house: House) -> None:
    with pytest.raises(LineLost):
        CentralAccounts(house.hasty).sign_in(CardNumber("01000002"), "sakura2026")
    with pytest.raises(LineLost):
        house.replica.refresh(CentralRecords(house.hasty))
