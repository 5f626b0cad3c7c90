"""Signing in and out at a kiosk, and choosing a password."""

from asyncio import get_running_loop

from fastapi import APIRouter, Request, status

from kiosk.central.kiosks.access import (
    KioskHere,
    PatronHere,
    ServiceHere,
    SignedHere,
    TokenHere,
)
from kiosk.central.kiosks.problems import documents
from kiosk.central.my_number.binding import Released
from kiosk.central.notices.card_changes import Where
from kiosk.domain.errors import (
    CardClosed,
    CardOrPasswordWrong,
    CertificateBoundToAnother,
    CertificateNotAccepted,
    CertificateNotBound,
    CertificateNotChecked,
    MethodNotOffered,
    MyNumberNotOffered,
    PasswordMustBeChosen,
    PasswordNotAllowed,
    SessionEnded,
    TriedTooOften,
)
from kiosk.wire.bound_card import BoundCardRecord
from kiosk.wire.signing_in import (
    ChallengeAnswer,
    PasswordRequest,
    ProofRequest,
    SessionAnswer,
    SignInRequest,
)

routes = APIRouter(tags=["signing in"])


@routes.post(
    "/sessions",
    status_code=status.HTTP_201_CREATED,
    responses=documents(CardClosed, CardOrPasswordWrong, TriedTooOften),
)
async def sign_in(
    service: ServiceHere, kiosk: KioskHere, asked: SignInRequest, request: Request
) -> SessionAnswer:
    """Sign in with card number and password (rules L1, L3, L7)."""
    given = (asked.card, asked.password, kiosk.number)
    threads = request.app.state.sign_ins
    session = await get_running_loop().run_in_executor(threads, service.passwords.sign_in, *given)
    return SessionAnswer.of(service.welcome.told(session))


@routes.delete(
    "/session", status_code=status.HTTP_204_NO_CONTENT, responses=documents(SessionEnded)
)
def sign_out(service: ServiceHere, kiosk: KioskHere, token: TokenHere) -> None:
    """End the session; one that is over is over."""
    service.sessions.end(token, kiosk.number)


@routes.put(
    "/session/password",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documents(SessionEnded, PasswordNotAllowed, MethodNotOffered),
)
def choose_password(
    service: ServiceHere, kiosk: KioskHere, signed: SignedHere, asked: PasswordRequest
) -> None:
    """Choose a password for the first time (rules L3, L4); the same again changes nothing."""
    service.passwords.choose(signed, asked.password, Where.at_kiosk(kiosk.number))


@routes.post(
    "/my-number/challenges",
    status_code=status.HTTP_201_CREATED,
    responses=documents(MyNumberNotOffered),
)
def challenge(service: ServiceHere, kiosk: KioskHere) -> ChallengeAnswer:
    """Ask for 32 random bytes that a My Number card shall sign; good once, for minutes."""
    return ChallengeAnswer.of(service.my_number.challenge(kiosk.number))


@routes.post(
    "/my-number/sessions",
    status_code=status.HTTP_201_CREATED,
    responses=documents(
        MyNumberNotOffered, CertificateNotAccepted, CertificateNotBound, CertificateNotChecked
    ),
)
def sign_in_with_my_number(
    service: ServiceHere, kiosk: KioskHere, proof: ProofRequest
) -> SessionAnswer:
    """Sign in with the signature that the card made of the challenge."""
    session = service.my_number.sign_in(proof.to_proof(), kiosk.number)
    return SessionAnswer.of(service.welcome.told(session))


@routes.put(
    "/session/my-number",
    responses=documents(
        *(SessionEnded, PasswordMustBeChosen, MyNumberNotOffered),
        *(CertificateNotAccepted, CertificateNotChecked, CertificateBoundToAnother),
    ),
)
def bind_my_number(
    service: ServiceHere, kiosk: KioskHere, signed: PatronHere, proof: ProofRequest
) -> BoundCardRecord:
    """Let this My Number card sign the patron in from now on; sent twice it is bound once."""
    binding = service.my_number.binding
    return BoundCardRecord.of(binding.bind(signed.patron, proof.to_proof(), kiosk.number))


@routes.delete(
    "/session/my-number",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documents(SessionEnded, PasswordMustBeChosen),
)
def let_my_number_go(service: ServiceHere, kiosk: KioskHere, signed: PatronHere) -> None:
    """Let no My Number card sign the patron in any more; again changes nothing."""
    where = Where.at_kiosk(kiosk.number)
    service.my_number.binding.let_go(signed.patron, Released.BY_PATRON, where)
