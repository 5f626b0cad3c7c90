"""How a kiosk gets in: by a code that was carried to it, with a key that it made itself."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, status

from kiosk.central.kiosks.access import KioskHere, ServiceHere
from kiosk.central.kiosks.problems import documents
from kiosk.domain.errors import EnrolmentRefused, NothingHere
from kiosk.wire.kiosks import AuthorityAnswer, EnrolAnswer, EnrolRequest, KeyRequest

routes = APIRouter(tags=["kiosks"])


def _authority(request: Request) -> str:
    """Raises NothingHere: this service has no authority of its own."""
    authority: str = getattr(request.app.state, "authority", "")
    if not authority:
        raise NothingHere
    return authority


@routes.get("/authority", responses=documents(NothingHere))
def authority(authority: Annotated[str, Depends(_authority)]) -> AuthorityAnswer:
    """Ask who signed the service's certificate; it is believed by its fingerprint only."""
    return AuthorityAnswer(certificate=authority)


@routes.post(
    "/enrolments", status_code=status.HTTP_201_CREATED, responses=documents(EnrolmentRefused)
)
def enrol(service: ServiceHere, asked: EnrolRequest) -> EnrolAnswer:
    """Be let in by a one-time code; the same again is answered again."""
    kiosk = service.enrolments.take(asked.number, asked.code, asked.key_hash)
    return EnrolAnswer(number=kiosk.number, branch=kiosk.branch)


@routes.put("/kiosk/key", status_code=status.HTTP_204_NO_CONTENT, responses=documents())
def change_key(service: ServiceHere, kiosk: KioskHere, asked: KeyRequest) -> None:
    """Have another key; the old one opens until the new one was used once."""
    service.kiosks.change_key(kiosk.number, asked.key_hash)
