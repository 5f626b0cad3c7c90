"""Patrons, counters, clocks, repeats and crashes, in any order that hypothesis thinks of."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.patrons import PatronId
from tests.central.model.counters import Counters
from tests.central.model.library import CD_LIMIT, OPEN
from tests.central.model.reserving import Reserving
from tests.central.model.standing import Seen, seen
from tests.central.model.town import PATRONS
from tests.central.model.visiting import Visiting

SECONDS, MINUTES, HOURS = timedelta(seconds=5), timedelta(minutes=10), timedelta(hours=1)


class LibraryMachine(Reserving, Counters, Visiting):
    _lately = ""

    @rule(by=st.sampled_from((SECONDS, MINUTES, 2 * MINUTES, HOURS, 24 * HOURS, 73 * HOURS)))
    def turn_the_clock(self, by: timedelta) -> None:
        self.world.turn(by)

    @invariant()
    def both_know_the_same(self) -> None:
        with self.world.database.session() as session:
            self._the_same_reservations(session)
            self._each_item_in_the_same_one_place(session)

    @invariant()
    def patrons_see_where_they_stand(self) -> None:
        """Asked where something changed: both know the same rows already."""
        model, lately = self.world.model, self._lately
        self._lately = repr((model.reservations, model.items))
        if self._lately == lately:
            return
        for patron in PATRONS:
            mine = (wish for wish, row in model.reservations.items() if row.patron == patron)
            wanted = {wish: seen(model, wish) for wish in mine if self._is_open(wish)}
            if not wanted:
                continue
            told = self.world.lending.mine(PatronId(patron))
            assert {one.id: one for one in told}.keys() == wanted.keys()
            assert {
                one.id: Seen(
                    one.id, one.state.value, one.position, one.sequence_rank, one.comes_after
                )
                for one in told
            } == wanted

    def _is_open(self, wish: str) -> bool:
        return self.world.model.reservations[wish].state in OPEN

    def _the_same_reservations(self, session: Session) -> None:
        rows = session.scalars(select(ReservationRow).order_by(ReservationRow.place)).all()
        wanted = sorted(self.world.model.reservations.items(), key=lambda each: each[1].place)
        assert [
            (r.id, r.patron_id, r.title_id, r.pickup_id, r.state.value, r.item_barcode or "")
            for r in rows
        ] == [(wish, r.patron, r.title, r.pickup, r.state, r.item) for wish, r in wanted]
        ranks = {r.id: r.sequence_rank or 0 for r in rows if r.state in OPEN_STATES}
        assert ranks == {wish: r.rank for wish, r in wanted if r.state in OPEN}
        ends = {r.id: r.ready_until for r in rows if r.state in OPEN_STATES}
        assert ends == {wish: r.until for wish, r in wanted if r.state in OPEN}
        cds = [r.patron_id for r in rows if r.quota_group == "cd" and r.state in OPEN_STATES]
        assert all(cds.count(PatronId(patron)) <= CD_LIMIT for patron in PATRONS)

    def _each_item_in_the_same_one_place(self, session: Session) -> None:
        items = session.scalars(select(ItemRow)).all()
        loans = session.scalars(select(LoanRow).where(LoanRow.returned_at.is_(None))).all()
        model = self.world.model
        assert {
            i.barcode: (i.state.value, i.at_branch_id or "", i.bound_for_id or "") for i in items
        } == {code: (i.state, i.at, i.to) for code, i in model.items.items()}
        assert sorted((row.item_barcode, row.patron_id, row.due_on) for row in loans) == sorted(
            (code, loan.patron, loan.due) for code, loan in model.loans.items()
        )
