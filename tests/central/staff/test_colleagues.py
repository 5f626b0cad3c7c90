"""Who works here is let in, given another password, and let go by a supervisor."""

import pytest

from kiosk.central.service import Service
from kiosk.central.staff.colleagues import named
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import (
    BranchUnknown,
    LastSupervisor,
    StaffNumberTaken,
    StaffPasswordNotAllowed,
    StaffUnknown,
)
from kiosk.domain.staff import Role, StaffNumber
from tests.central.small_library import EAST, MAIN
from tests.central.staff.browser import CounterBrowser

NEW = {"number": "7009", "name": "新井 はじめ", "role": "counter", "branch": "east"}


def test_somebody_new_is_let_in_and_signs_in(
    supervisor: CounterBrowser, browser: CounterBrowser
) -> None:
    supervisor.open("/staff")
    supervisor.post("/staff", **NEW, password="hajimete-desu")
    assert "職員を登録しました" in supervisor.said()
    assert "7009 新井 はじめ カウンター 東分館" in supervisor.text
    assert browser.sign_in("7009", "hajimete-desu").url.path == "/"
    assert "東分館" in browser.text


@pytest.mark.parametrize("length", [8, 200])
def test_a_password_has_from_8_to_200_characters(service: Service, length: int) -> None:
    service.staff.colleagues.set_password(StaffNumber("7001"), "x" * length)
    assert service.staff.sign_in.sign_in(StaffNumber("7001"), "x" * length)


@pytest.mark.parametrize("length", [0, 7, 201])
def test_a_shorter_or_longer_password_is_refused(service: Service, length: int) -> None:
    with pytest.raises(StaffPasswordNotAllowed):
        service.staff.colleagues.set_password(StaffNumber("7001"), "x" * length)


def test_the_number_is_no_password(service: Service) -> None:
    with pytest.raises(StaffPasswordNotAllowed):
        service.staff.colleagues.add(named("12345678", "x", Role.COUNTER, MAIN), "12345678")


def test_a_number_is_given_once_and_never_again(service: Service) -> None:
    service.staff.colleagues.let_go(StaffNumber("7001"))
    with pytest.raises(StaffNumberTaken):
        service.staff.colleagues.add(named("7001", "x", Role.COUNTER, MAIN), "long enough")


def test_nobody_is_let_in_at_a_branch_that_there_is_not(service: Service) -> None:
    with pytest.raises(BranchUnknown):
        service.staff.colleagues.add(named("1", "x", Role.COUNTER, BranchId("moon")), "long enough")


def test_whoever_is_let_go_is_out_at_once(
    supervisor: CounterBrowser, librarian: CounterBrowser
) -> None:
    supervisor.open("/staff")
    supervisor.post("/staff/let-go", number="7002")
    assert librarian.open("/lend").url.path == "/sign-in"
    assert librarian.sign_in("7002", "tana-kara-tana").status_code == 401


def test_a_new_password_ends_what_was_open(
    supervisor: CounterBrowser, librarian: CounterBrowser
) -> None:
    supervisor.open("/staff")
    supervisor.post("/staff/password", number="7002", password="another one")
    assert librarian.open("/lend").url.path == "/sign-in"
    assert librarian.sign_in("7002", "another one").url.path == "/"


def test_the_last_supervisor_stays(service: Service, supervisor: CounterBrowser) -> None:
    with pytest.raises(LastSupervisor):
        service.staff.colleagues.let_go(StaffNumber("7003"))
    supervisor.open("/staff")
    supervisor.post("/staff/let-go", number="7003")
    assert "責任者がほかにいません" in supervisor.said()
    service.staff.colleagues.add(named("7004", "x", Role.SUPERVISOR, EAST), "long enough")
    service.staff.colleagues.let_go(StaffNumber("7003"))


def test_whom_nobody_knows_is_neither_let_go_nor_given_a_password(service: Service) -> None:
    with pytest.raises(StaffUnknown):
        service.staff.colleagues.let_go(StaffNumber("0"))
    with pytest.raises(StaffUnknown):
        service.staff.colleagues.set_password(StaffNumber("0"), "long enough")
