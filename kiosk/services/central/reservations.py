"""Reserving at the central service; what it does not answer is kept in the outbox."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC
from urllib.parse import quote

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import (
    KioskDiskFull,
    LibraryError,
    NoticeNotPossible,
    PermitEnded,
    PickupNotPossible,
)
from kiosk.domain.patrons import Session
from kiosk.domain.reservations import (
    Changes,
    Options,
    Permit,
    Reservation,
    ReservationId,
    ReservationState,
    Wish,
)
from kiosk.domain.titles import Title, TitleId
from kiosk.domain.waiting import Waiting
from kiosk.ports import Catalogue, Clock, Outbox
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.wishes import Placing, is_unanswered
from kiosk.wire.changing import ChangeRequest, ChangesAnswer
from kiosk.wire.lending import MyReservationsAnswer, OptionsAnswer, ReserveAnswer
from kiosk.wire.waiting import TitleWaitingAnswer

log = logging.getLogger(__name__)


class CentralReservations:
    def __init__(
        self,
        http: CentralHttp,
        outbox: Outbox,
        catalogue: Catalogue,
        clock: Clock,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._http = http
        self._outbox = outbox
        self._catalogue = catalogue
        self._clock = clock
        self._seconds = seconds
        self._ends: dict[Permit, float] = {}

    def options(self, session: Session, title: TitleId) -> Options:
        path = f"/titles/{quote(title, safe='')}/options"
        options = self._http.get(path, OptionsAnswer, session=session).to_options()
        now_s = self._seconds()
        self._ends = {permit: end for permit, end in self._ends.items() if end > now_s}
        self._ends[options.permit] = now_s + options.permit_s
        return options

    def waiting(self, title: TitleId) -> Waiting:
        path = f"/titles/{quote(title, safe='')}/waiting"
        return self._http.get(path, TitleWaitingAnswer).to_waiting()

    def reserve(
        self,
        options: Options,
        pickup: BranchId,
        notice: NoticeMethod,
        *,
        any_edition: bool = False,
    ) -> Reservation:
        """Write the wish down, send it, and cross it out once it is answered.

        Raises:
            PermitEnded: another reservation used the permit, or its time is over.
            KioskDiskFull: the wish could not be written down, so it was not sent.
        """
        branch = _pickup(options, pickup)
        _check_notice(options, notice)
        self._check_time(options.permit)
        wish = self._outbox.next_wish(options, pickup, notice, any_edition=any_edition)
        placing = Placing(self._http, self._outbox, wish)
        try:
            placed = placing.place()
        except LibraryError as error:
            if is_unanswered(error):
                return self._kept(placing.wish, options.title, branch)
            self._cross_out(wish)
            raise
        self._cross_out(wish)
        return placed

    def mine(self, session: Session) -> tuple[Reservation, ...]:
        answer = self._http.get("/reservations", MyReservationsAnswer, session=session)
        return answer.to_reservations()

    def cancel(self, session: Session, reservation: ReservationId) -> None:
        self._http.delete(_address(reservation), session)

    def restore(self, session: Session, reservation: ReservationId) -> Reservation:
        path = f"{_address(reservation)}/restoration"
        return self._http.put(path, None, ReserveAnswer, session=session).to_reservation()

    def cancelled(self, session: Session) -> tuple[Reservation, ...]:
        answer = self._http.get("/reservations/cancelled", MyReservationsAnswer, session=session)
        return answer.to_reservations()

    def changes(self, session: Session, reservation: ReservationId) -> Changes:
        path = f"{_address(reservation)}/choices"
        return self._http.get(path, ChangesAnswer, session=session).to_changes()

    def change(
        self, session: Session, reservation: ReservationId, pickup: BranchId, notice: NoticeMethod
    ) -> Reservation:
        path, asked = (
            f"{_address(reservation)}/choices",
            ChangeRequest(pickup=pickup, notice=notice),
        )
        return self._http.put(path, asked, ReserveAnswer, session=session).to_reservation()

    def _check_time(self, permit: Permit) -> None:
        end_s = self._ends.get(permit)
        if end_s is not None and self._seconds() > end_s:
            raise PermitEnded

    def _cross_out(self, wish: Wish) -> None:
        """A wish that stays is sent once more later: that places nothing twice."""
        with suppress(KioskDiskFull):
            self._outbox.answered(wish)

    def _kept(self, wish: Wish, title: TitleId, branch: Branch) -> Reservation:
        log.warning("reservation %s is kept", wish.id)
        known = self._title(title)
        return Reservation(
            id=wish.id,
            number=wish.number,
            title=title,
            title_name=known.name,
            creator=known.creators[0].name if known.creators else "",
            call_number=known.call_number,
            pickup=branch,
            notice=wish.notice,
            state=ReservationState.QUEUED,
            requested_at=self._clock.now().astimezone(UTC),
            is_kept=True,
            any_edition=wish.any_edition,
        )

    def _title(self, title: TitleId) -> Title:
        """As the kiosk's own copy has it; nameless where it left the copy meanwhile."""
        with suppress(LibraryError):
            return self._catalogue.title(title).title
        return Title(title, "")


def _address(reservation: ReservationId) -> str:
    return f"/reservations/{quote(reservation, safe='')}"


def _pickup(options: Options, branch: BranchId) -> Branch:
    for pickup in options.pickups:
        if pickup.branch.id == branch and pickup.why_not is None:
            return pickup.branch
    raise PickupNotPossible


def _check_notice(options: Options, method: NoticeMethod) -> None:
    if not any(one.method is method and one.why_not is None for one in options.notices):
        raise NoticeNotPossible
