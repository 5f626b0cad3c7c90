"""Visits of patrons who see what is theirs, as the machine hands them to screens."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk.domain import errors
from kiosk.domain.bound_card import BoundCard
from kiosk.domain.card_changes import CardChange, ToldChange
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.loans import Loan, LoanId, WhyNotRenewable
from kiosk.domain.reservations import Changes, Reservation, ReservationId, ReservationState
from kiosk.domain.waiting import Moved, WhyMoved, WhyUnsaid
from kiosk.events import LibraryTab
from kiosk.premises import Premises
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.stock import KOKORO, SYMPHONY
from kiosk.visit import MyLibrary, SeeMyLibrary, Signed, Visit
from kiosk.visit.my_library import in_order
from tests.screens.account_visits import (
    EAST,
    KEPT,
    LONG_ONE,
    MAIN,
    MOVING,
    NOTICES,
    OPTIONS,
    READY,
    RESERVATION,
    SESSION,
    WAITING_TIME,
)

TODAY = date(2026, 11, 20)
WAITING = replace(
    RESERVATION,
    can_change=True,
    waiting=WAITING_TIME,
    moved=Moved(5, WhyMoved.ITEM_CAME, date(2026, 11, 18)),
)
LONG_WAIT = replace(LONG_ONE, can_change=True, waiting=WAITING_TIME)
IN_ORDER = replace(
    WAITING,
    id=ReservationId("r6"),
    title=KOKORO.title.id,
    title_name=KOKORO.title.name,
    position=4,
    sequence_rank=2,
    comes_after="明治の文豪と港町 上巻",
    waiting=replace(WAITING_TIME, earliest=None, latest=None, why_unsaid=WhyUnsaid.OWN_ORDER),
    moved=None,
)
CANCELLED = replace(
    RESERVATION,
    id=ReservationId("r7"),
    title=SYMPHONY.title.id,
    title_name=SYMPHONY.title.name,
    creator=SYMPHONY.title.creators[0].name,
    call_number=SYMPHONY.title.call_number,
    state=ReservationState.CANCELLED,
    position=None,
    cancelled_at=datetime(2026, 11, 18, 3, tzinfo=UTC),
)
CANCELLED_AND_RESERVED = replace(CANCELLED, id=ReservationId("r8"), title=WAITING.title)
CHANGES = Changes(WAITING.id, OPTIONS.pickups, NOTICES)


def _loans() -> tuple[Loan, ...]:
    """One in each situation: past due, due today, reserved by others, renewed, a CD, not yet."""
    library = SimulatedLibrary()
    return library.loans.mine(library.accounts.sign_in(CARD, PASSWORD))


LOANS = _loans()
RESERVATIONS = in_order((WAITING, KEPT, READY, LONG_WAIT, MOVING, replace(IN_ORDER, position=13)))
LIBRARY = MyLibrary(RESERVATIONS, LOANS, (CANCELLED, CANCELLED_AND_RESERVED), TODAY)


def seen(library: MyLibrary, **more: object) -> Visit:
    return Visit(purpose=SeeMyLibrary(), signed=Signed(SESSION, library=library), **more)  # type: ignore[arg-type]


def changed(visit: Visit, **library: object) -> Visit:
    """The same visit with this in its library."""
    assert visit.signed is not None, "whoever sees their own is signed in"
    now = replace(visit.signed.library, **library)  # type: ignore[arg-type]
    return replace(visit, signed=replace(visit.signed, library=now))


MINE = seen(LIBRARY)
ON_LOAN = changed(MINE, tab=LibraryTab.LOANS)
EMPTY = seen(MyLibrary((), today=TODAY))
UNKNOWN = seen(MyLibrary(), trouble=errors.LineLost())
RENEWABLE = next(loan for loan in LOANS if loan.renewed_until is not None and not loan.is_overdue)
RENEWED = changed(
    ON_LOAN,
    loans=tuple(
        replace(
            loan,
            due_on=date(2026, 12, 4),
            renewed_until=None,
            why_not=WhyNotRenewable.RENEWED_ALREADY,
        )
        if loan == RENEWABLE
        else loan
        for loan in LOANS
    ),
    renewed=frozenset({RENEWABLE.id}),
)
NOT_RENEWED = replace(changed(ON_LOAN, asked=RENEWABLE.id), trouble=errors.LineLost())
MANY = seen(
    MyLibrary(
        tuple(
            replace(
                WAITING,
                id=ReservationId(f"m{turn}"),
                title_name=f"全集 第{turn}巻",
                position=turn,
            )
            for turn in range(1, 21)
        ),
        tuple(replace(LOANS[at % 6], id=LoanId(f"l{at}")) for at in range(15)),
        tuple(replace(CANCELLED, id=ReservationId(f"c{at}")) for at in range(9)),
        TODAY,
    )
)


def just_cancelled() -> Visit:
    """A moment ago; the toast offers to take it back."""
    left = tuple(each for each in RESERVATIONS if each.id != WAITING.id)
    visit = changed(MINE, reservations=left)
    assert visit.signed is not None, "whoever cancels is signed in"
    undoable = replace(WAITING, state=ReservationState.CANCELLED, position=None)
    return replace(visit, signed=replace(visit.signed, undoable=undoable))


def signed_by(card: BoundCard) -> Visit:
    """With a My Number card of which something is to be told."""
    assert MINE.signed is not None, "whoever sees lists is signed in"
    session = replace(MINE.signed.session, my_number=card)
    return replace(MINE, signed=replace(MINE.signed, session=session))


def told(*changes: ToldChange) -> Visit:
    """What opens the card was changed, and no e-mail could tell it."""
    assert MINE.signed is not None, "whoever sees lists is signed in"
    session = replace(MINE.signed.session, changes=changes)
    return replace(MINE, signed=replace(MINE.signed, session=session))


def lists() -> Mapping[str, Visit]:
    hidden = changed(MINE, hides_titles=True)
    return {
        "": MINE,
        "loans": ON_LOAN,
        "cancelled": changed(MINE, tab=LibraryTab.CANCELLED),
        "empty": EMPTY,
        "empty-loans": changed(EMPTY, tab=LibraryTab.LOANS),
        "empty-cancelled": changed(EMPTY, tab=LibraryTab.CANCELLED),
        "unread": UNKNOWN,
        "many": MANY,
        "hidden": hidden,
        "hidden-loans": changed(hidden, tab=LibraryTab.LOANS),
        "renewed": RENEWED,
        "card-ends": signed_by(BoundCard(date(2026, 12, 24), ends_soon=True)),
        "card-renewed": signed_by(BoundCard(date(2031, 9, 10), was_renewed=True)),
        "card-changed": told(ToldChange(CardChange.PASSWORD_SET, date(2026, 11, 18))),
        "card-opened": told(ToldChange(CardChange.RELEASED, date(2026, 11, 18), at_counter=True)),
        "not-renewed": NOT_RENEWED,
        "undo": just_cancelled(),
        "undo-line-down": replace(just_cancelled(), premises=Premises(is_line_down=True)),
        "refused": replace(
            changed(MINE, tab=LibraryTab.CANCELLED), trouble=errors.LimitReached(10)
        ),
    }


def looked_at(reservation: Reservation, changes: Changes | None = None, **more: object) -> Visit:
    """The page of one reservation, with its branch and notice as they are."""
    listed = tuple(reservation if each.id == reservation.id else each for each in RESERVATIONS)
    visit = changed(MINE, reservations=listed, opened=reservation.id, changes=changes)
    assert visit.signed is not None, "whoever sees their own is signed in"
    signed = replace(visit.signed, pickup=reservation.pickup.id, notice=reservation.notice)
    return replace(visit, signed=signed, **more)  # type: ignore[arg-type]


OPENED = looked_at(WAITING, CHANGES)


def otherwise(visit: Visit = OPENED) -> Visit:
    """Another branch and another notice are chosen, not yet confirmed."""
    assert visit.signed is not None, "whoever sees their own is signed in"
    chosen = replace(visit.signed, pickup=EAST.id, notice=NoticeMethod.MISSED_CALL)
    return replace(visit, signed=chosen)


def one_reservation() -> Mapping[str, Visit]:
    return {
        "": OPENED,
        "otherwise": otherwise(),
        "changed": changed(OPENED, has_changed=True),
        "refused": replace(otherwise(), trouble=errors.NoticeNotPossible()),
        "hidden": changed(OPENED, hides_titles=True),
        "in-order": looked_at(IN_ORDER, replace(CHANGES, reservation=IN_ORDER.id)),
        "long": looked_at(LONG_WAIT, replace(CHANGES, reservation=LONG_WAIT.id)),
        "on-its-way": looked_at(replace(MOVING, pickup=MAIN)),
        "ready": looked_at(READY),
        "unread": looked_at(WAITING, trouble=errors.LineLost()),
        "line-down": replace(OPENED, premises=Premises(is_line_down=True)),
    }
