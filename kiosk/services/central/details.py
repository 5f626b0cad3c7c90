"""What patrons change about themselves, at the central service."""

from contextlib import suppress
from typing import TypeVar

from pydantic import ValidationError

from kiosk.domain.circulation import Read
from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.domain.errors import (
    CardOrPasswordWrong,
    CodeWrong,
    ContactNotUnderstood,
    LibraryError,
    PasswordNotAllowed,
)
from kiosk.domain.ic_cards import IcIdentifier
from kiosk.domain.looks import Language
from kiosk.domain.patrons import CardNumber, Session
from kiosk.services.central.http import CentralHttp
from kiosk.wire.details import (
    CodeRequest,
    DetailsAnswer,
    EmailRequest,
    HistoryAnswer,
    HistoryRequest,
    LetterRequest,
    NewPasswordRequest,
    NumberRequest,
    PasswordChangeRequest,
    ResetRequest,
)
from kiosk.wire.ic_cards import IcCardRequest
from kiosk.wire.message import Message

Request = TypeVar("Request", bound=Message)


class CentralDetails:
    def __init__(self, http: CentralHttp) -> None:
        self._http = http

    def mine(self, session: Session) -> PatronDetails:
        return self._http.get("/details", DetailsAnswer, session=session).to_details()

    def set_email(self, session: Session, address: str, language: Language) -> PatronDetails:
        request = _made(
            EmailRequest,
            ContactNotUnderstood(ContactKind.EMAIL),
            address=address,
            language=language,
        )
        return self._put("/details/email", request, session)

    def confirm_email(self, session: Session, code: str, language: Language) -> PatronDetails:
        request = _made(CodeRequest, CodeWrong(), code=code, language=language)
        return self._put("/details/email/confirmation", request, session)

    def set_number(self, session: Session, kind: ContactKind, number: str) -> PatronDetails:
        request = _made(NumberRequest, ContactNotUnderstood(kind), number=number)
        return self._put(f"/details/{kind}", request, session)

    def remove(self, session: Session, kind: ContactKind, language: Language) -> PatronDetails:
        self._http.delete(f"/details/{kind}?language={language}", session)
        return self.mine(session)

    def send_test_email(self, session: Session, language: Language) -> None:
        self._http.do("/details/email/test", LetterRequest(language=language), session)

    def change_password(self, session: Session, old: str, new: str) -> None:
        request = _made(PasswordChangeRequest, CardOrPasswordWrong(), old=old, new=new)
        self._http.set("/session/password/change", request, session)

    def bind_ic_card(self, session: Session, identifier: IcIdentifier) -> PatronDetails:
        self._http.set("/session/ic-card", IcCardRequest(number=identifier.number), session)
        return self.mine(session)

    def let_ic_card_go(self, session: Session) -> PatronDetails:
        self._http.delete("/session/ic-card", session)
        return self.mine(session)

    def ask_reset(self, card: CardNumber, language: Language) -> None:
        """What no card can be is asked for like any other: nothing is told."""
        with suppress(ValidationError):
            self._http.do("/password-resets", ResetRequest(card=card, language=language))

    def reset(self, card: CardNumber, code: str, new: str) -> None:
        wrong = PasswordNotAllowed("length")
        request = _made(NewPasswordRequest, wrong, card=card, code=code, new=new)
        self._http.set("/password-resets", request)

    def keep_history(self, session: Session, *, keeps: bool) -> PatronDetails:
        return self._put("/details/history", HistoryRequest(keeps=keeps), session)

    def history(self, session: Session) -> tuple[Read, ...]:
        return self._http.get("/details/history", HistoryAnswer, session=session).to_history()

    def _put(self, path: str, request: Message, session: Session) -> PatronDetails:
        return self._http.put(path, request, DetailsAnswer, session=session).to_details()


def _made(kind: type[Request], otherwise: LibraryError, **fields: str) -> Request:
    """The request, or the error for what no answer could make good; it bears no secret along."""
    request = None
    with suppress(ValidationError):
        request = kind.model_validate(fields)
    if request is None:
        raise otherwise
    return request
