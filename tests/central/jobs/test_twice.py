"""Every job can be done twice, also by two at the same time: what is there is as after one."""

import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.central.backups.backups import Backups
from kiosk.central.backups.settings import BackupSettings
from kiosk.central.jobs.recurring import Recurring
from kiosk.central.jobs.schedule import TIMETABLE
from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.notices.letters import send_letter
from kiosk.central.policy_file import read_policy
from kiosk.central.service import Service, assemble
from kiosk.central.storage.database import Database
from kiosk.domain.card_changes import CardChange
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind
from kiosk.domain.reservations import ReservationId
from tests.central import small_library
from tests.central.circulation.desk import Desk, item
from tests.central.clock import TurnedClock
from tests.central.conftest import POLICIES
from tests.central.dumped import Dump, dumped
from tests.central.hashing import CountingHasher
from tests.central.small_library import (
    BOTCHAN,
    FILM,
    HANAKO,
    KIOSK,
    KOKORO,
    MAIN,
    SERENADE,
    TARO,
    lend,
)
from tests.filled import Filled

LATER = timedelta(days=70)
NIGHTLY = {each.job.__name__: each for each in TIMETABLE}


def lived_in(url: str) -> None:
    """A library with something for every job to do."""
    database, clock = Database(url), TurnedClock()
    policy = read_policy(POLICIES / "demonstration.toml")
    library = assemble(database, clock, policy, CountingHasher(), LocalTrust(()))
    small_library.fill(database)
    library.kiosks.register(KIOSK, MAIN)
    desk = Desk(library)
    desk.reserve(TARO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    cancelled = desk.reserve(HANAKO, FILM)
    library.lending.cancel(HANAKO, ReservationId(cancelled))
    desk.reserve(HANAKO, SERENADE)
    lend(library.database, KOKORO, HANAKO, date(2026, 12, 4))
    with library.database.writing() as session:
        address, now = "hanako@example.jp", clock.now()
        send_letter(session, LetterKind.TEST_EMAIL, address, Language.JAPANESE, now=now)
        library.welcome.changes.tell(session, HANAKO, CardChange.PASSWORD_SET)
    ends = now + LATER + timedelta(days=30)
    Credentials(library.database).bind(TARO, Credential("CN=test", "1a", ends))
    database.close()


@pytest.fixture
def sqlite_url(filled: Filled, tmp_path: Path) -> str:
    return filled.sqlite(lived_in, tmp_path)


@pytest.fixture
def postgresql_url(filled: Filled) -> Iterator[str]:
    yield from filled.postgresql(lived_in)


@pytest.fixture
def lived(service: Service, clock: TurnedClock) -> Service:
    """Everything's time is over."""
    clock.turn(LATER)
    return service


def after(does: Callable[[Service], object], lived: Service, url: str) -> tuple[Dump, Dump]:
    """What is there after doing it, and after doing it once more."""
    does(lived)
    once = dumped(url)
    does(lived)
    return once, dumped(url)


def at_once(each: Recurring, service: Service) -> list[int]:
    """Two threads that begin together; nothing of it may fail."""
    barrier, counts = threading.Barrier(2), list[int]()

    def do() -> None:
        barrier.wait()
        counts.append(each.job(service))

    threads = [threading.Thread(target=do) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts


@pytest.mark.parametrize("name", sorted(NIGHTLY))
def test_done_twice_it_is_as_done_once(lived: Service, database_url: str, name: str) -> None:
    once, twice = after(NIGHTLY[name].job, lived, database_url)
    assert once == twice


@pytest.mark.parametrize("name", sorted(NIGHTLY))
def test_done_by_two_at_once_it_is_as_done_once(
    lived: Service, database_url: str, name: str
) -> None:
    counts = at_once(NIGHTLY[name], lived)
    together = dumped(database_url)
    assert len(counts) == 2
    assert NIGHTLY[name].job(lived) == 0
    assert dumped(database_url) == together


def test_two_who_expire_at_once_end_each_reservation_once(
    lived: Service, database_url: str
) -> None:
    counts = at_once(NIGHTLY["expire_reservations"], lived)
    assert sorted(counts) == [0, 1]


def test_two_who_tell_at_once_that_a_certificate_ends_tell_it_once(lived: Service) -> None:
    assert sorted(at_once(NIGHTLY["tell_certificates"], lived)) == [0, 1]


def test_two_backups_at_once_leave_whole_files(
    lived: Service, database_url: str, tmp_path: Path
) -> None:
    settings = BackupSettings(folder=tmp_path / "backups")
    backups = Backups.of(database_url, settings, tmp_path)
    now = lived.clock.now()
    times = iter((now, now + timedelta(seconds=1)))

    def make(_service: Service) -> int:
        assert settings.folder is not None
        return len(backups.make(next(times), settings.folder)[1])

    assert len(at_once(Recurring(make, LATER), lived)) == 2
    assert len([backups.check(each.path) for each in backups.kept()]) == 2
