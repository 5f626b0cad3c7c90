"""Patrons who sign in at two kiosks, choose a password, and leave or forget to."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kiosk.domain.errors import PasswordMustBeChosen
from kiosk.domain.patrons import SessionToken
from tests.central.model.accounts import Visit
from tests.central.model.ground import FATE, NTH, PATRON, Fate, Ground
from tests.central.model.library import SAID_NO
from tests.central.model.town import KIOSKS
from tests.central.model.world import told

KIOSK = st.sampled_from(KIOSKS)
CHOSEN = ("sakura2026", "momiji2026")
INITIAL, SHORT, WRONG = "initial", "abc", "nobodys2026"
PASSWORD = st.sampled_from((INITIAL, INITIAL, *CHOSEN, WRONG))


class Visiting(Ground):
    @rule(patron=PATRON, password=PASSWORD, kiosk=KIOSK, fate=FATE)
    def sign_in(self, patron: str, password: str, kiosk: str, fate: Fate = Fate.HEARD) -> None:
        typed = self._typed(patron, password)
        if fate is Fate.LOST:
            self.world.end_before(lambda: self._signed_in(patron, typed, kiosk))
        elif fate is Fate.UNHEARD:  # counted, and gone before the password was looked at
            self.world.end_after(lambda: self._signed_in(patron, typed, kiosk))
            self.world.accounts.begin(patron, kiosk)
        else:
            expected = self.world.accounts.sign_in(patron, typed, kiosk)
            self.same(told(lambda: self._signed_in(patron, typed, kiosk)), expected)

    @rule(patron=PATRON, kiosk=KIOSK)
    def sign_in_rightly(self, patron: str, kiosk: str) -> None:
        self.sign_in(patron, self.world.accounts.chosen.get(patron, INITIAL), kiosk)

    @rule(patron=PATRON, kiosk=KIOSK)
    def sign_in_while_the_other_kiosk_listens(self, patron: str, kiosk: str) -> None:
        known = len(self.world.visits)
        self.sign_in_rightly(patron, kiosk)
        if len(self.world.visits) > known:
            self.call_from_every_kiosk(0)

    @rule(patron=PATRON, kiosk=KIOSK)
    def sign_in_and_never_hear_of_it(self, patron: str, kiosk: str) -> None:
        known = len(self.world.visits)
        self.sign_in_rightly(patron, kiosk)
        del self.world.visits[known:]  # the session is there; nobody has its key

    @rule(patron=PATRON, kiosk=KIOSK)
    def guess(self, patron: str, kiosk: str) -> None:
        for _ in range(3):
            self.sign_in(patron, WRONG, kiosk)

    @precondition(lambda self: self.world.visits)
    @rule(nth=NTH, kiosk=KIOSK)
    def call(self, nth: int, kiosk: str) -> None:
        self._call(*self._visit(nth), kiosk)

    @precondition(lambda self: self.world.visits)
    @rule(nth=NTH)
    def call_from_every_kiosk(self, nth: int) -> None:
        for kiosk in KIOSKS:
            self._call(*self._visit(nth), kiosk)

    @precondition(lambda self: self.world.visits)
    @rule(nth=NTH, password=st.sampled_from((INITIAL, SHORT, *CHOSEN)), fate=FATE)
    def choose_a_password(self, nth: int, password: str, fate: Fate) -> None:
        token, visit = self._visit(nth)
        typed = self._typed(visit.patron, password)
        self._call(token, visit, visit.kiosk)  # so that the session is not made longer by it
        self.play(
            lambda: self.world.choose(token, visit.kiosk, typed),
            lambda: self.world.accounts.choose(visit, visit.kiosk, typed),
            fate,
        )

    @precondition(lambda self: self.world.visits)
    @rule(nth=NTH, kiosk=KIOSK, fate=FATE)
    def sign_out(self, nth: int, kiosk: str, fate: Fate) -> None:
        token, visit = self._visit(nth)
        self.play(
            lambda: self.done("signed out", self.world.sessions.end(token, kiosk)),
            lambda: self.world.accounts.sign_out(visit, kiosk),
            fate,
        )

    @precondition(lambda self: self.world.visits)
    @rule(nth=NTH)
    def sign_out_and_let_the_next_press_back(self, nth: int) -> None:
        token, visit = self._visit(nth)
        self.world.sessions.end(token, visit.kiosk)
        self.world.accounts.sign_out(visit, visit.kiosk)
        self._call(token, visit, visit.kiosk)

    def _signed_in(self, patron: str, typed: str, kiosk: str) -> str:
        token = self.world.sign_in(patron, typed, kiosk)
        self.world.visits.append((token, self.world.accounts.visits[-1]))
        return self._gone_through(token, kiosk)

    def _call(self, token: SessionToken, visit: Visit, kiosk: str) -> None:
        said = told(lambda: self._gone_through(token, kiosk))
        if self.world.accounts.is_open(visit, kiosk) is None:
            if said == SAID_NO + "SessionEnded":
                visit.is_ended = True
            else:
                visit.used = self.world.accounts.now
        self.same(said, self.world.accounts.call(visit, kiosk))

    def _gone_through(self, token: SessionToken, kiosk: str) -> str:
        """Where a call leads; of what the session says, the patron is the one who signed in."""
        try:
            signed = self.world.call(token, kiosk)
        except PasswordMustBeChosen:
            return "choose a password"
        return "welcome" if any(signed.patron == v.patron for _, v in self.world.visits) else "?"

    def _visit(self, nth: int) -> tuple[SessionToken, Visit]:
        visits = self.world.visits
        return visits[-1 - nth % len(visits)]

    def _typed(self, patron: str, password: str) -> str:
        return self.world.accounts.initial[patron] if password == INITIAL else password
