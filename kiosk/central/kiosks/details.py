"""What patrons see and change about themselves at a kiosk, passwords among it."""

from typing import Literal

from fastapi import APIRouter, BackgroundTasks, status

from kiosk.central.kiosks.access import KioskHere, PatronHere, ServiceHere
from kiosk.central.kiosks.problems import documents
from kiosk.domain.details import ContactKind
from kiosk.domain.errors import (
    CardClosed,
    CardOrPasswordWrong,
    CodeWrong,
    ContactMissing,
    ContactNotUnderstood,
    PasswordMustBeChosen,
    PasswordNotAllowed,
    SessionEnded,
    TriedTooOften,
)
from kiosk.domain.looks import Language
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

routes = APIRouter(tags=["details"])

_SIGNED = (SessionEnded, PasswordMustBeChosen)
NumberKind = Literal[ContactKind.TELEPHONE, ContactKind.FAX]


@routes.get("/details", responses=documents(*_SIGNED))
def mine(service: ServiceHere, signed: PatronHere) -> DetailsAnswer:
    """Show the patron's contacts, masked."""
    return DetailsAnswer.of(service.details.mine(signed.patron))


@routes.put("/details/email", responses=documents(*_SIGNED, ContactNotUnderstood, TriedTooOften))
def set_email(service: ServiceHere, signed: PatronHere, asked: EmailRequest) -> DetailsAnswer:
    """Send a code to an address; the same again within a minute sends nothing more (L6)."""
    details = service.details.set_email(signed.patron, asked.address, asked.language)
    return DetailsAnswer.of(details)


@routes.put("/details/email/confirmation", responses=documents(*_SIGNED, CodeWrong))
def confirm_email(service: ServiceHere, signed: PatronHere, asked: CodeRequest) -> DetailsAnswer:
    """Use the address from now on; the same code again changes nothing."""
    details = service.details.confirm_email(signed.patron, asked.code, asked.language)
    return DetailsAnswer.of(details)


@routes.post(
    "/details/email/test",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documents(*_SIGNED, ContactMissing, TriedTooOften),
)
def send_test_email(service: ServiceHere, signed: PatronHere, asked: LetterRequest) -> None:
    """Send an e-mail to the confirmed address, to see that it arrives."""
    service.details.send_test_email(signed.patron, asked.language)


@routes.put("/details/history", responses=documents(*_SIGNED))
def keep_history(service: ServiceHere, signed: PatronHere, asked: HistoryRequest) -> DetailsAnswer:
    """Begin a reading history, or stop it and erase all of it."""
    return DetailsAnswer.of(service.details.keep_history(signed.patron, keeps=asked.keeps))


@routes.get("/details/history", responses=documents(*_SIGNED))
def history(service: ServiceHere, signed: PatronHere) -> HistoryAnswer:
    """Show what was read, to who asked for a history."""
    return HistoryAnswer.of(service.details.history(signed.patron))


@routes.put("/details/{kind}", responses=documents(*_SIGNED, ContactNotUnderstood))
def set_number(
    service: ServiceHere, signed: PatronHere, kind: NumberKind, asked: NumberRequest
) -> DetailsAnswer:
    """Take over a telephone or FAX number."""
    return DetailsAnswer.of(service.details.set_number(signed.patron, kind, asked.number))


@routes.delete("/details/{kind}", responses=documents(*_SIGNED))
def remove(
    service: ServiceHere,
    signed: PatronHere,
    kind: ContactKind,
    language: Language = Language.JAPANESE,
) -> DetailsAnswer:
    """Forget a contact; again changes nothing."""
    return DetailsAnswer.of(service.details.remove(signed.patron, kind, language))


@routes.put(
    "/session/password/change",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documents(
        *_SIGNED, CardClosed, CardOrPasswordWrong, PasswordNotAllowed, TriedTooOften
    ),
)
def change_password(
    service: ServiceHere, kiosk: KioskHere, signed: PatronHere, asked: PasswordChangeRequest
) -> None:
    """Set another password; the same change again changes nothing (L4)."""
    service.own_password.change(signed, asked.old, asked.new, kiosk.number)


@routes.post(
    "/password-resets",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documents(TriedTooOften),
)
def ask_reset(
    service: ServiceHere, kiosk: KioskHere, asked: ResetRequest, afterwards: BackgroundTasks
) -> None:
    """Send a code, if the card has an address; never says whether (L5)."""
    service.own_password.ask_reset(asked.card, kiosk.number)
    afterwards.add_task(service.own_password.send_code, asked.card, asked.language)


@routes.put(
    "/password-resets",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documents(CardClosed, CodeWrong, PasswordNotAllowed, TriedTooOften),
)
def reset(service: ServiceHere, kiosk: KioskHere, asked: NewPasswordRequest) -> None:
    """Set another password by a code (L5)."""
    service.own_password.reset(asked.card, asked.code, asked.new, kiosk.number)
