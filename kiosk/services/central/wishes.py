"""How one wish is placed, and which answers to it are final."""

from contextlib import suppress
from dataclasses import dataclass

from kiosk.domain.errors import (
    KioskDiskFull,
    LibraryError,
    LineLost,
    MediaTypeNotRead,
    MethodNotOffered,
    NothingHere,
    NumberNotAccepted,
    RequestNotUnderstood,
    RequestTooLarge,
    ServiceBroken,
)
from kiosk.domain.reservations import Reservation, Wish
from kiosk.ports import Outbox
from kiosk.services.central.http import CentralHttp, Headers
from kiosk.wire.lending import ReserveAnswer, ReserveRequest

# The service did not take the request as it is: nothing came of it.
NOT_TAKEN = (
    MediaTypeNotRead,
    MethodNotOffered,
    NothingHere,
    NumberNotAccepted,
    RequestNotUnderstood,
    RequestTooLarge,
)
# How many numbers further each try goes, where the service knows the number already: a counter
# that was lost with its file has passed a thousand used numbers while the patron waits.
LEAPS = tuple(2**power for power in range(10))

LEFT = {"Patron-Has-Left": "yes"}


def place(http: CentralHttp, wish: Wish, headers: Headers | None = None) -> Reservation:
    """Place one reservation; sending the same wish twice places it once."""
    path, asked = f"/reservations/{wish.id}", ReserveRequest.of(wish)
    return http.put(path, asked, ReserveAnswer, headers=headers).to_reservation()


@dataclass
class Placing:
    """One wish on its way; where its number is taken it goes on under a later one.

    That happens to a kiosk whose outbox was lost, and whose service does not tell the last number.
    """

    http: CentralHttp
    outbox: Outbox
    wish: Wish
    has_left: bool = False  # the patron was told "kept": the service tells them of a refusal

    def place(self) -> Reservation:
        """Raises KioskDiskFull, and what the service answers."""
        headers = LEFT if self.has_left else None
        for leap in LEAPS:
            with suppress(NumberNotAccepted):
                return place(self.http, self.wish, headers)
            self.wish = self.outbox.renumbered(self.wish, leap)
        return place(self.http, self.wish, headers)


def is_unanswered(error: LibraryError) -> bool:
    """The wish may be with the service or not, and may yet be placed."""
    return isinstance(error, LineLost | ServiceBroken) and not isinstance(error, NOT_TAKEN)


def may_be_placed_later(error: LibraryError) -> bool:
    """As for a wish whose patron has left: a newer service, or a technician, may mend it."""
    return isinstance(error, LineLost | ServiceBroken | KioskDiskFull)
