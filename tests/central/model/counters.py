"""Counters that lend, take back, look for what is wanted, and keep an order for a patron."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kiosk.domain.branches import BranchId
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservations import ReservationId
from tests.central.model.ground import BRANCH, FATE, ITEM, NTH, PATRON, Fate, Ground
from tests.central.model.town import COPY, HOMES, step

HOWS = ("arrive", "send", "picked", "found")


class Counters(Ground):
    @rule(patron=PATRON, code=ITEM, fate=FATE)
    def lend(self, patron: str, code: str, fate: Fate = Fate.HEARD) -> None:
        self.play(
            lambda: self.world.lend(patron, code),
            lambda: self.world.model.lend(patron, code),
            fate,
        )

    @rule(code=ITEM, at=BRANCH, fate=FATE)
    def take_back(self, code: str, at: str, fate: Fate = Fate.HEARD) -> None:
        self.play(
            lambda: step(self.world.circulation.take_back(code, BranchId(at))),
            lambda: self.world.model.take_back(code, at),
            fate,
        )

    @rule(code=ITEM, at=BRANCH, how=st.sampled_from(HOWS), fate=FATE)
    def hold_in_hand(self, code: str, at: str, how: str, fate: Fate = Fate.HEARD) -> None:
        self.play(
            lambda: step(getattr(self.world.circulation, how)(code, BranchId(at))),
            lambda: self.world.model.in_hand(code, at),
            fate,
        )

    @precondition(lambda self: self.world.wishes)
    @rule(how=st.sampled_from(HOWS))
    def pick_whatever_is_wanted(self, how: str) -> None:
        for code in HOMES:
            if code not in self.world.model.loans:
                self.hold_in_hand(code, "main", how)

    @rule(code=ITEM, fate=FATE)
    def miss(self, code: str, fate: Fate) -> None:
        self.play(
            lambda: self.done("missing", self.world.circulation.missing(code)),
            lambda: self.world.model.missing(code),
            fate,
        )

    @rule(code=ITEM, fate=FATE)
    def take_off(self, code: str, fate: Fate) -> None:
        at = self.world.model.items[code].at or "main"
        self.play(
            lambda: step(self.world.circulation.take_off(code, BranchId(at))),
            lambda: self.world.model.take_off(code, at),
            fate,
        )

    @rule(fate=FATE)
    def expire(self, fate: Fate = Fate.HEARD) -> None:
        self.play(
            lambda: str(self.world.circulation.expire()),
            lambda: str(self.world.model.expire()),
            fate,
        )

    @rule()
    def go_by_until_the_hold_shelf_is_cleared(self) -> None:
        self.world.turn(timedelta(days=8))
        self.expire()

    @rule(patron=PATRON, code=ITEM, fate=FATE)
    def renew(self, patron: str, code: str, fate: Fate = Fate.HEARD) -> None:
        loan = self.world.model.loans.get(code)
        who = loan.patron if loan is not None else patron
        self.play(
            lambda: self.world.renew(who, code), lambda: self.world.model.renew(who, code), fate
        )

    @precondition(lambda self: self.world.model.loans)
    @rule(nth=NTH, fate=FATE)
    def renew_on_the_due_day_and_ask_again(self, nth: int, fate: Fate = Fate.HEARD) -> None:
        codes = sorted(self.world.model.loans)
        code = codes[nth % len(codes)]
        due = self.world.model.loans[code].due
        noon = datetime.combine(due, time(12), ZoneInfo("Asia/Tokyo"))
        self.world.turn(max(timedelta(0), noon - self.world.model.now))
        self.renew("hanako", code, fate)
        self.renew("hanako", code)

    @rule(patron=PATRON)
    def lend_a_book_until_it_is_due(self, patron: str) -> None:
        if COPY not in self.world.model.loans:
            self.lend(patron, COPY)
        if COPY in self.world.model.loans:
            self.renew_on_the_due_day_and_ask_again(sorted(self.world.model.loans).index(COPY))

    @precondition(lambda self: self.world.wishes)
    @rule(first=NTH, second=NTH, fate=FATE)
    def set_order(self, first: int, second: int, fate: Fate = Fate.HEARD) -> None:
        (one, who), (other, _) = (self.of_wish(nth, is_open=True) for nth in (first, second))
        self._set(who, [one, other], fate)

    @precondition(lambda self: self.world.wishes)
    @rule(patron=PATRON, is_turned=st.booleans(), fate=FATE)
    def put_all_in_order(self, patron: str, fate: Fate, *, is_turned: bool) -> None:
        rows = self.world.model.reservations.items()
        mine = [wish for wish, row in rows if row.patron == patron and row.state == "queued"]
        wishes = [ReservationId(wish) for wish in mine]
        self._set(patron, wishes[::-1] if is_turned else wishes, fate)

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH, fate=FATE)
    def release_order(self, nth: int, fate: Fate) -> None:
        wish, who = self.of_wish(nth, is_open=True)
        self.play(
            lambda: self.done(
                "released", self.world.circulation.release_sequence(PatronId(who), wish)
            ),
            lambda: self.world.model.release_order(who, wish),
            fate,
        )

    def _set(self, who: str, wishes: list[ReservationId], fate: Fate) -> None:
        self.play(
            lambda: self.done(
                "in order", self.world.circulation.set_sequence(PatronId(who), wishes)
            ),
            lambda: self.world.model.set_order(who, list(wishes)),
            fate,
        )
