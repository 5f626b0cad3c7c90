"""Who may call what: each operation of the document is tried with each wrong proof.

A new operation is tried by itself; what needs less than kiosk and patron is named here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from fastapi import FastAPI

from kiosk.central.kiosks.access import KioskHere, PatronHere, ServiceHere
from kiosk.central.kiosks.app import make_app
from kiosk.central.kiosks.problems import documents
from kiosk.central.service import Service
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.channels import Channel
from kiosk.domain.errors import PasswordMustBeChosen, SessionEnded
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.titles import TitleId
from tests.central import small_library
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.kiosks.operations import Operation, dump, operations
from tests.central.small_library import BOTCHAN, HANAKO, KOKORO, MAIN, TARO, Counter

NEW = PatronId("new")
NEW_ID, NUMBER = "00000000-0000-4000-8000-0000000000aa", reservation_number(1, 2)
# Without any proof: whether it is well, whom to trust, and a code that lets a kiosk in once.
OPEN = {"GET /healthz", "GET /readyz", "GET /authority", "POST /enrolments"}
# For a kiosk, whoever stands there: signing in, copies of what hangs on every wall, calls for a
# librarian, itself, how long a title takes; and a reservation by its permit, which comes late.
OF_KIOSK = {
    "POST /sessions",
    "GET /ic-cards",
    "POST /ic-cards/sessions",
    "POST /my-number/challenges",
    "POST /my-number/sessions",
    "PUT /password-resets",
    "POST /password-resets",
    "PUT /reservations/{reservation}",
    "GET /records",
    "GET /availability",
    "GET /branches",
    "GET /calls/open",
    "PUT /calls/{call}",
    "GET /calls/{call}",
    "DELETE /calls/{call}",
    "PUT /kiosk/key",
    "PUT /kiosk/report",
    "GET /titles/{title}/waiting",
}
OVER_IS_OVER = "DELETE /session"  # ends what is over without a word
BEFORE_A_PASSWORD = {OVER_IS_OVER, "PUT /session/password"}  # rule L3


@dataclass(frozen=True, slots=True)
class Place:
    """A library in which Hanako stands at kiosk 001, and Taro has something."""

    service: Service
    app: FastAPI
    key: str
    other_key: str
    session: str
    theirs: dict[str, str]  # of Taro, or of the other kiosk

    def refusals(
        self, asked: Iterable[Operation], key: str | None, session: str | None
    ) -> dict[str, str]:
        """What each is answered: the problem's code, or the status; nothing may have changed."""
        caller, before, answers = Caller(self.app, key), dump(self.service.database), {}
        for each in asked:
            answer = caller.send(each.method, each.to(self.theirs), each.body, session)
            is_problem = answer.status_code >= 400
            answers[each.name] = answer.json()["code"] if is_problem else str(answer.status_code)
        assert dump(self.service.database) == before
        return answers


def others_than(answers: dict[str, str], expected: str) -> dict[str, str]:
    return {name: code for name, code in answers.items() if code != expected}


@pytest.fixture
def place(service: Service, app: FastAPI) -> Place:
    small_library.fill(service.database)
    with service.database.writing() as session:
        row = small_library.patron(NEW, "00000003")
        row.password_hash = None
        session.add(row)
    key, other_key = (service.kiosks.register(number, MAIN) for number in ("001", "002"))
    reserved = Counter(service.database, service.clock, service.policy).reserve(TARO, BOTCHAN)
    small_library.lend(service.database, KOKORO, TARO)
    call = "7d444840-9dc0-41d1-b245-5ffdce74fad2"
    Caller(app, other_key).put(f"/calls/{call}", {"place": "2階", "screen": "title"})
    theirs = {"reservation": reserved.answer.id, "loan": f"loan-{KOKORO}", "call": call}
    theirs |= {"title": BOTCHAN, "kind": "telephone"}
    return Place(service, app, key, other_key, open_session(service, HANAKO), theirs)


def open_session(service: Service, patron: PatronId, kiosk: str = "001") -> str:
    with service.database.session() as session:
        row = session.get_one(PatronRow, patron)
    return service.sessions.open(row, kiosk).token


def closed_to_strangers(app: FastAPI) -> list[Operation]:
    return [each for each in operations(app) if each.name not in OPEN]


def of_patrons(app: FastAPI) -> list[Operation]:
    return [each for each in closed_to_strangers(app) if each.name not in OF_KIOSK]


def test_the_document_says_what_each_operation_needs(app: FastAPI) -> None:
    found = operations(app)
    assert {each.name for each in found if not each.needs_key} == OPEN
    assert {each.name for each in found if each.needs_key and not each.needs_session} == OF_KIOSK


def test_without_the_kiosks_key_nothing_opens(place: Place) -> None:
    asked = closed_to_strangers(place.app)
    for key in (None, "", "wrong", place.session):
        assert others_than(place.refusals(asked, key, place.session), "kiosk_unknown") == {}


def test_a_key_that_was_replaced_or_revoked_opens_nothing(place: Place) -> None:
    asked = closed_to_strangers(place.app)
    place.service.kiosks.register("001", MAIN)
    place.service.kiosks.revoke("002")
    for key in (place.key, place.other_key):
        assert others_than(place.refusals(asked, key, place.session), "kiosk_unknown") == {}


@pytest.mark.parametrize("session", [None, "", "wrong"])
def test_without_a_session_nothing_of_a_patron_opens(place: Place, session: str | None) -> None:
    answers = place.refusals(of_patrons(place.app), place.key, session)
    allowed = {OVER_IS_OVER: "204"} if session else {}
    assert others_than(answers, "session_ended") == allowed


