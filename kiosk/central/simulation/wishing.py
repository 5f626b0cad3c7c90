"""Reserves as a patron at a kiosk does: options, a choice, a wish."""

from random import Random
from uuid import UUID, uuid5

from kiosk.central.lending.lending import Lending
from kiosk.central.storage.counting import next_number
from kiosk.central.storage.database import Database
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservation_numbers import LAST_KIOSK, reservation_number
from kiosk.domain.reservations import Options, ReservationId, ReservationNumber, Wish
from kiosk.domain.titles import TitleId

_KIOSK = f"{LAST_KIOSK:03}"  # which no library has
_FIRST_COUNT = 500_000  # the demonstration's own reservations are counted from 1
_NAMES = UUID("0d1f3a52-6a8e-4c39-8d5b-2f7a90c4e6b3")  # ids alike in each run with one seed
_FETCHES_WHERE_ASKED = 0.8


class Wishing:
    def __init__(self, database: Database, lending: Lending, chance: Random) -> None:
        self._database = database
        self._lending = lending
        self._chance = chance

    def reserve(self, patron: PatronId, title: TitleId, at: BranchId) -> None:
        """To be fetched mostly here, with any notice that is possible.

        Raises:
            LibraryError: the rules do not let this patron reserve this title.
        """
        options = self._lending.options(patron, title, _KIOSK, at, Channel.KIOSK)
        self._lending.reserve(_KIOSK, self._wish(options, at))

    def _wish(self, options: Options, at: BranchId) -> Wish:
        number = self._number()
        pickups = [each.branch.id for each in options.pickups if each.why_not is None]
        is_here = at in pickups and self._chance.random() < _FETCHES_WHERE_ASKED
        pickup = at if is_here else self._chance.choice(pickups)
        notice = self._chance.choice([each for each in options.notices if each.why_not is None])
        name = ReservationId(str(uuid5(_NAMES, number)))
        return Wish(name, number, options.permit, pickup, notice.method)

    def _number(self) -> ReservationNumber:
        with self._database.writing() as session:
            return reservation_number(LAST_KIOSK, _FIRST_COUNT + next_number(session, "simulation"))
