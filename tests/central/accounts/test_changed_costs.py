"""A library lets hashes cost more: each password is hashed anew when its owner next signs in."""

from dataclasses import replace

import pytest

from kiosk.central.kiosks.app import make_app
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.service import Service, assemble
from kiosk.central.staff.colleagues import named
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.staff import StaffRow
from kiosk.domain.errors import CardOrPasswordWrong
from kiosk.domain.patrons import PatronId
from kiosk.domain.staff import Role, StaffNumber
from tests.central.caller import Caller
from tests.central.conftest import BRANCH
from tests.central.hashing import CountingHasher
from tests.central.patrons import CARD, INITIAL, NEW_CARD, PASSWORD, sign_in

KIOSK = "001"
STAFF, STAFF_PASSWORD = StaffNumber("7001"), "tana-kara-tana"


@pytest.fixture
def dearer() -> CountingHasher:
    return CountingHasher(passes=2)


@pytest.fixture
def later(service: Service, dearer: CountingHasher) -> Service:
    """The same library, started anew with other costs."""
    service.kiosks.register(KIOSK, BRANCH)
    passwords = replace(service.passwords, hasher=dearer)
    return replace(service, passwords=passwords)


def hash_of(service: Service, patron: str = "p1") -> str | None:
    with service.database.session() as session:
        return session.get_one(PatronRow, PatronId(patron)).password_hash


@pytest.mark.rule("L7")
def test_the_right_password_costs_one_verification_and_is_hashed_anew_once(
    later: Service, dearer: CountingHasher
) -> None:
    before = hash_of(later)
    later.passwords.sign_in(CARD, PASSWORD, KIOSK)
    assert dearer.verifications == 1
    anew = hash_of(later)
    assert anew != before
    assert dearer.matches(anew, PASSWORD)
    later.passwords.sign_in(CARD, PASSWORD, KIOSK)
    assert hash_of(later) == anew


def test_at_the_same_costs_it_stays(service: Service) -> None:
    service.kiosks.register(KIOSK, BRANCH)
    before = hash_of(service)
    service.passwords.sign_in(CARD, PASSWORD, KIOSK)
    assert hash_of(service) == before


@pytest.mark.rule("L7")
def test_a_wrong_password_changes_no_hash_and_costs_one_verification(
    later: Service, dearer: CountingHasher
) -> None:
    before = hash_of(later)
    with pytest.raises(CardOrPasswordWrong):
        later.passwords.sign_in(CARD, "momiji2026", KIOSK)
    assert hash_of(later) == before
    assert dearer.verifications == 1


@pytest.mark.rule("L2")
def test_who_still_has_the_first_password_gets_no_hash(later: Service) -> None:
    later.passwords.sign_in(NEW_CARD, INITIAL, KIOSK)
    assert hash_of(later, "p2") is None


def test_who_is_signed_in_by_then_stays_so(later: Service) -> None:
    """It is the same password: no session ends, and nobody is told of a change."""
    app = make_app(later)
    kiosk = Caller(app, later.kiosks.register(KIOSK, BRANCH))
    session = sign_in(kiosk)
    assert kiosk.get("/loans", session).status_code == 200


def test_staff_have_theirs_hashed_anew_too(
    service: Service, later: Service, dearer: CountingHasher
) -> None:
    with service.database.writing() as session:
        session.add(BranchRow(id=BRANCH, name="港図書館", rank=1))
    somebody = named(STAFF, "棚橋 志保", Role.COUNTER, BRANCH)
    service.staff.colleagues.add(somebody, STAFF_PASSWORD)
    before = staff_hash(service)
    where = (service.database, service.clock, service.policy)
    started = assemble(*where, dearer, LocalTrust(()))
    started.staff.sign_in.sign_in(STAFF, STAFF_PASSWORD)
    assert staff_hash(service) != before
    assert dearer.matches(staff_hash(service), STAFF_PASSWORD)


def staff_hash(service: Service) -> str:
    with service.database.session() as session:
        return session.get_one(StaffRow, STAFF).password_hash
