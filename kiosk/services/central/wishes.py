"""How one wish is placed, and which answers to it are final."""

from kiosk.domain.errors import (
    LibraryError,
    LineLost,
    MethodNotOffered,
    NothingHere,
    NumberNotAccepted,
    RequestNotUnderstood,
    RequestTooLarge,
    ServiceBroken,
)
from kiosk.domain.reservations import Reservation, Wish
from kiosk.services.central.http import CentralHttp
from kiosk.wire.lending import ReserveAnswer, ReserveRequest

# The service did not take the request as it is: nothing came of it.
NOT_TAKEN = (
    MethodNotOffered,
    NothingHere,
    NumberNotAccepted,
    RequestNotUnderstood,
    RequestTooLarge,
)


def place(http: CentralHttp, wish: Wish) -> Reservation:
    """Place one reservation; sending the same wish twice places it once."""
    answer = http.put(f"/reservations/{wish.id}", ReserveRequest.of(wish), ReserveAnswer)
    return answer.to_reservation()


def is_unanswered(error: LibraryError) -> bool:
    """The wish may be with the service or not, and may yet be placed."""
    return isinstance(error, LineLost | ServiceBroken) and not isinstance(error, NOT_TAKEN)


def may_be_placed_later(error: LibraryError) -> bool:
    """As for a wish whose patron has left: a newer service, or a technician, may mend it."""
    return isinstance(error, LineLost | ServiceBroken)
