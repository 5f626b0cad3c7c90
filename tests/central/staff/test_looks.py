"""Who looked at which patron is written down, shown to supervisors, and erased in time."""

from datetime import timedelta

import pytest

from kiosk.central.jobs.looks import erase_looks
from kiosk.central.service import Service
from kiosk.domain.errors import PatronUnknown
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.staff import LookPurpose, StaffNumber
from tests.central.clock import TurnedClock
from tests.central.small_library import HANAKO
from tests.central.staff.browser import CounterBrowser

LIBRARIAN = StaffNumber("7002")
CARD = CardNumber("00000001")


def test_a_look_says_who_at_whom_when_and_what_for(
    librarian: CounterBrowser, supervisor: CounterBrowser
) -> None:
    librarian.post("/patron", card=CARD, purpose="question")
    supervisor.open("/looks")
    assert "11月20日 10:00 棚橋 7002 7002 0000 ••01 質問" in supervisor.text


def test_the_looks_at_one_patron_are_found_by_the_card(
    librarian: CounterBrowser, supervisor: CounterBrowser
) -> None:
    librarian.post("/patron", card=CARD, purpose="question")
    librarian.post("/patron", card="00000002", purpose="question")
    supervisor.post("/looks", card="00000002")
    assert "••02" in supervisor.text
    assert "••01" not in supervisor.text
    supervisor.post("/looks", card="77777777")
    assert "この利用者カードは登録されていません" in supervisor.said()


def test_every_purpose_and_every_ten_minutes_are_a_look_of_their_own(
    service: Service, clock: TurnedClock
) -> None:
    service.staff.looks.by_card(LIBRARIAN, CARD, LookPurpose.LOAN)
    clock.turn(timedelta(minutes=9, seconds=59))
    service.staff.looks.again(LIBRARIAN, HANAKO, LookPurpose.LOAN)
    assert len(service.staff.looks.listed()) == 1
    service.staff.looks.again(LIBRARIAN, HANAKO, LookPurpose.RESERVATION)
    assert len(service.staff.looks.listed()) == 2
    clock.turn(timedelta(seconds=1))
    service.staff.looks.again(LIBRARIAN, HANAKO, LookPurpose.LOAN)
    assert len(service.staff.looks.listed()) == 3


def test_another_of_the_staff_looks_for_themselves(service: Service) -> None:
    for number in ("7002", "7003"):
        service.staff.looks.by_card(StaffNumber(number), CARD, LookPurpose.LOAN)
    assert {look.staff for look in service.staff.looks.listed()} == {"7002", "7003"}


def test_at_nobody_is_not_looked(service: Service) -> None:
    with pytest.raises(PatronUnknown):
        service.staff.looks.again(LIBRARIAN, PatronId("nobody"), LookPurpose.LOAN)
    assert service.staff.looks.listed() == ()


def test_looks_are_erased_after_the_days_of_the_policy(
    service: Service, clock: TurnedClock
) -> None:
    service.staff.looks.by_card(LIBRARIAN, CARD, LookPurpose.LOAN)
    clock.turn(timedelta(days=180) - timedelta(seconds=1))
    assert erase_looks(service) == 0
    clock.turn(timedelta(seconds=1))
    assert erase_looks(service) == 1
    assert service.staff.looks.listed() == ()


def test_whoever_left_is_still_named_in_the_record(
    librarian: CounterBrowser, supervisor: CounterBrowser
) -> None:
    librarian.post("/patron", card=CARD, purpose="question")
    supervisor.open("/staff")
    supervisor.post("/staff/let-go", number="7002")
    supervisor.open("/looks")
    assert "棚橋 7002" in supervisor.text
