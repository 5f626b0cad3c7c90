"""IC cards that are known by their number: signing in with one, binding it and letting it go."""

from asyncio import get_running_loop

from fastapi import APIRouter, Request, status

from kiosk.central.kiosks.access import KioskHere, PatronHere, ServiceHere
from kiosk.central.kiosks.problems import documents
from kiosk.central.notices.card_changes import Where
from kiosk.domain.errors import (
    CardClosed,
    CardOrPasswordWrong,
    IcCardBoundToAnother,
    IcCardNotBound,
    IcCardNotOffered,
    PasswordMustBeChosen,
    SessionEnded,
    TriedTooOften,
)
from kiosk.wire.ic_cards import IcCardRequest, IcCardRulesAnswer, IcCardSignInRequest
from kiosk.wire.signing_in import SessionAnswer

routes = APIRouter(tags=["IC cards"])

_SIGNED = (SessionEnded, PasswordMustBeChosen)


@routes.get("/ic-cards", responses=documents())
def rules(service: ServiceHere, _kiosk: KioskHere) -> IcCardRulesAnswer:
    """Tell whether such cards are taken, and whether a password is asked: of all cards alike."""
    return IcCardRulesAnswer.of(service.ic_cards.policy.rules)


@routes.post(
    "/ic-cards/sessions",
    status_code=status.HTTP_201_CREATED,
    responses=documents(
        *(CardClosed, CardOrPasswordWrong, IcCardNotBound, IcCardNotOffered, TriedTooOften)
    ),
)
async def sign_in(
    service: ServiceHere, kiosk: KioskHere, asked: IcCardSignInRequest, request: Request
) -> SessionAnswer:
    """Sign in with the number that a card says, and with the password where it is asked (L7)."""
    given = (asked.to_identifier(), asked.password, kiosk.number)
    threads = request.app.state.sign_ins
    session = await get_running_loop().run_in_executor(threads, service.ic_cards.sign_in, *given)
    return SessionAnswer.of(service.welcome.told(session))


@routes.put(
    "/session/ic-card",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documents(*_SIGNED, IcCardBoundToAnother, IcCardNotOffered, TriedTooOften),
)
def bind(service: ServiceHere, kiosk: KioskHere, signed: PatronHere, asked: IcCardRequest) -> None:
    """Let this card find the patron from now on, in place of another; again changes nothing."""
    where = Where.at_kiosk(kiosk.number)
    service.ic_cards.bindings.bind(signed.patron, asked.to_identifier(), where)


@routes.delete(
    "/session/ic-card",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documents(*_SIGNED),
)
def let_go(service: ServiceHere, kiosk: KioskHere, signed: PatronHere) -> None:
    """Let no IC card find the patron any more; again changes nothing."""
    service.ic_cards.bindings.let_go(signed.patron, Where.at_kiosk(kiosk.number))
