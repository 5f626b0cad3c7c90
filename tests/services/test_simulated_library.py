"""The simulated library keeps the rules that walks rely on."""

from collections.abc import Callable

import pytest

from kiosk.domain.contacts import NoticeMethod, WhyNot
from kiosk.domain.errors import (
    AlreadyReserved,
    CardGone,
    LastTryKept,
    LimitReached,
    LineLost,
    NotReservable,
    PaperOut,
    PinWrong,
    StaffDoorClosed,
    TriedTooOften,
)
from kiosk.domain.looks import Language
from kiosk.domain.patrons import Session
from kiosk.domain.reservations import Reservation
from kiosk.domain.searching import Query, Scope
from kiosk.services.simulated.kit import SimulatedLibrary, simulated_kit
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.reservations import SimulatedReservations
from kiosk.services.simulated.stock import BOTCHAN, CAT, CENTRAL_BRANCH, DICTIONARY, SYMPHONY


@pytest.fixture
def library() -> SimulatedLibrary:
    return SimulatedLibrary()


@pytest.fixture
def session(library: SimulatedLibrary) -> Session:
    return library.accounts.sign_in(CARD, PASSWORD)


def test_a_title_is_found_by_its_reading_without_spaces(library: SimulatedLibrary) -> None:
    for text in ("わがはいはねこ", "ワガハイ", "吾輩", "猫 夏目"):
        assert library.catalogue.search(Query(text)).titles == (CAT,)


def test_a_scope_shows_how_much_the_others_hold(library: SimulatedLibrary) -> None:
    found = library.catalogue.search(Query("夏目", scope=Scope.HERE))
    assert (found.counts.here, found.counts.all, found.counts.children) == (2, 3, 0)
    assert found.total == 2


def test_a_reservation_kept_while_the_line_is_down_is_placed_when_it_is_back(
    library: SimulatedLibrary, session: Session
) -> None:
    options = library.reservations.options(session, BOTCHAN.title.id)
    library.reservations.breaks_with(LineLost())
    kept = library.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)
    assert kept.is_kept
    assert not library.reservations.placed
    library.reservations.recovers()
    (placed,) = library.reservations.placed
    assert placed.id == kept.id
    assert not placed.is_kept


def test_what_is_reserved_is_not_offered_again(library: SimulatedLibrary, session: Session) -> None:
    options = library.reservations.options(session, BOTCHAN.title.id)
    library.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)
    with pytest.raises(AlreadyReserved):
        library.reservations.options(session, BOTCHAN.title.id)


def test_the_limit_says_how_many_and_of_what(library: SimulatedLibrary, session: Session) -> None:
    few = SimulatedReservations(library.accounts, library.catalogue, library.clock, limit=1)
    options = few.options(session, BOTCHAN.title.id)
    few.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)
    with pytest.raises(LimitReached) as reached:
        few.options(session, CAT.title.id)
    assert (reached.value.limit, reached.value.group) == (1, "book")
    assert few.options(session, SYMPHONY.title.id).left == 1


def test_what_is_read_here_only_is_not_reserved(
    library: SimulatedLibrary, session: Session
) -> None:
    with pytest.raises(NotReservable):
        library.reservations.options(session, DICTIONARY.title.id)


def test_the_small_branch_takes_no_music(library: SimulatedLibrary, session: Session) -> None:
    options = library.reservations.options(session, SYMPHONY.title.id)
    reasons = {pickup.branch.name: pickup.why_not for pickup in options.pickups}
    assert reasons["港南分館"] is WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL
    assert reasons["本館"] is None


def test_five_notices_are_offered_each_possible_or_with_its_reason(
    library: SimulatedLibrary, session: Session
) -> None:
    notices = library.reservations.options(session, BOTCHAN.title.id).notices
    assert [notice.method for notice in notices] == list(NoticeMethod)
    assert {notice.method: notice.why_not for notice in notices if notice.why_not} == {
        NoticeMethod.FAX: WhyNot.NO_FAX
    }


def test_a_wrong_pin_costs_a_try_and_the_last_one_is_kept(library: SimulatedLibrary) -> None:
    challenge = library.accounts.challenge()
    with pytest.raises(PinWrong) as wrong:
        library.my_number.prove("9999", challenge)
    assert wrong.value.tries_left == 2
    with pytest.raises(PinWrong):
        library.my_number.prove("9998", challenge)
    with pytest.raises(LastTryKept):
        library.my_number.prove("1234", challenge)
    library.my_number.taken_away()
    with pytest.raises(CardGone):
        library.my_number.tries_left()


def test_a_printer_without_paper_says_so(library: SimulatedLibrary, session: Session) -> None:
    slip = library.slips.reservation(_reserved(library, session), Language.JAPANESE)
    library.printer.runs_out_of_paper()
    with pytest.raises(PaperOut):
        library.printer.print(slip)
    library.printer.gets_paper()
    library.printer.print(slip)
    assert library.printer.printed == [slip]


def test_the_staff_door_closes_for_a_while_after_five_wrong_pins(library: SimulatedLibrary) -> None:
    for _ in range(5):
        with pytest.raises(StaffDoorClosed):
            library.staff_door.open("STAFF-0001", "0")
    with pytest.raises(TriedTooOften):
        library.staff_door.open("STAFF-0001", "246810")


def _reserved(library: SimulatedLibrary, session: Session) -> Reservation:
    options = library.reservations.options(session, BOTCHAN.title.id)
    return library.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)


@pytest.mark.parametrize(
    "call",
    [
        lambda library: library.catalogue.search(Query()),
        lambda library: library.accounts.sign_in(CARD, PASSWORD),
        lambda library: library.my_number.tries_left(),
        lambda library: library.sign.put_up(),
    ],
)
def test_anything_can_be_told_to_fail_and_to_recover(
    library: SimulatedLibrary, call: Callable[[SimulatedLibrary], object]
) -> None:
    parts = (library.catalogue, library.accounts, library.my_number, library.sign)
    for part in parts:
        part.breaks_with(LineLost(), times=1)
    with pytest.raises(LineLost):
        call(library)
    call(library)


def test_a_kit_takes_other_makes_by_name(library: SimulatedLibrary) -> None:
    assert simulated_kit(printer=library.printer).printer is library.printer
