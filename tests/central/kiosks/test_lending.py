"""Reserving over the line, as a kiosk does it."""

from threading import Barrier, Thread
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI

from kiosk.central.service import Service
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.titles import Material, TitleId
from kiosk.wire.lending import MyReservationsAnswer, OptionsAnswer, ReserveAnswer
from tests.central import small_library
from tests.central.caller import Caller
from tests.central.small_library import (
    BOTCHAN,
    ENCYCLOPEDIA,
    HANAKO,
    KOKORO,
    TARO,
    add_title,
    crowd,
    lend,
)

CDS = tuple(TitleId(f"cd-{nth}") for nth in range(11))


def signed(service: Service, patron: PatronId) -> str:
    with service.database.session() as session:
        row = session.get_one(PatronRow, patron)
    return service.sessions.open(row, "001").token


@pytest.fixture
def session(service: Service) -> str:
    """Hanako's, at kiosk 1."""
    small_library.fill(service.database)
    return signed(service, HANAKO)


def permit(kiosk: Caller, session: str, title: str = BOTCHAN) -> str:
    answer = kiosk.get(f"/titles/{title}/options", session)
    assert answer.status_code == 200
    return OptionsAnswer.model_validate_json(answer.content).permit


def wish(permit: str, count: int = 1, **other: object) -> dict[str, Any]:
    number = reservation_number(1, count)
    return {"number": number, "permit": permit, "pickup": "main", "notice": "none", **other}


def test_a_patron_reserves_looks_and_cancels(kiosk: Caller, session: str) -> None:
    address = f"/reservations/{uuid4()}"
    asked = wish(permit(kiosk, session), pickup="ijima", notice="missed_call")
    first = kiosk.put(address, asked)
    assert first.status_code == 201
    answer = ReserveAnswer.model_validate_json(first.content)
    assert (answer.position, answer.pickup.name) == (1, "伊島図書館")
    mine = MyReservationsAnswer.model_validate_json(kiosk.get("/reservations", session).content)
    [looked_at] = mine.reservations
    assert answer.waiting is not None
    assert looked_at == answer  # as it was told when reserving
    assert kiosk.delete(address, session).status_code == 204
    assert kiosk.delete(address, session).status_code == 204
    assert kiosk.get("/reservations", session).json() == {"reservations": []}


def test_a_repeat_has_the_first_answer_after_logout_too(kiosk: Caller, session: str) -> None:
    address, asked = f"/reservations/{uuid4()}", wish(permit(kiosk, session))
    first = kiosk.put(address, asked)
    kiosk.delete("/session", session)
    again = kiosk.put(address, asked)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()


def test_a_used_permit_is_refused(kiosk: Caller, session: str) -> None:
    used = permit(kiosk, session)
    kiosk.put(f"/reservations/{uuid4()}", wish(used))
    again = kiosk.put(f"/reservations/{uuid4()}", wish(used, 2))
    assert (again.status_code, again.json()["code"]) == (409, "permit_ended")


def test_a_kiosk_without_a_key_reserves_nothing(kiosk: Caller, app: FastAPI, session: str) -> None:
    asked = wish(permit(kiosk, session))
    assert Caller(app, None).put(f"/reservations/{uuid4()}", asked).status_code == 401


def test_another_kiosk_cannot_use_a_permit(
    kiosk: Caller, other_kiosk: Caller, session: str
) -> None:
    asked = wish(permit(kiosk, session), number=reservation_number(2, 1))
    assert other_kiosk.put(f"/reservations/{uuid4()}", asked).json()["code"] == "permit_ended"


def test_nothing_opens_before_a_password_is_chosen(
    kiosk: Caller, service: Service, session: str
) -> None:
    with service.database.writing() as writing:
        writing.get_one(PatronRow, HANAKO).password_hash = None
    for path in (f"/titles/{BOTCHAN}/options", "/reservations"):
        answer = kiosk.get(path, session)
        assert (answer.status_code, answer.json()["code"]) == (403, "password_must_be_chosen")


