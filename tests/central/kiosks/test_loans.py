"""Loans over the line, as a kiosk asks for them."""

from datetime import timedelta

import pytest
from fastapi import FastAPI

from kiosk.central.service import Service
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.patrons import PatronId
from kiosk.wire.loans import LoanAnswer, MyLoansAnswer
from tests.central import small_library
from tests.central.caller import Caller
from tests.central.small_library import BOTCHAN, FILM, HANAKO, KOKORO, TARO, TODAY, lend

TWO_WEEKS = timedelta(days=14)


def signed(service: Service, patron: PatronId) -> str:
    with service.database.session() as session:
        row = session.get_one(PatronRow, patron)
    return service.sessions.open(row, "001").token


@pytest.fixture
def session(service: Service) -> str:
    """Hanako's, at kiosk 1."""
    small_library.fill(service.database)
    return signed(service, HANAKO)


@pytest.mark.rule("N1", "N2")
def test_a_patron_looks_and_renews(kiosk: Caller, service: Service, session: str) -> None:
    lend(service.database, BOTCHAN, HANAKO, TODAY)
    mine = MyLoansAnswer.model_validate_json(kiosk.get("/loans", session).content)
    [loan] = mine.loans
    assert (loan.title_name, loan.due_on, loan.renewed_until) == (
        "坊っちゃん",
        TODAY,
        TODAY + TWO_WEEKS,
    )
    answer = kiosk.put(f"/loans/{loan.id}/renewal", session=session)
    assert answer.status_code == 200
    renewed = LoanAnswer.model_validate_json(answer.content)
    assert (renewed.due_on, renewed.is_renewed) == (TODAY + TWO_WEEKS, True)
    again = kiosk.put(f"/loans/{loan.id}/renewal", session=session)
    assert (again.status_code, again.json()) == (200, answer.json())


@pytest.mark.rule("N2", "N3", "E4")
def test_a_refusal_says_why_and_names_the_day(
    kiosk: Caller, service: Service, session: str
) -> None:
    lend(service.database, BOTCHAN, HANAKO, TODAY + timedelta(days=1))
    lend(service.database, FILM, HANAKO, TODAY)
    early = kiosk.put("/loans/loan-botchan/renewal", session=session)
    assert (early.status_code, early.json()["code"]) == (409, "not_renewable")
    assert (early.json()["reason"], early.json()["day"]) == ("not_yet", "2026-11-21")
    film = kiosk.put("/loans/loan-film/renewal", session=session)
    assert (film.json()["reason"], film.json()["day"]) == ("kind_not_renewable", "2026-11-20")


@pytest.mark.parametrize("loan", ["none", "a%2Fb", "借", "x" * 200])
def test_a_loan_that_there_is_not_is_unknown(kiosk: Caller, session: str, loan: str) -> None:
    answer = kiosk.put(f"/loans/{loan}/renewal", session=session)
    assert answer.status_code == 404


def test_an_id_that_no_loan_can_have_is_not_understood(kiosk: Caller, session: str) -> None:
    answer = kiosk.put(f"/loans/{'x' * 201}/renewal", session=session)
    assert (answer.status_code, answer.json()["code"]) == (422, "request_not_understood")


def test_nobody_sees_or_renews_what_another_has(
    kiosk: Caller, service: Service, session: str
) -> None:
    lend(service.database, KOKORO, TARO, TODAY)
    assert kiosk.get("/loans", session).json() == {"loans": []}
    answer = kiosk.put("/loans/loan-kokoro/renewal", session=session)
    assert (answer.status_code, answer.json()["code"]) == (404, "loan_unknown")


@pytest.mark.rule("L3")
def test_nothing_opens_without_a_session_or_before_a_password_is_chosen(
    kiosk: Caller, app: FastAPI, service: Service, session: str
) -> None:
    assert kiosk.get("/loans").json()["code"] == "session_ended"
    assert Caller(app, None).get("/loans", session).json()["code"] == "kiosk_unknown"
    with service.database.writing() as writing:
        writing.get_one(PatronRow, HANAKO).password_hash = None
    for answer in (kiosk.get("/loans", session), kiosk.put("/loans/x/renewal", session=session)):
        assert (answer.status_code, answer.json()["code"]) == (403, "password_must_be_chosen")


@pytest.mark.rule("N2")
def test_a_kiosk_says_which_due_date_the_patron_saw(
    kiosk: Caller, service: Service, session: str
) -> None:
    lend(service.database, BOTCHAN, HANAKO, TODAY)
    asked = {"due_on": TODAY.isoformat()}
    answers = [kiosk.put("/loans/loan-botchan/renewal", asked, session) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].content == answers[1].content
    odd = kiosk.put("/loans/loan-botchan/renewal", {"due_on": "tomorrow"}, session)
    assert odd.status_code == 422
