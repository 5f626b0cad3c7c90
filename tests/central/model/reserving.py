"""Patrons who reserve, think again, and say things twice."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import PatronId
from tests.central.model.ground import BRANCH, FATE, NTH, PATRON, TITLE, Fate, Ground
from tests.central.model.town import PATRONS, TITLES
from tests.central.model.world import told


class Reserving(Ground):
    @rule(patron=PATRON, title=TITLE, pickup=BRANCH, any_edition=st.booleans(), fate=FATE)
    def reserve(
        self, patron: str, title: str, pickup: str, fate: Fate = Fate.HEARD, *, any_edition: bool
    ) -> None:
        if self._look(patron, title) == "":
            permit = len(self.world.permits) - 1
            self._send(self._new_wish(permit, pickup, any_edition=any_edition), fate)

    @rule(patron=PATRON, order=st.permutations(TITLES))
    def reserve_whatever_is_possible(self, patron: str, order: list[str]) -> None:
        for title in order:
            self.reserve(patron, title, "main", any_edition=False)

    @rule(title=TITLE, any_edition=st.booleans())
    def both_reserve(self, title: str, *, any_edition: bool) -> None:
        for patron in PATRONS:
            self.reserve(patron, title, "main", any_edition=any_edition)

    @rule(order=st.permutations(("first", "second")))
    def each_reserves_another_edition_and_takes_any(self, order: list[str]) -> None:
        for patron, title in zip(PATRONS, order, strict=True):
            self.reserve(patron, title, "main", any_edition=True)

    @rule(patron=PATRON, title=TITLE)
    def look_twice_and_reserve_with_both_permits(self, patron: str, title: str) -> None:
        if self._look(patron, title) == "" == self._look(patron, title):
            for permit in range(len(self.world.permits))[-2:]:
                self._send(self._new_wish(permit, "main", any_edition=False), Fate.HEARD)

    @rule(patron=PATRON, order=st.permutations(TITLES))
    def be_refused_and_ask_again_when_nothing_is_in_the_way(
        self, patron: str, order: list[str]
    ) -> None:
        for title in order:
            known = len(self.world.wishes)
            self.look_twice_and_reserve_with_both_permits(patron, title)
            if len(self.world.wishes) > known:
                self.cancel(1)
                self._send(known + 1, Fate.HEARD)
                break

    @precondition(lambda self: self.world.permits)
    @rule(nth=NTH, pickup=BRANCH, any_edition=st.booleans(), fate=FATE)
    def use_an_old_permit(self, nth: int, pickup: str, fate: Fate, *, any_edition: bool) -> None:
        permits = len(self.world.permits)
        permit = permits - 1 - nth % permits
        self._send(self._new_wish(permit, pickup, any_edition=any_edition), fate)

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH, fate=FATE)
    def send_again(self, nth: int, fate: Fate) -> None:
        wishes = len(self.world.wishes)
        self._send(wishes - 1 - nth % wishes, fate)

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH, is_open=st.booleans(), fate=FATE)
    def cancel(self, nth: int, fate: Fate = Fate.HEARD, *, is_open: bool = False) -> None:
        wish, who = self.of_wish(nth, is_open=is_open)
        self.play(
            lambda: self.done("cancelled", self.world.lending.cancel(PatronId(who), wish)),
            lambda: self.world.model.cancel(who, wish),
            fate,
        )

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH, fate=FATE)
    def restore(self, nth: int, fate: Fate = Fate.HEARD) -> None:
        wish, who = self.of_wish(nth, is_open=False)
        self.play(
            lambda: self.done("restored", self.world.lending.restore(PatronId(who), wish)),
            lambda: self.world.model.restore(who, wish),
            fate,
        )

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH)
    def cancel_and_think_again(self, nth: int) -> None:
        wishes = [wish.id for wish, _ in self.world.wishes]
        wish, _ = self.of_wish(nth, is_open=True)
        self.cancel(len(wishes) - 1 - wishes.index(wish))
        self.restore(len(wishes) - 1 - wishes.index(wish))

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH, patron=PATRON)
    def try_to_cancel_what_another_may_have(self, nth: int, patron: str) -> None:
        wish, _ = self.of_wish(nth, is_open=True)
        self.play(
            lambda: self.done("cancelled", self.world.lending.cancel(PatronId(patron), wish)),
            lambda: self.world.model.cancel(patron, wish),
            Fate.HEARD,
        )

    @precondition(lambda self: self.world.wishes)
    @rule(nth=NTH, pickup=BRANCH, is_open=st.booleans(), fate=FATE)
    def change(self, nth: int, pickup: str, fate: Fate, *, is_open: bool) -> None:
        wish, who = self.of_wish(nth, is_open=is_open)
        given = (PatronId(who), wish, BranchId(pickup), NoticeMethod.NONE, Channel.KIOSK)
        self.play(
            lambda: self.done("changed", self.world.lending.change(*given)),
            lambda: self.world.model.change(who, wish, pickup),
            fate,
        )

    def _look(self, patron: str, title: str) -> str:
        expected = self.world.model.why_not(patron, title)
        self.same(told(lambda: self.world.options(patron, title)), expected)
        return expected

    def _new_wish(self, permit: int, pickup: str, *, any_edition: bool) -> int:
        self.world.wish(permit, pickup, any_edition=any_edition)
        return len(self.world.wishes) - 1

    def _send(self, nth: int, fate: Fate) -> None:
        wish, permit = self.world.wishes[nth]
        sealed, how = self.world.permits[permit][1], (str(wish.pickup), wish.any_edition)
        self.play(
            lambda: self.world.reserve(wish),
            lambda: self.world.model.reserve(wish.id, sealed, how),
            fate,
        )
