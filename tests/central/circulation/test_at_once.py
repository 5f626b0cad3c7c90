"""Several librarians and patrons at once: each deed is whole, and done once."""

from collections.abc import Callable
from threading import Barrier, Thread

from kiosk.domain.circulation import PutOnHoldShelf
from kiosk.domain.errors import LibraryError
from kiosk.domain.errors.circulation import AlreadyLent
from kiosk.domain.reservations import ReservationState
from tests.central.circulation.desk import HANAKO_CARD, TARO_CARD, Desk, item
from tests.central.small_library import BOTCHAN, HANAKO, MAIN, TARO


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """What each answered or raised, in the order in which they were given."""
    start = Barrier(len(deeds))
    answers: list[object] = [None] * len(deeds)

    def do(nth: int, deed: Callable[[], object]) -> None:
        start.wait()
        try:
            answers[nth] = deed()
        except LibraryError as error:
            answers[nth] = error

    threads = [Thread(target=do, args=(nth, deed)) for nth, deed in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_an_item_goes_to_one_of_two_counters(desk: Desk) -> None:
    answers = at_once(
        lambda: desk.lend(BOTCHAN, HANAKO_CARD), lambda: desk.lend(BOTCHAN, TARO_CARD)
    )
    assert sum(isinstance(each, AlreadyLent) for each in answers) == 1
    assert desk.loans == 1


def test_two_copies_that_come_back_serve_two_patrons(desk: Desk) -> None:
    copy = desk.copy(BOTCHAN)
    reserved = [desk.reserve(TARO, BOTCHAN), desk.reserve(HANAKO, BOTCHAN)]
    steps = at_once(
        lambda: desk.does.take_back(copy, MAIN), lambda: desk.does.take_back(item(BOTCHAN), MAIN)
    )
    places = {step.place for step in steps if isinstance(step, PutOnHoldShelf)}
    assert places == {"A-01", "A-02"}
    assert {desk.row(each).item_barcode for each in reserved} == {copy, item(BOTCHAN)}


def test_cancelled_while_it_is_fetched_it_is_one_or_the_other(desk: Desk) -> None:
    reservation = desk.reserve(TARO, BOTCHAN)
    at_once(
        lambda: desk.service.lending.cancel(TARO, reservation),
        lambda: desk.does.picked(item(BOTCHAN), MAIN),
    )
    is_held = desk.item(item(BOTCHAN)).hold_shelf != ""
    assert is_held == (desk.state(reservation) is ReservationState.READY)
