"""The library as a few dictionaries: what must come of each deed, written without the service."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

MAIN, EAST = "main", "east"
CD_LIMIT = 2
HONOURED, UNDONE = timedelta(hours=72), timedelta(minutes=60)
OPEN = {"queued", "in_transit", "ready"}
SAID_NO = "no: "
Sealed = tuple[str, str, str, datetime]  # its name, for whom, for which title, since when


@dataclass
class Item:
    title: str
    home: str
    state: str = "on_shelf"
    at: str = ""  # "" where it belongs
    to: str = ""


@dataclass
class Loan:
    patron: str
    due: date
    renewals: int = 0
    renewed_on: date | None = None


@dataclass
class Reservation:
    patron: str
    title: str
    permit: str
    pickup: str
    place: int
    requested: datetime
    any_edition: bool
    state: str = "queued"
    item: str = ""
    until: date | None = None
    ended: datetime | None = None
    order: str = ""  # of which 順番予約
    rank: int = 0


@dataclass
class Library:
    """Answers are short texts; a refusal is "no: " and the error's name."""

    works: dict[str, str]  # of each title; "" is no work
    groups: dict[str, str]  # of each title: what it counts as
    items: dict[str, Item]
    now: datetime
    loans: dict[str, Loan] = field(default_factory=dict)  # by item
    reservations: dict[str, Reservation] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)  # the first to each wish
    received: int = 0
    orders: int = 0

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo("Asia/Tokyo")).date()

    # ---- reserving
    def why_not(self, patron: str, title: str) -> str:
        if all(each.state == "missing" for each in self.items.values() if each.title == title):
            return SAID_NO + "NotReservable"
        lent = (
            self.items[code].title for code, loan in self.loans.items() if loan.patron == patron
        )
        if title in lent:
            return SAID_NO + "AlreadyOnLoan"
        mine = [r for r in self.reservations.values() if r.patron == patron and r.state in OPEN]
        if any(each.title == title for each in mine):
            return SAID_NO + "AlreadyReserved"
        cds = sum(self.groups[each.title] == "cd" for each in mine)
        if self.groups[title] == "cd" and cds >= CD_LIMIT:
            return SAID_NO + "LimitReached"
        return ""

    def reserve(self, wish: str, permit: Sealed, how: tuple[str, bool]) -> str:
        if wish not in self.answers:
            self.answers[wish] = self._place(wish, permit, how)
        return self.answers[wish]

    def _place(self, wish: str, permit: Sealed, how: tuple[str, bool]) -> str:
        sealed, patron, title, issued = permit
        is_used = any(each.permit == sealed for each in self.reservations.values())
        if is_used or self.now > issued + HONOURED:
            return SAID_NO + "PermitEnded"
        refusal = self.why_not(patron, title)
        if refusal:
            return refusal
        self.received += 1
        self.reservations[wish] = Reservation(
            patron, title, sealed, how[0], self.received, self.now, how[1]
        )
        return "placed"

    def cancel(self, patron: str, wish: str) -> str:
        row = self._of(patron, wish)
        if row is None:
            return SAID_NO + "ReservationUnknown"
        if row.state == "cancelled":
            return "cancelled"
        if row.state != "queued":
            return SAID_NO + "TooLateToChange"
        row.state, row.ended = "cancelled", self.now
        return "cancelled"

    def restore(self, patron: str, wish: str) -> str:
        row = self._of(patron, wish)
        if row is None:
            return SAID_NO + "ReservationUnknown"
        if row.state == "queued":
            return "restored"
        if row.state != "cancelled" or row.ended is None or self.now > row.ended + UNDONE:
            return SAID_NO + "TooLateToChange"
        refusal = self.why_not(patron, row.title)
        if not refusal:
            row.state, row.ended = "queued", None
        return refusal or "restored"

    def change(self, patron: str, wish: str, pickup: str) -> str:
        row = self._of(patron, wish)
        if row is None:
            return SAID_NO + "ReservationUnknown"
        if row.state not in OPEN or (row.state != "queued" and row.pickup != pickup):
            return SAID_NO + "TooLateToChange"
        row.pickup = pickup
        return "changed"

    def set_order(self, patron: str, wishes: list[str]) -> str:
        rows = [self._of(patron, each) for each in wishes]
        if any(row is None for row in rows):
            return SAID_NO + "ReservationUnknown"
        known = [row for row in rows if row is not None]
        if len(set(wishes)) < 2 or any(row.state != "queued" or row.order for row in known):
            return SAID_NO + "NotToSequence"
        self.orders += 1
        for rank, row in enumerate(known, 1):
            row.order, row.rank = str(self.orders), rank
        return "in order"

    def release_order(self, patron: str, wish: str) -> str:
        row = self._of(patron, wish)
        if row is None:
            return SAID_NO + "ReservationUnknown"
        name = row.order
        for each in self.reservations.values():
            if name and each.order == name:
                each.order, each.rank = "", 0
        return "released"

    # ---- the counter
    def lend(self, patron: str, code: str) -> str:
        item = self.items[code]
        if code in self.loans:
            return SAID_NO + "AlreadyLent"
        kept = self._set_aside(code)
        if kept is not None and kept.patron != patron:
            return SAID_NO + "SetAside"
        mine = [
            each
            for each in self.in_line()
            if each.patron == patron and each.state in OPEN and self.does_for(item, each)
        ]
        done = kept or next(iter(mine), None)
        if done is not None:
            self._end(done, "collected")
            self._forget(done)
        self.loans[code] = Loan(patron, self.today + timedelta(days=14))
        item.state, item.at, item.to = "on_loan", "", ""
        return "lent"

    def take_back(self, code: str, at: str) -> str:
        self.loans.pop(code, None)
        return self._next(code, at)

    def in_hand(self, code: str, at: str) -> str:
        return SAID_NO + "AlreadyLent" if code in self.loans else self._next(code, at)

    def missing(self, code: str) -> str:
        if code in self.loans:
            return SAID_NO + "AlreadyLent"
        kept = self._set_aside(code)
        if kept is not None:
            kept.state, kept.item, kept.until = "queued", "", None
        item = self.items[code]
        item.state, item.at, item.to = "missing", "", ""
        return "missing"

    def take_off(self, code: str, at: str) -> str:
        if code in self.loans:
            return SAID_NO + "AlreadyLent"
        if self.items[code].state != "on_hold_shelf":
            return SAID_NO + "NotOnHoldShelf"
        self.expire()
        return self._next(code, at)

    def expire(self) -> int:
        over = [
            each
            for each in self.reservations.values()
            if each.state == "ready" and each.until is not None and each.until < self.today
        ]
        for each in over:
            self._end(each, "expired")
        return len(over)

    def renew(self, patron: str, code: str) -> str:
        loan, item = self.loans.get(code), self.items[code]
        if loan is None or loan.patron != patron:
            return SAID_NO + "LoanUnknown"
        if loan.renewed_on == self.today:
            return f"until {loan.due}"
        until = loan.due + timedelta(days=14)
        is_awaited = any(
            each.state == "queued" and each.patron != patron and self.does_for(item, each)
            for each in self.reservations.values()
        )
        is_cd, is_early = self.groups[item.title] == "cd", self.today < loan.due
        if is_cd or loan.renewals or until < self.today or is_awaited or is_early:
            return SAID_NO + "NotRenewable"
        loan.due, loan.renewals, loan.renewed_on = until, 1, self.today
        return f"until {until}"

    def _of(self, patron: str, wish: str) -> Reservation | None:
        row = self.reservations.get(wish)
        return row if row is not None and row.patron == patron else None

    def _set_aside(self, code: str) -> Reservation | None:
        tied = (r for r in self.reservations.values() if r.item == code and r.state in OPEN)
        return next(tied, None)

    def in_line(self) -> list[Reservation]:
        return sorted(self.reservations.values(), key=lambda each: each.place)

    def does_for(self, item: Item, row: Reservation) -> bool:
        """Any edition is one of the same work that counts as the same: no book is a disc."""
        theirs, wanted = ((self.works[each], self.groups[each]) for each in (item.title, row.title))
        is_edition = wanted[0] != "" and theirs == wanted
        return item.title == row.title or (row.any_edition and is_edition)

    def before(self, row: Reservation) -> list[str]:
        """The titles that come first in the patron's own order, and are still to come."""
        to_come = {
            each.rank: each.title
            for each in self.reservations.values()
            if row.order and each.order == row.order and each.state in OPEN - {"ready"}
        }
        return [to_come[rank] for rank in sorted(to_come) if rank < row.rank]

    def _next(self, code: str, at: str) -> str:
        item = self.items[code]
        waiting = [
            each
            for each in self.in_line()
            if each.state == "queued" and self.does_for(item, each) and not self.before(each)
        ]
        row = self._set_aside(code) or next(iter(waiting), None)
        if row is None:
            is_home = item.home == at
            item.state, item.at = ("on_shelf", "") if is_home else ("in_transit", at)
            item.to = "" if is_home else item.home
            return "shelve" if is_home else f"home to {item.home}"
        row.item = code
        if row.pickup != at:
            row.state, row.until = "in_transit", None
            item.state, item.at, item.to = "in_transit", at, row.pickup
            return f"send to {row.pickup}"
        if row.state != "ready":
            row.state, row.until = "ready", self.today + timedelta(days=7)
        item.state, item.at, item.to = "on_hold_shelf", at, ""
        return f"hold until {row.until}"

    def _end(self, row: Reservation, state: str) -> None:
        row.state, row.ended, row.item, row.until = state, self.now, "", None

    def _forget(self, row: Reservation) -> None:
        """Once no kiosk may ask for its answer any more."""
        if self.now > row.requested + HONOURED:
            wish = next(each for each, kept in self.reservations.items() if kept is row)
            del self.reservations[wish]
            self.answers[wish] = SAID_NO + "PermitEnded"
