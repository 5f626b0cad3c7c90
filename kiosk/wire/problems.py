"""Problem documents (RFC 9457), and which error of ours each of them is."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from kiosk.domain import errors
from kiosk.domain.errors import LibraryError, ServiceBroken

MEDIA_TYPE = "application/problem+json"
_URN = "urn:kiosk:problem:"

STATUS: dict[type[LibraryError], int] = {
    errors.ServiceBroken: 500,
    errors.StorageBroken: 500,
    errors.StorageBusy: 503,
    errors.StorageFull: 507,
    errors.KioskUnknown: 401,
    errors.EnrolmentRefused: 403,
    errors.NothingHere: 404,
    errors.MethodNotOffered: 405,
    errors.RequestTooLarge: 413,
    errors.MediaTypeNotRead: 415,
    errors.RequestNotUnderstood: 422,
    errors.CardOrPasswordWrong: 401,
    errors.CardClosed: 403,
    errors.SessionEnded: 401,
    errors.TriedTooOften: 429,
    errors.PasswordMustBeChosen: 403,
    errors.PasswordNotAllowed: 422,
    errors.CertificateNotAccepted: 403,
    errors.CertificateNotBound: 403,
    errors.CertificateNotChecked: 403,
    errors.CertificateBoundToAnother: 409,
    errors.MyNumberNotOffered: 403,
    errors.IcCardNotBound: 403,
    errors.IcCardNotOffered: 403,
    errors.IcCardBoundToAnother: 409,
    errors.LimitReached: 409,
    errors.AlreadyReserved: 409,
    errors.AlreadyOnLoan: 409,
    errors.NotReservable: 409,
    errors.PermitEnded: 409,
    errors.NumberNotAccepted: 409,
    errors.PickupNotPossible: 409,
    errors.NoticeNotPossible: 409,
    errors.TooLateToChange: 409,
    errors.TitleUnknown: 404,
    errors.ReservationUnknown: 404,
    errors.LoanUnknown: 404,
    errors.NotRenewable: 409,
    errors.ContactNotUnderstood: 422,
    errors.ContactMissing: 409,
    errors.CodeWrong: 403,
    errors.CallUnknown: 404,
}


def code_of(kind: type[LibraryError]) -> str:
    """The stable name on the wire: limit_reached for LimitReached."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


_KINDS: dict[str, type[LibraryError]] = {code_of(kind): kind for kind in STATUS}


class Problem(BaseModel):
    """An error on its way to a kiosk; members that a reader does not know are skipped."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    type: str = Field(examples=["urn:kiosk:problem:limit_reached"])
    title: str
    status: int = Field(ge=400, le=599)
    code: str
    detail: str | None = None  # for technicians; never shown to a patron
    wait_s: int | None = None
    limit: int | None = None
    group: str | None = None
    reason: str | None = None
    shortest: int | None = None
    longest: int | None = None
    day: date | None = None

    @classmethod
    def of(cls, error: LibraryError, detail: str | None = None) -> Self:
        """The document for an error; one that crosses no line is the service's own failure."""
        kind = _crossing(error)
        code = code_of(kind)
        title = code.replace("_", " ").capitalize()
        members = _numbers(error) if kind is type(error) else {}
        return cls.model_validate(
            {
                "type": _URN + code,
                "title": title,
                "status": STATUS[kind],
                "code": code,
                "detail": detail,
                **members,
            }
        )

    def to_error(self) -> LibraryError:
        """Our error; ServiceBroken where the code or a number that it needs is not known here."""
        kind = _KINDS.get(self.code, ServiceBroken)
        if not is_dataclass(kind):
            return kind()
        numbers = {field.name: getattr(self, field.name) for field in fields(kind)}
        may_be_none = {field.name for field in fields(kind) if field.default is None}
        if any(value is None for name, value in numbers.items() if name not in may_be_none):
            return ServiceBroken()
        return kind(**numbers)

    def to_json(self) -> bytes:
        return self.model_dump_json(exclude_none=True).encode()


def _crossing(error: LibraryError) -> type[LibraryError]:
    """What of an error crosses the line: its kind, or the nearest one above it that does."""
    return next((kind for kind in type(error).__mro__ if kind in STATUS), ServiceBroken)


def _numbers(error: LibraryError) -> dict[str, object]:
    if not is_dataclass(error):
        return {}
    return {field.name: getattr(error, field.name) for field in fields(error)}