@pytest.mark.parametrize(
    ("title", "status", "code"),
    [
        ("nothing", 404, "title_unknown"),
        (ENCYCLOPEDIA, 409, "not_reservable"),
        (KOKORO, 409, "already_on_loan"),
    ],
)
def test_a_refusal_says_why(
    kiosk: Caller, service: Service, session: str, title: str, status: int, code: str
) -> None:
    lend(service.database, KOKORO, HANAKO)
    answer = kiosk.get(f"/titles/{title}/options", session)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.rule("R5")
def test_the_tenth_cd_is_granted_and_the_eleventh_refused(
    kiosk: Caller, service: Service, session: str
) -> None:
    for count, cd in enumerate(CDS, 1):
        add_title(service.database, cd, Material.CD, shelf_mark="C762")
        answer = kiosk.get(f"/titles/{cd}/options", session)
        if answer.status_code == 200:
            asked = wish(answer.json()["permit"], count)
            assert kiosk.put(f"/reservations/{uuid4()}", asked).status_code == 201
    assert answer.status_code == 409
    assert (answer.json()["limit"], answer.json()["group"]) == (10, "cd")
    assert len(kiosk.get("/reservations", session).json()["reservations"]) == 10


def test_an_id_that_is_none_is_not_understood(kiosk: Caller, session: str) -> None:
    for name in ("1", "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", f"{uuid4()}0"):
        answer = kiosk.put(f"/reservations/{name}", wish(permit(kiosk, session)))
        assert (answer.status_code, answer.json()["code"]) == (422, "request_not_understood")


def test_nobody_cancels_for_another(kiosk: Caller, service: Service, session: str) -> None:
    address = f"/reservations/{uuid4()}"
    kiosk.put(address, wish(permit(kiosk, session)))
    assert kiosk.delete(address, signed(service, TARO)).status_code == 404
    assert len(kiosk.get("/reservations", session).json()["reservations"]) == 1


def put_at_once(kiosk: Caller, asked: list[tuple[str, dict[str, Any]]]) -> list[tuple[int, Any]]:
    """Each PUT from a thread of its own, all let go together."""
    gate = Barrier(len(asked))
    answers: list[tuple[int, Any]] = []

    def put(address: str, body: dict[str, Any]) -> None:
        gate.wait()
        answer = kiosk.put(address, body)
        answers.append((answer.status_code, answer.json()))

    threads = [Thread(target=put, args=each) for each in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_the_same_request_twice_at_once_reserves_once(kiosk: Caller, session: str) -> None:
    same = (f"/reservations/{uuid4()}", wish(permit(kiosk, session)))
    answers = put_at_once(kiosk, [same, same])
    assert sorted(status for status, _ in answers) == [200, 201]
    assert answers[0][1] == answers[1][1]
    assert len(kiosk.get("/reservations", session).json()["reservations"]) == 1


@pytest.mark.rule("R5")
def test_two_for_the_last_place_of_a_quota_make_one(
    kiosk: Caller, service: Service, session: str
) -> None:
    for cd in CDS:
        add_title(service.database, cd, Material.CD, shelf_mark="C762")
    for count, cd in enumerate(CDS[:9], 1):
        kiosk.put(f"/reservations/{uuid4()}", wish(permit(kiosk, session, cd), count))
    last = [
        (f"/reservations/{uuid4()}", wish(permit(kiosk, session, cd), count))
        for count, cd in enumerate(CDS[9:], 10)
    ]
    answers = put_at_once(kiosk, last)
    assert sorted(status for status, _ in answers) == [201, 409]
    assert len(kiosk.get("/reservations", session).json()["reservations"]) == 10


@pytest.mark.rule("R9")
def test_a_rush_for_one_title_makes_one_queue(
    kiosk: Caller, service: Service, session: str
) -> None:
    asked = [
        (f"/reservations/{uuid4()}", wish(permit(kiosk, signed(service, patron)), count))
        for count, patron in enumerate(crowd(service.database, 8), 1)
    ]
    answers = put_at_once(kiosk, asked)
    assert sorted(answer["position"] for _, answer in answers) == list(range(1, 9))
    [change] = [
        each for each in kiosk.get("/availability").json()["changes"] if each["title"] == BOTCHAN
    ]
    assert change["waiting"] == 8
