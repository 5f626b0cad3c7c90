"""Who is signed in where, as a few lists: what must come of each card, password and key."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.central.model.library import SAID_NO

IDLE, LONGEST = timedelta(minutes=15), timedelta(minutes=60)
SURE = IDLE * 4 / 5  # since a call: not every call lets a session last longer
CLOSES_AT, WITHIN = 4, timedelta(hours=24)
FREE_TRIES, LONGEST_DELAY_S = 2, 300


@dataclass
class Try:
    kiosk: str
    at: datetime
    counts: bool  # towards closing the card
    delays: bool = True


@dataclass
class Visit:
    patron: str
    kiosk: str
    begun: datetime
    used: datetime
    is_ended: bool = False


@dataclass
class Accounts:
    """A refusal is "no: " and the error's name."""

    initial: dict[str, str]  # the password of each patron, until another is chosen
    now: datetime
    chosen: dict[str, str] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    tries: dict[str, list[Try]] = field(default_factory=dict)

    def sign_in(self, patron: str, password: str, kiosk: str) -> str:
        refusal = self.begin(patron, kiosk)
        if refusal:
            return refusal
        this = self.tries[patron].pop()
        is_right = password == self.chosen.get(patron, self.initial[patron])
        if not (is_right and this.counts):
            self.tries[patron].append(this)
            return SAID_NO + ("CardOrPasswordWrong" if this.counts else "CardClosed")
        for each in self.tries[patron]:
            each.delays = each.delays and each.kiosk != kiosk
        for visit in self.visits:
            visit.is_ended |= visit.patron == patron and visit.kiosk != kiosk
        self.visits.append(Visit(patron, kiosk, self.now, self.now))
        return self._leads_to(patron)

    def begin(self, patron: str, kiosk: str) -> str:
        """Count a try before the password is looked at."""
        tries = self.tries.setdefault(patron, [])
        recent = [each for each in tries if each.at > self.now - WITHIN]
        here = [each for each in recent if each.kiosk == kiosk and each.delays]
        if here and self.now < here[-1].at + _delay(len(here)):
            return SAID_NO + "TriedTooOften"
        is_looked_at = sum(each.counts for each in recent) < CLOSES_AT
        tries.append(Try(kiosk, self.now, counts=is_looked_at))
        return ""

    def is_open(self, visit: Visit, kiosk: str) -> bool | None:
        """None: in the minutes in which either is right."""
        is_over = self.now >= min(visit.used + IDLE, visit.begun + LONGEST)
        if visit.is_ended or visit.kiosk != kiosk or is_over:
            return False
        return True if self.now < visit.used + SURE else None

    def call(self, visit: Visit, kiosk: str) -> str:
        """Ask for anything but choosing a password and signing out."""
        if not self.is_open(visit, kiosk):
            return SAID_NO + "SessionEnded"
        visit.used = self.now
        return self._leads_to(visit.patron)

    def choose(self, visit: Visit, kiosk: str, password: str) -> str:
        if not self.is_open(visit, kiosk):
            return SAID_NO + "SessionEnded"
        visit.used = self.now
        if len(password) < len("four") or password == self.initial[visit.patron]:
            return SAID_NO + "PasswordNotAllowed"
        if visit.patron in self.chosen:
            is_same = password == self.chosen[visit.patron]
            return "chosen" if is_same else SAID_NO + "MethodNotOffered"
        self.chosen[visit.patron] = password
        for each in self.visits:
            each.is_ended |= each.patron == visit.patron and each is not visit
        return "chosen"

    def sign_out(self, visit: Visit, kiosk: str) -> str:
        visit.is_ended |= visit.kiosk == kiosk
        return "signed out"

    def _leads_to(self, patron: str) -> str:
        return "welcome" if patron in self.chosen else "choose a password"


def _delay(failures: int) -> timedelta:
    """Some tries cost nothing; the next one second, and each twice as much as the one before."""
    costly = failures - FREE_TRIES
    return timedelta(seconds=min(2 ** (costly - 1), LONGEST_DELAY_S) if costly > 0 else 0)
