"""Changing, cancelling and restoring over the line, as a kiosk does it."""

from typing import Any

import pytest

from kiosk.central.service import Service
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.titles import TitleId
from kiosk.wire.changing import ChangesAnswer
from kiosk.wire.lending import MyReservationsAnswer, ReserveAnswer
from tests.central import small_library
from tests.central.caller import Caller
from tests.central.small_library import BOTCHAN, FILM, HANAKO, TARO, Counter


def signed(service: Service, patron: PatronId) -> str:
    with service.database.session() as session:
        row = session.get_one(PatronRow, patron)
    return service.sessions.open(row, "001").token


@pytest.fixture
def session(service: Service) -> str:
    """Hanako's, at kiosk 1."""
    small_library.fill(service.database)
    return signed(service, HANAKO)


@pytest.fixture
def counter(service: Service, session: str) -> Counter:
    return Counter(service.database, service.clock, service.policy)


@pytest.fixture
def reservation(counter: Counter) -> str:
    return reserve(counter, BOTCHAN)


def reserve(counter: Counter, title: TitleId) -> str:
    """Hanako's, to be told by telephone."""
    return counter.reserve(HANAKO, title, notice=NoticeMethod.TELEPHONE).answer.id


def set_state(service: Service, reservation: str, state: ReservationState) -> None:
    with service.database.writing() as session:
        session.get_one(ReservationRow, ReservationId(reservation)).state = state


def choice(pickup: str = "east", notice: str = "none") -> dict[str, Any]:
    return {"pickup": pickup, "notice": notice}


@pytest.mark.rule("V1", "R2")
def test_a_patron_looks_at_the_choices_and_changes(
    kiosk: Caller, session: str, reservation: str
) -> None:
    path = f"/reservations/{reservation}/choices"
    offered = ChangesAnswer.model_validate_json(kiosk.get(path, session).content)
    assert [each.branch.id for each in offered.pickups] == ["main", "east", "ijima"]
    assert {each.method for each in offered.notices if not each.why_not} == {
        NoticeMethod.TELEPHONE,
        NoticeMethod.MISSED_CALL,
        NoticeMethod.NONE,
    }
    first = kiosk.put(path, choice(), session)
    changed = ReserveAnswer.model_validate_json(first.content)
    assert (first.status_code, changed.pickup.name, changed.can_change) == (200, "東分館", True)
    assert kiosk.put(path, choice(), session).json() == first.json()
    mine = MyReservationsAnswer.model_validate_json(kiosk.get("/reservations", session).content)
    assert mine.reservations == (changed,)


@pytest.mark.rule("R3", "R6")
def test_what_is_not_possible_is_refused_with_its_reason(
    kiosk: Caller, counter: Counter, session: str
) -> None:
    path = f"/reservations/{reserve(counter, FILM)}/choices"
    for asked, code in (
        (choice("ijima", "telephone"), "pickup_not_possible"),
        (choice("main", "fax"), "notice_not_possible"),
    ):
        answer = kiosk.put(path, asked, session)
        assert (answer.status_code, answer.json()["code"]) == (409, code)


@pytest.mark.rule("R3")
def test_a_kiosk_chooses_the_telephone_for_what_was_reserved_on_the_internet(
    kiosk: Caller, counter: Counter, session: str
) -> None:
    placed = counter.reserve(HANAKO, BOTCHAN, channel=Channel.INTERNET)
    path = f"/reservations/{placed.answer.id}/choices"
    answer = kiosk.put(path, choice("main", "telephone"), session)
    assert (answer.status_code, answer.json()["notice"]) == (200, "telephone")


@pytest.mark.rule("V1")
def test_what_is_on_its_way_is_closed(
    kiosk: Caller, service: Service, session: str, reservation: str
) -> None:
    set_state(service, reservation, ReservationState.IN_TRANSIT)
    path = f"/reservations/{reservation}/choices"
    for answer in (kiosk.get(path, session), kiosk.put(path, choice(), session)):
        assert (answer.status_code, answer.json()["code"]) == (409, "too_late_to_change")


@pytest.mark.rule("V1", "V2")
def test_what_is_cancelled_is_listed_and_can_be_taken_back(
    kiosk: Caller, session: str, reservation: str
) -> None:
    before = kiosk.get("/reservations", session).json()
    assert kiosk.delete(f"/reservations/{reservation}", session).status_code == 204
    [listed] = kiosk.get("/reservations/cancelled", session).json()["reservations"]
    assert (listed["id"], listed["state"]) == (reservation, "cancelled")
    assert listed["cancelled_at"] is not None
    path = f"/reservations/{reservation}/restoration"
    for _ in range(2):
        answer = kiosk.put(path, session=session)
        assert (answer.status_code, answer.json()) == (200, before["reservations"][0])
    assert kiosk.get("/reservations", session).json() == before
    assert kiosk.get("/reservations/cancelled", session).json() == {"reservations": []}


@pytest.mark.rule("R8")
def test_what_was_reserved_anew_is_not_restored(
    kiosk: Caller, counter: Counter, session: str, reservation: str
) -> None:
    kiosk.delete(f"/reservations/{reservation}", session)
    reserve(counter, BOTCHAN)
    answer = kiosk.put(f"/reservations/{reservation}/restoration", session=session)
    assert (answer.status_code, answer.json()["code"]) == (409, "already_reserved")


def test_nobody_changes_or_restores_for_another(
    kiosk: Caller, service: Service, reservation: str
) -> None:
    taros = signed(service, TARO)
    path = f"/reservations/{reservation}"
    for answer in (
        kiosk.get(f"{path}/choices", taros),
        kiosk.put(f"{path}/choices", choice(), taros),
        kiosk.put(f"{path}/restoration", session=taros),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "reservation_unknown")


@pytest.mark.parametrize(
    "asked", [None, {}, {"pickup": "east"}, choice(notice="pigeon"), {**choice(), "name": "x"}]
)
def test_what_is_no_choice_is_not_understood(
    kiosk: Caller, session: str, reservation: str, asked: Any
) -> None:
    answer = kiosk.put(f"/reservations/{reservation}/choices", asked, session)
    assert (answer.status_code, answer.json()["code"]) == (422, "request_not_understood")


@pytest.mark.rule("L3")
def test_nothing_opens_before_a_password_is_chosen(
    kiosk: Caller, service: Service, session: str, reservation: str
) -> None:
    with service.database.writing() as writing:
        writing.get_one(PatronRow, HANAKO).password_hash = None
    for answer in (
        kiosk.get("/reservations/cancelled", session),
        kiosk.get(f"/reservations/{reservation}/choices", session),
        kiosk.put(f"/reservations/{reservation}/choices", choice(), session),
        kiosk.put(f"/reservations/{reservation}/restoration", session=session),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "password_must_be_chosen")