def test_a_session_opens_nothing_at_another_kiosk(place: Place) -> None:
    answers = place.refusals(of_patrons(place.app), place.other_key, place.session)
    assert others_than(answers, "session_ended") == {OVER_IS_OVER: "204"}


def test_a_session_that_was_ended_opens_nothing(place: Place) -> None:
    Caller(place.app, place.key).delete("/session", place.session)
    answers = place.refusals(of_patrons(place.app), place.key, place.session)
    assert others_than(answers, "session_ended") == {OVER_IS_OVER: "204"}


def test_a_session_whose_time_is_over_opens_nothing(place: Place, clock: TurnedClock) -> None:
    clock.turn(timedelta(minutes=place.service.policy.session.idle_minutes))
    asked = [each for each in of_patrons(place.app) if each.name != OVER_IS_OVER]
    answers = place.refusals(asked, place.key, place.session)
    assert others_than(answers, "session_ended") == {}


@pytest.mark.rule("L3")
def test_with_the_initial_password_nothing_opens_but_choosing_another(place: Place) -> None:
    asked = [each for each in of_patrons(place.app) if each.name not in BEFORE_A_PASSWORD]
    answers = place.refusals(asked, place.key, open_session(place.service, NEW))
    assert others_than(answers, "password_must_be_chosen") == {}


def of_somebody_else(place: Place, app: FastAPI) -> dict[str, str]:
    """What Hanako is answered about Taro's reservation and loan, and the other kiosk's call."""
    found: dict[str, str] = {}
    for part in ("reservation", "loan", "call"):
        asked = [each for each in operations(app) if each.names(part) and each.name not in MAKING]
        answers = place.refusals(asked, place.key, place.session)
        found |= others_than(answers, f"{part}_unknown")
    return found


MAKING = {"PUT /reservations/{reservation}", "PUT /calls/{call}"}  # the kiosk chooses the id


def test_of_another_patron_or_kiosk_nothing_is_told_or_changed(place: Place) -> None:
    assert of_somebody_else(place, place.app) == {}


def test_an_id_of_another_patrons_reservation_is_not_taken_over(place: Place) -> None:
    """Not with one's own permit either."""
    permit = permit_of(place, HANAKO, KOKORO)
    body = {"number": NUMBER, "permit": permit, "pickup": "main", "notice": "none"}
    before = dump(place.service.database)
    answer = Caller(place.app, place.key).put(to_reserve(place.theirs["reservation"]), body)
    assert answer.status_code >= 400
    assert dump(place.service.database) == before


def test_an_id_of_another_kiosks_call_is_not_taken_over(place: Place) -> None:
    [calling] = [each for each in operations(place.app) if each.name == "PUT /calls/{call}"]
    answers = place.refusals([calling], place.key, None)
    assert set(answers.values()) <= {"call_unknown", "number_not_accepted", "nothing_here"}


def to_reserve(reservation: str) -> str:
    return f"/reservations/{reservation}"


def permit_of(place: Place, patron: PatronId, title: TitleId) -> str:
    return str(place.service.lending.options(patron, title, "001", MAIN, Channel.KIOSK).permit)


def reserve(place: Place, key: str | None, permit: str, session: str | None = None) -> str:
    body = {"number": NUMBER, "permit": permit, "pickup": "main", "notice": "none"}
    answer = Caller(place.app, key).put(to_reserve(NEW_ID), body, session)
    return str(answer.json().get("code", answer.status_code))


def test_a_reservation_needs_the_kiosks_key_and_its_permit_but_no_session(place: Place) -> None:
    permit = permit_of(place, HANAKO, KOKORO)
    before = dump(place.service.database)
    assert reserve(place, None, permit) == "kiosk_unknown"
    assert reserve(place, place.other_key, permit) == "permit_ended"
    assert reserve(place, place.key, "", place.session) == "permit_ended"
    assert reserve(place, place.key, permit[:-4] + "AAAA", place.session) == "permit_ended"
    assert dump(place.service.database) == before
    assert reserve(place, place.key, permit) == "201"
    with place.service.database.session() as session:
        assert session.get_one(ReservationRow, NEW_ID).patron_id == HANAKO


@pytest.fixture
def planted(place: Place) -> FastAPI:
    """A copy of the application in which three guards were forgotten."""
    app, documented = make_app(place.service), documents(SessionEnded, PasswordMustBeChosen)

    @app.get("/planted/open", responses=documented)
    def without_guard(service: ServiceHere) -> str:
        return service.policy.library

    @app.get("/planted/kiosk", responses=documented)
    def without_session(service: ServiceHere, _kiosk: KioskHere) -> str:
        return service.policy.library

    @app.get("/planted/{reservation}", responses=documented)
    def of_anybody(service: ServiceHere, _signed: PatronHere, reservation: str) -> ItemState:
        with service.database.session() as session:
            session.get_one(ReservationRow, reservation)
        return ItemState.ON_SHELF

    return app


def test_a_route_whose_guard_was_forgotten_is_found(place: Place, planted: FastAPI) -> None:
    place = Place(place.service, planted, place.key, place.other_key, place.session, place.theirs)
    strangers = place.refusals(closed_to_strangers(planted), None, None)
    assert others_than(strangers, "kiosk_unknown") == {"GET /planted/open": "200"}
    at_kiosk = place.refusals(of_patrons(planted), place.key, None)
    assert set(others_than(at_kiosk, "session_ended")) == {
        "GET /planted/open",
        "GET /planted/kiosk",
    }
    assert of_somebody_else(place, planted) == {"GET /planted/{reservation}": "200"}
