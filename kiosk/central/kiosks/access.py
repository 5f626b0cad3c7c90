"""Who asks: the kiosk by its key, the patron by a session of that kiosk."""

from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer

from kiosk.central.accounts.known_kiosks import KnownKiosk
from kiosk.central.accounts.sessions import SignedPatron
from kiosk.central.net import note_who
from kiosk.central.service import Service
from kiosk.domain.errors import KioskUnknown, PasswordMustBeChosen, SessionEnded
from kiosk.domain.patrons import SessionToken

_KEY = HTTPBearer(auto_error=False, scheme_name="Kiosk key")
_SESSION = APIKeyHeader(name="Patron-Session", auto_error=False, scheme_name="Patron session")


# What waits for nothing is async: each plain function costs a turn through a thread.
async def _service(request: Request) -> Service:
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


ServiceHere = Annotated[Service, Depends(_service)]


def _kiosk(
    request: Request,
    service: ServiceHere,
    sent: Annotated[HTTPAuthorizationCredentials | None, Security(_KEY)],
) -> KnownKiosk:
    if sent is None:
        raise KioskUnknown
    kiosk = service.kiosks.by_key(sent.credentials)
    note_who(request, kiosk=kiosk.number)
    return kiosk


KioskHere = Annotated[KnownKiosk, Depends(_kiosk)]


async def _token(sent: Annotated[str | None, Security(_SESSION)]) -> SessionToken:
    if not sent:
        raise SessionEnded
    return SessionToken(sent)


TokenHere = Annotated[SessionToken, Depends(_token)]


def _signed(service: ServiceHere, kiosk: KioskHere, token: TokenHere) -> SignedPatron:
    return service.sessions.find(token, kiosk.number)


# Signed in, perhaps with the initial password: may choose one and log out, nothing else (L3).
SignedHere = Annotated[SignedPatron, Depends(_signed)]


async def _patron(signed: SignedHere) -> SignedPatron:
    if signed.must_choose_password:
        raise PasswordMustBeChosen
    return signed


PatronHere = Annotated[SignedPatron, Depends(_patron)]
