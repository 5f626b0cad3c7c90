"""What is left of sign-ins goes when its time is over, not a moment before."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from kiosk.central.jobs.sign_ins import erase_sign_ins
from kiosk.central.service import Service
from kiosk.central.storage.database import Database
from kiosk.central.tables.details import CodePurpose, CodeRow
from kiosk.central.tables.guessing import FailedTryRow, GuardRow
from kiosk.central.tables.kiosks import ChallengeRow, PatronSessionRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.row import Row
from kiosk.domain.errors import SessionEnded
from kiosk.domain.patrons import CardNumber
from tests.central.clock import TurnedClock
from tests.central.small_library import HANAKO, KIOSK

SECOND = timedelta(seconds=1)
CARD = CardNumber("00000001")


def left(service: Service, kind: type[Row]) -> int:
    with service.database.session() as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


def add_session(service: Service, name: str, ends_in: timedelta) -> None:
    ends_at = service.clock.now() + ends_in
    row = PatronSessionRow(
        token_hash=name,
        patron_id=HANAKO,
        kiosk_number=KIOSK,
        expires_at=ends_at,
        ends_at=service.clock.now() + timedelta(hours=1),
    )
    with service.database.writing() as session:
        session.add(row)


def sessions(service: Service) -> set[str]:
    with service.database.session() as session:
        return set(session.scalars(select(PatronSessionRow.token_hash)))


def test_a_session_that_ends_now_or_ended_is_erased_and_one_that_goes_on_stays(
    library: Service,
) -> None:
    add_session(library, "ended a second ago", -SECOND)
    add_session(library, "ends now", timedelta())
    add_session(library, "ends in a second", SECOND)
    assert erase_sign_ins(library) == 2
    assert sessions(library) == {"ends in a second"}


def test_whoever_is_still_signed_in_stays_so(library: Service, clock: TurnedClock) -> None:
    with library.database.session() as session:
        patron = session.get_one(PatronRow, HANAKO)
    opened = library.sessions.open(patron, KIOSK)
    idle = timedelta(minutes=library.policy.session.idle_minutes)
    clock.turn(idle - SECOND)
    assert erase_sign_ins(library) == 0
    assert library.sessions.find(opened.token, KIOSK).patron == HANAKO
    clock.turn(idle)
    assert erase_sign_ins(library) == 1
    with pytest.raises(SessionEnded):
        library.sessions.find(opened.token, KIOSK)


def test_a_challenge_can_be_signed_until_it_is_over(library: Service, clock: TurnedClock) -> None:
    library.my_number.proofs.challenges.new(KIOSK)
    clock.turn(timedelta(minutes=5) - SECOND)
    assert erase_sign_ins(library) == 0
    clock.turn(SECOND)
    assert erase_sign_ins(library) == 1
    assert left(library, ChallengeRow) == 0


def test_a_wrong_try_is_kept_as_long_as_it_counts(library: Service, clock: TurnedClock) -> None:
    library.passwords.attempts.begin(CARD, KIOSK)
    clock.turn(library.policy.attempts.within)
    assert erase_sign_ins(library) == 2  # the guards, of the card and of the kiosk
    clock.turn(library.policy.attempts.remembered - library.policy.attempts.within - SECOND)
    assert erase_sign_ins(library) == 0
    clock.turn(SECOND)
    assert erase_sign_ins(library) == 1
    assert left(library, FailedTryRow) == left(library, GuardRow) == 0


def test_a_try_that_was_not_looked_at_is_erased_sooner(
    library: Service, clock: TurnedClock
) -> None:
    per_card = library.policy.attempts.per_card
    for place in range(per_card + 1):
        library.passwords.attempts.begin(CARD, f"{place}")
    clock.turn(library.policy.attempts.within)
    erase_sign_ins(library)
    assert left(library, FailedTryRow) == per_card


def test_erasing_twice_erases_no_more(library: Service) -> None:
    add_session(library, "over", -SECOND)
    add_session(library, "goes on", SECOND)
    assert [erase_sign_ins(library), erase_sign_ins(library)] == [1, 0]
    assert sessions(library) == {"goes on"}


def test_two_services_that_erase_at_once_erase_each_row_once(library: Service) -> None:
    for nth in range(50):
        add_session(library, f"over {nth}", -SECOND)
    counted: list[int] = []
    together = Barrier(2)

    def erase() -> None:
        together.wait()
        counted.append(erase_sign_ins(library))

    both = [Thread(target=erase) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(counted) == [0, 50]


def test_an_empty_database_has_nothing_to_erase(service: Service, database: Database) -> None:
    assert erase_sign_ins(service) == 0


def test_the_address_of_a_code_goes_with_the_code(library: Service) -> None:
    for purpose, good_for in tuple(zip(CodePurpose, (SECOND, -SECOND), strict=True)):
        row = CodeRow(
            patron_id=HANAKO,
            purpose=purpose,
            address="hanako@example.jp",
            code_hash="0",
            sent_at=library.clock.now(),
            expires_at=library.clock.now() + good_for,
        )
        with library.database.writing() as session:
            session.add(row)
    assert erase_sign_ins(library) == 1
    assert left(library, CodeRow) == 1
