"""What a patron would type, where a call made up at random could only be refused."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from schemathesis import Case

from kiosk.central.accounts.secrets import hash_of
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.wire.signing_in import ProofRequest
from tests.central.contract.library import (
    BORROWER,
    BRANCH,
    CHANGING,
    FORGETFUL,
    IC_NUMBER,
    KIOSK,
    NEW,
    PASSWORD,
    READER,
    KnownLibrary,
)

LEFT_AS_MADE_UP = 4  # every fourth call
BETWEEN = timedelta(minutes=5)  # calls: nobody asks for letters too often


class Hands:
    """Fill in calls with what is known, and leave some of them as they were made up."""

    def __init__(self, library: KnownLibrary) -> None:
        self._library = library
        self._titles = library.titles()
        self._calls = count(1)
        self._numbers = count(1)
        self._password = "machiko33"
        self._bodies: dict[str, Callable[[Any], Any]] = {
            "POST /sessions": lambda _: {"card": READER, "password": PASSWORD},
            "POST /ic-cards/sessions": lambda _: {"number": IC_NUMBER, "password": PASSWORD},
            "PUT /session/ic-card": lambda _: {"number": IC_NUMBER},
            "PUT /session/password": lambda _: {"password": "atarashii2026"},
            "POST /my-number/sessions": self._proof,
            "PUT /session/my-number": self._proof,
            "PUT /reservations/{reservation}": self._wish,
            "PUT /reservations/{reservation}/choices": lambda _: _CHOICE,
            "PUT /details/email": lambda _: {"address": "a@example.jp", "language": "ja"},
            "PUT /details/email/confirmation": lambda _: self._code(),
            "PUT /details/{kind}": lambda _: {"number": "086-555-0123"},
            "PUT /session/password/change": self._change,
            "POST /enrolments": self._enrolment,
            "POST /password-resets": lambda _: {"card": FORGETFUL, "language": "ja"},
            "PUT /password-resets": self._reset,
        }

    def take(self, case: Case[Any]) -> None:
        """Sign the call, and fill it in."""
        label = case.operation.label
        self._library.clock.turn(BETWEEN)
        case.headers["Authorization"] = f"Bearer {self._library.key}"
        case.headers["Patron-Session"] = self._library.session(_CALLERS.get(label, READER))
        if next(self._calls) % LEFT_AS_MADE_UP == 0:
            return
        if label in ("GET /titles/{title}/options", "GET /titles/{title}/waiting"):
            case.path_parameters["title"] = self._titles[next(self._numbers) % len(self._titles)]
        if label in self._bodies:
            case.media_type = "application/json"
            case.body = self._bodies[label](case.body)

    def _wish(self, body: Any) -> Any:
        if not isinstance(body, dict):
            return body
        number = reservation_number(int(KIOSK), next(self._numbers))
        return {"permit": body.get("permit", ""), "number": number, **_CHOICE}

    def _proof(self, _body: Any) -> Any:
        challenge = self._library.service.my_number.challenge(KIOSK)
        return ProofRequest.of(self._library.my_number.proof(challenge)).model_dump(mode="json")

    def _enrolment(self, _body: Any) -> Any:
        enrolments = self._library.service.enrolments
        code = enrolments.open("007", BRANCH, timedelta(hours=1))
        return {"number": "007", "code": code, "key_hash": hash_of(f"{next(self._numbers)}")}

    def _code(self) -> Any:
        return {"code": self._library.code(), "language": "ja"}

    def _change(self, _body: Any) -> Any:
        old, self._password = self._password, f"kawatta{next(self._numbers)}"
        return {"old": old, "new": self._password}

    def _reset(self, _body: Any) -> Any:
        new = f"wasureta{next(self._numbers)}"
        return {"card": FORGETFUL, "code": self._library.code(), "new": new}


_CHOICE = {"pickup": "main", "notice": "none"}
_CALLERS = {
    "PUT /session/password": NEW,
    "GET /loans": BORROWER,
    "DELETE /session/my-number": BORROWER,  # the reader's are to sign in with
    "DELETE /session/ic-card": BORROWER,
    "PUT /loans/{loan}/renewal": BORROWER,
    "PUT /session/password/change": CHANGING,
}
