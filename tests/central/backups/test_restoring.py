"""A backup becomes the library again; what its time was over for does not come back."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.central.backups.backups import Backups
from kiosk.central.backups.errors import BackupUnusable, RestoreRefused
from kiosk.central.backups.restoring import restore
from kiosk.central.backups.settings import BackupSettings
from kiosk.central.jobs.erasing import erase_again
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.notices.letters import send_letter
from kiosk.central.service import Service, assemble
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.central.tables.notices import LetterRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind, NoticeState
from kiosk.domain.reservations import ReservationId
from tests.central import small_library
from tests.central.clock import TurnedClock
from tests.central.dumped import dumped
from tests.central.hashing import CountingHasher
from tests.central.small_library import HANAKO

# Rights and work of the day on which it was made; the name of the kiosks' copies.
OF_ITS_DAY = ("patron_session", "staff_session", "challenge", "code", "job", "deliverer")
RENEWED = ("letter", "notice", "installation")


def of_empty(url: str, backups: Backups) -> Backups:
    return Backups.of(url, BackupSettings(folder=backups.settings.folder), backups.work)


def brought_back(service: Service, file: Path, backups: Backups, url: str) -> Database:
    there = of_empty(url, backups)
    restore(file, Backups(there.kind, there.settings, there.work, backups.key), url)
    return Database(url)


@pytest.mark.parametrize("kind", ["backups", "sealing_backups"])
def test_what_is_restored_is_what_was_backed_up(
    library: Service, database_url: str, empty_url: str, kind: str, request: pytest.FixtureRequest
) -> None:
    backups: Backups = request.getfixturevalue(kind)
    assert backups.settings.folder is not None
    file, _ = backups.make(library.clock.now(), backups.settings.folder)
    wanted = dumped(database_url, besides=(*OF_ITS_DAY, *RENEWED))
    small_library.crowd(library.database, 3)  # came after it
    brought_back(library, file, backups, empty_url).close()
    assert dumped(empty_url, besides=(*OF_ITS_DAY, *RENEWED)) == wanted
    assert list(backups.work.iterdir() if backups.work.exists() else ()) == []


def test_a_database_that_is_prepared_but_empty_is_filled_too(
    library: Service, backups: Backups, folder: Path, empty_url: str
) -> None:
    file, _ = backups.make(library.clock.now(), folder)
    migrate(empty_url)
    there = of_empty(empty_url, backups)
    assert restore(file, there, empty_url).of_patrons["patron"] == 2


def test_a_database_with_anything_in_it_is_left_alone(
    library: Service, backups: Backups, folder: Path, database_url: str
) -> None:
    file, _ = backups.make(library.clock.now(), folder)
    library.database.close()
    before = dumped(database_url)
    with pytest.raises(RestoreRefused) as told:
        restore(file, backups, database_url)
    assert "there are rows in" in "".join(told.value.__notes__)
    assert dumped(database_url) == before


def test_a_broken_backup_fills_nothing(
    library: Service, backups: Backups, folder: Path, empty_url: str
) -> None:
    file, _ = backups.make(library.clock.now(), folder)
    file.write_bytes(file.read_bytes()[:-5000])
    there = of_empty(empty_url, backups)
    with pytest.raises(BackupUnusable):
        restore(file, there, empty_url)
    good, _ = backups.make(library.clock.now() + timedelta(hours=1), folder)
    restore(good, there, empty_url)


def test_nobody_restores_under_a_service_that_runs(
    library: Service, backups: Backups, folder: Path, postgresql_url: str
) -> None:
    file, _ = backups.make(library.clock.now(), folder)
    running = Database(postgresql_url)
    with running.session() as session:
        session.scalar(select(1))
        with pytest.raises(RestoreRefused) as told:
            Backups.of(postgresql_url, backups.settings, backups.work).kind.fill(file)
    assert "end every service" in "".join(told.value.__notes__)
    running.close()


def test_what_may_have_been_sent_since_is_not_sent_again(
    library: Service, backups: Backups, folder: Path, empty_url: str
) -> None:
    with library.database.writing() as session:
        address, language = "hanako@example.jp", Language.JAPANESE
        now = library.clock.now()
        send_letter(session, LetterKind.TEST_EMAIL, address, language, now=now)
    file, _ = backups.make(library.clock.now(), folder)
    there = brought_back(library, file, backups, empty_url)
    with there.session() as session:
        row = session.scalars(select(LetterRow)).one()
    assert (row.state, row.to_address) == (NoticeState.UNCERTAIN, None)
    there.close()


def test_kiosks_load_their_copies_anew(
    library: Service, backups: Backups, folder: Path, empty_url: str
) -> None:
    before = library.feed.records(0, 1).numbering
    file, _ = backups.make(library.clock.now(), folder)
    there = service_on(brought_back(library, file, backups, empty_url), library, TurnedClock())
    assert there.feed.records(0, 1).numbering != before
    there.database.close()


def test_what_was_over_since_is_erased_again_before_anybody_is_served(
    library: Service, backups: Backups, folder: Path, empty_url: str, clock: TurnedClock
) -> None:
    [reservation] = reservations(library.database)
    library.lending.cancel(HANAKO, reservation)
    file, _ = backups.make(clock.now(), folder)
    database = brought_back(library, file, backups, empty_url)
    assert reservations(database) == [reservation]
    clock.turn(timedelta(days=31))
    erased = erase_again(service_on(database, library, clock))
    assert erased["erase_cancelled"] == 1
    assert reservations(database) == []
    database.close()


def service_on(database: Database, like: Service, clock: TurnedClock) -> Service:
    return assemble(database, clock, like.policy, CountingHasher(), LocalTrust(()))


def reservations(database: Database) -> list[ReservationId]:
    with database.session() as session:
        return list(session.scalars(select(ReservationRow.id)))
