"""That the certificate of a My Number card ends soon is told by e-mail, once."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from kiosk.central.jobs.certificates import MOST_AT_ONCE, tell_certificates
from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.my_number.credentials import bind as bind_in
from kiosk.central.service import Service
from kiosk.central.tables.notices import LetterRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.notices import LetterKind
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import MyNumberPolicy
from tests.central.clock import START, TurnedClock
from tests.central.small_library import HANAKO, TARO, patron

DAY = timedelta(days=1)
ENDS = START + 91 * DAY


def bind(
    library: Service, whose: PatronId = TARO, ends: datetime = ENDS, serial: str = "1a"
) -> None:
    Credentials(library.database).bind(whose, Credential("CN=test", serial, ends))


def letters(library: Service) -> list[LetterRow]:
    with library.database.session() as session:
        return list(session.scalars(select(LetterRow)))


def test_it_is_told_once_from_ninety_days_before(library: Service, clock: TurnedClock) -> None:
    bind(library)
    assert tell_certificates(library) == 0
    clock.turn(DAY)
    assert [tell_certificates(library) for _ in range(3)] == [1, 0, 0]
    [letter] = letters(library)
    assert (letter.kind, letter.to_address) == (LetterKind.CERTIFICATE_ENDS, "taro@example.jp")
    assert letter.facts == {"until": "2027-02-19"}


def test_the_same_card_bound_again_is_not_told_again(library: Service, clock: TurnedClock) -> None:
    bind(library)
    clock.turn(DAY)
    tell_certificates(library)
    bind(library)
    assert tell_certificates(library) == 0


def test_a_renewed_one_is_told_when_it_ends_in_its_turn(
    library: Service, clock: TurnedClock
) -> None:
    bind(library)
    clock.turn(DAY)
    tell_certificates(library)
    bind(library, ends=ENDS + 5 * 365 * DAY, serial="1b")
    assert tell_certificates(library) == 0
    clock.turn(5 * 365 * DAY)
    assert tell_certificates(library) == 1


def test_who_has_no_address_is_written_to_once_there_is_one(
    library: Service, clock: TurnedClock
) -> None:
    bind(library, HANAKO)
    clock.turn(DAY)
    assert tell_certificates(library) == 0
    with library.database.writing() as session:
        row = session.get_one(PatronRow, HANAKO)
        row.email = "hanako@example.jp"
    assert tell_certificates(library) == 0  # not confirmed
    with library.database.writing() as session:
        session.get_one(PatronRow, HANAKO).email_is_confirmed = True
    assert tell_certificates(library) == 1


def test_of_one_that_has_ended_nothing_is_told_any_more(
    library: Service, clock: TurnedClock
) -> None:
    bind(library)
    clock.turn(91 * DAY)
    assert tell_certificates(library) == 0


def test_a_library_that_takes_no_my_number_cards_tells_nothing(
    library: Service, clock: TurnedClock
) -> None:
    bind(library)
    clock.turn(DAY)
    policy = replace(library.policy, my_number=MyNumberPolicy())
    assert tell_certificates(replace(library, policy=policy)) == 0


def test_many_are_told_some_at_a_time(library: Service) -> None:
    many = [PatronId(f"many-{nth}") for nth in range(MOST_AT_ONCE + 1)]
    with library.database.writing() as session:
        session.add_all(
            patron(each, f"2{nth:07}", email="a@example.jp") for nth, each in enumerate(many)
        )
        session.flush()
        for nth, each in enumerate(many):
            credential = Credential("CN=test", f"{nth:x}", START + DAY)
            bind_in(session, each, credential, START)
    assert tell_certificates(library) == len(many)
    assert len(letters(library)) == len(many)
