"""Patrons, counters, clocks, repeats and crashes, in any order that hypothesis thinks of."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservations import ReservationId
from tests.central.model.library import CD_LIMIT, OPEN
from tests.central.model.world import ITEMS, PATRONS, TITLES, Makers, World, step, told

PATRON, TITLE = st.sampled_from(tuple(PATRONS)), st.sampled_from(TITLES)
ITEM, BRANCH = st.sampled_from(ITEMS), st.sampled_from(("main", "east"))
NTH = st.integers(0, 30)  # of what there is, counted round


class LibraryMachine(RuleBasedStateMachine):
    """A subclass says which database, and may put parts that forget a rule."""

    makers = Makers()

    def new_database(self) -> str:
        raise NotImplementedError

    def end_database(self) -> None:
        """The example is over."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.new_database(), self.makers)

    def teardown(self) -> None:
        self.world.close()
        self.end_database()

    # ---- patrons
    @rule(patron=PATRON, title=TITLE, pickup=BRANCH, any_edition=st.booleans())
    def reserve(self, patron: str, title: str, pickup: str, *, any_edition: bool) -> None:
        if self._options(patron, title) == "":
            self._send(self._new_wish(len(self.world.permits) - 1, pickup, any_edition=any_edition))

    @rule(patron=PATRON, title=TITLE)
    def look_at_options(self, patron: str, title: str) -> None:
        self._options(patron, title)

    @precondition(lambda self: self.world.permits)
    @rule(nth=NTH, pickup=BRANCH, any_edition=st.booleans())
    def use_an_old_permit(self, nth: int, pickup: str, *, any_edition: bool) -> None:
        permits = len(self.world.permits)
        self._send(self._new_wish(nth % permits, pickup, any_edition=any_edition))

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH)
    def send_again(self, nth: int) -> None:
        self._send(nth % len(self.world.wishes))

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH, patron=PATRON, is_own=st.booleans())
    def cancel(self, nth: int, patron: str, *, is_own: bool) -> None:
        wish, who = self._whose(nth, patron, is_own=is_own)
        self._same(
            lambda: self._done("cancelled", self.world.lending.cancel(PatronId(who), wish)),
            self.world.model.cancel(who, wish),
        )

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH, patron=PATRON, is_own=st.booleans())
    def restore(self, nth: int, patron: str, *, is_own: bool) -> None:
        wish, who = self._whose(nth, patron, is_own=is_own)
        self._same(
            lambda: self._done("restored", self.world.lending.restore(PatronId(who), wish)),
            self.world.model.restore(who, wish),
        )

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH, pickup=BRANCH)
    def change(self, nth: int, pickup: str) -> None:
        wish, who = self._whose(nth, "", is_own=True)
        given = (PatronId(who), wish, BranchId(pickup), NoticeMethod.NONE, Channel.KIOSK)
        self._same(
            lambda: self._done("changed", self.world.lending.change(*given)),
            self.world.model.change(who, wish, pickup),
        )

    @precondition(lambda self: self.world.wishes)
    @rule(first=NTH, second=NTH)
    def set_order(self, first: int, second: int) -> None:
        (one, who), (other, _) = (self._whose(nth, "", is_own=True) for nth in (first, second))
        name = str(len(self.world.model.answers)) + one + other + str(self.world.model.now)
        self._same(
            lambda: self._done(
                "in order", self.world.circulation.set_sequence(PatronId(who), [one, other])
            ),
            self.world.model.set_order(who, [one, other], name),
        )

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH)
    def release_order(self, nth: int) -> None:
        wish, who = self._whose(nth, "", is_own=True)
        self._same(
            lambda: self._done(
                "released", self.world.circulation.release_sequence(PatronId(who), wish)
            ),
            self.world.model.release_order(who, wish),
        )

    @rule(patron=PATRON, code=ITEM)
    def renew(self, patron: str, code: str) -> None:
        loan = self.world.model.loans.get(code)
        who = loan.patron if loan is not None else patron
        self._same(lambda: self.world.renew(who, code), self.world.model.renew(who, code))

    # ---- counters
    @rule(patron=PATRON, code=ITEM)
    def lend(self, patron: str, code: str) -> None:
        self._same(lambda: self.world.lend(patron, code), self.world.model.lend(patron, code))

    @rule(code=ITEM, at=BRANCH)
    def take_back(self, code: str, at: str) -> None:
        self._same(
            lambda: step(self.world.circulation.take_back(code, BranchId(at))),
            self.world.model.take_back(code, at),
        )

    @rule(code=ITEM, at=BRANCH, how=st.sampled_from(("arrive", "send", "picked", "found")))
    def hold_in_hand(self, code: str, at: str, how: str) -> None:
        deed = getattr(self.world.circulation, how)
        self._same(lambda: step(deed(code, BranchId(at))), self.world.model.in_hand(code, at))

    @rule(code=ITEM)
    def miss(self, code: str) -> None:
        self._same(
            lambda: self._done("missing", self.world.circulation.missing(code)),
            self.world.model.missing(code),
        )

    @rule(code=ITEM)
    def take_off(self, code: str) -> None:
        at = self.world.model.items[code].at or "main"
        self._same(
            lambda: step(self.world.circulation.take_off(code, BranchId(at))),
            self.world.model.take_off(code, at),
        )

    @rule()
    def expire(self) -> None:
        assert self.world.circulation.expire() == self.world.model.expire()

    # ---- clocks and crashes
    @rule(hours=st.sampled_from((1, 5, 24, 73, 24 * 14)))
    def turn_the_clock(self, hours: int) -> None:
        self.world.turn(timedelta(hours=hours))

    @rule(patron=PATRON, code=ITEM, nth=NTH, which=st.integers(0, 3))
    def crash(self, patron: str, code: str, nth: int, which: int) -> None:
        world, wishes = self.world, self.world.wishes
        deeds: list[Callable[[], str]] = [
            lambda: world.lend(patron, code),
            lambda: step(world.circulation.take_back(code, BranchId("main"))),
        ]
        if wishes:
            wish, who = self._whose(nth, "", is_own=True)
            deeds += [
                lambda: self._done("", world.lending.cancel(PatronId(who), wish)),
                lambda: world.reserve(wishes[nth % len(wishes)][0]),
            ]
        world.crash_in(deeds[which % len(deeds)])

    # ---- what is always true
    @invariant()
    def both_know_the_same_reservations(self) -> None:
        with self.world.database.session() as session:
            rows = session.scalars(select(ReservationRow).order_by(ReservationRow.place)).all()
        kept = [
            (r.id, r.patron_id, r.title_id, r.pickup_id, r.state.value, r.item_barcode or "")
            for r in rows
        ]
        wanted = sorted(self.world.model.reservations.items(), key=lambda each: each[1].place)
        assert kept == [(wish, r.patron, r.title, r.pickup, r.state, r.item) for wish, r in wanted]
        ends = {r.id: r.ready_until for r in rows if r.state in OPEN_STATES}
        assert ends == {wish: r.until for wish, r in wanted if r.state in OPEN}

    @invariant()
    def each_item_is_in_the_same_one_place(self) -> None:
        with self.world.database.session() as session:
            items = session.scalars(select(ItemRow)).all()
            loans = session.scalars(select(LoanRow).where(LoanRow.returned_at.is_(None))).all()
        places = {
            i.barcode: (i.state.value, i.at_branch_id or "", i.bound_for_id or "") for i in items
        }
        model = self.world.model
        assert places == {code: (i.state, i.at, i.to) for code, i in model.items.items()}
        assert sorted((row.item_barcode, row.patron_id, row.due_on) for row in loans) == sorted(
            (code, loan.patron, loan.due) for code, loan in model.loans.items()
        )

    @invariant()
    def no_quota_is_passed(self) -> None:
        with self.world.database.session() as session:
            is_cd = ReservationRow.quota_group == "cd"
            open_ones = select(ReservationRow.patron_id).where(
                is_cd, ReservationRow.state.in_(OPEN_STATES)
            )
            held = list(session.scalars(open_ones))
        assert all(held.count(PatronId(patron)) <= CD_LIMIT for patron in PATRONS)

    @invariant()
    def positions_are_1_to_n_where_nothing_else_counts(self) -> None:
        """Who takes any edition, or waits for an order, is counted by other rules besides."""
        model = self.world.model
        for title in TITLES:
            waiting = [model.reservations[wish] for wish in model.queue(title)]
            if model.works[title] or any(each.order for each in waiting):
                continue
            seen = [self._position(each.patron, title) for each in waiting]
            assert seen == list(range(1, len(waiting) + 1)), title

    # ---- how both are asked
    def _position(self, patron: str, title: str) -> int | None:
        mine = self.world.lending.mine(PatronId(patron))
        [position] = [each.position for each in mine if each.title == title]
        return position

    def _options(self, patron: str, title: str) -> str:
        expected = self.world.model.why_not(patron, title)
        self._same(lambda: self.world.options(patron, title), expected)
        return expected

    def _new_wish(self, permit: int, pickup: str, *, any_edition: bool) -> int:
        self.world.wish(permit, pickup, any_edition=any_edition)
        return len(self.world.wishes) - 1

    def _send(self, nth: int) -> None:
        wish, permit = self.world.wishes[nth]
        sealed, how = self.world.permits[permit][1], (str(wish.pickup), wish.any_edition)
        self._same(lambda: self.world.reserve(wish), self.world.model.reserve(wish.id, sealed, how))

    def _whose(self, nth: int, patron: str, *, is_own: bool) -> tuple[ReservationId, str]:
        wish, permit = self.world.wishes[nth % len(self.world.wishes)]
        return wish.id, self.world.permits[permit][1][1] if is_own else patron

    def _same(self, deed: Callable[[], str], expected: str) -> None:
        assert told(deed) == expected

    @staticmethod
    def _done(answer: str, _: object) -> str:
        return answer
