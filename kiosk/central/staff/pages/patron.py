"""A patron's page: loans, reservations, their order; and the password after proof of identity."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from kiosk.central.my_number.binding import Released
from kiosk.central.notices.card_changes import Where
from kiosk.central.staff.access import CounterDesk, Desk, SupervisorDesk
from kiosk.central.staff.looks import SeenPatron
from kiosk.central.staff.saying import Said, Tone, say_refused, told
from kiosk.central.staff.scans import Scanned, folded
from kiosk.domain.errors import PatronUnknown, ProofMissing, ReservationUnknown
from kiosk.domain.loans import LoanId
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Binder
from kiosk.domain.reservations import Reservation, ReservationId, ReservationState
from kiosk.domain.staff import LookPurpose
from kiosk.words.dates import day

routes = APIRouter(prefix="/patron")

PatronHere = Annotated[PatronId, Form(max_length=100)]
PurposeHere = Annotated[LookPurpose, Form()]
ReservationHere = Annotated[ReservationId, Form(max_length=100)]
MOST_IN_ORDER = 20


@routes.get("")
def ask(desk: CounterDesk) -> Response:
    return _ask(desk, None)


@routes.post("")
def look(desk: CounterDesk, card: Scanned, purpose: PurposeHere) -> Response:
    try:
        seen = desk.service.staff.looks.by_card(desk.staff.number, folded(card), purpose)
    except PatronUnknown as error:
        return _ask(desk, say_refused(desk.words, error), card)
    return show_patron(desk, seen, purpose, None)


@routes.post("/renew")
def renew(
    desk: CounterDesk,
    patron: PatronHere,
    purpose: PurposeHere,
    loan: Annotated[LoanId, Form(max_length=100)],
) -> Response:
    seen = desk.service.staff.looks.again(desk.staff.number, patron, purpose)
    words = desk.words

    def do() -> Said:
        renewed = desk.service.loans.renew(seen.id, loan)
        due = words("Due back on %(day)s.", day=day(words, renewed.due_on))
        return Said(Tone.DONE, words("Renewed."), due)

    return show_patron(desk, seen, purpose, told(words, do))


@routes.post("/cancel")
def cancel(
    desk: CounterDesk, patron: PatronHere, purpose: PurposeHere, reservation: ReservationHere
) -> Response:
    """On its way or ready too (rule V1); what was set aside is told its next way when scanned."""
    seen = desk.service.staff.looks.again(desk.staff.number, patron, purpose)
    words = desk.words
    theirs = {each.id: each for each in desk.service.lending.mine(patron)}

    def do() -> Said:
        if reservation not in theirs:
            raise ReservationUnknown
        desk.service.circulation.cancel(reservation)
        is_queued = theirs[reservation].state is ReservationState.QUEUED
        then = words("Nothing else is to be done.") if is_queued else words("Scan the item anew.")
        what = words("The reservation is cancelled.")
        return Said(Tone.DONE, what, then, number=theirs[reservation].number)

    return show_patron(desk, seen, purpose, told(words, do))


@routes.post("/sequence")
def set_sequence(
    desk: CounterDesk,
    patron: PatronHere,
    purpose: PurposeHere,
    reservation: Annotated[list[ReservationId], Form()],
    rank: Annotated[list[str], Form()],
) -> Response:
    """順番予約 (rule R7): those that were given a number, in the order of the numbers."""
    seen = desk.service.staff.looks.again(desk.staff.number, patron, purpose)
    words = desk.words
    ranked = [
        (int(nth), each) for nth, each in zip(rank, reservation, strict=False) if _is_rank(nth)
    ]

    def do() -> Said:
        desk.service.circulation.set_sequence(seen.id, [each for _, each in sorted(ranked)])
        then = words("Each title comes once the one before it is ready.")
        return Said(Tone.DONE, words("The order is set."), then)

    return show_patron(desk, seen, purpose, told(words, do))


@routes.post("/sequence/release")
def release_sequence(
    desk: CounterDesk, patron: PatronHere, purpose: PurposeHere, reservation: ReservationHere
) -> Response:
    seen = desk.service.staff.looks.again(desk.staff.number, patron, purpose)
    words = desk.words

    def do() -> Said:
        desk.service.circulation.release_sequence(seen.id, reservation)
        then = words("The titles come as they will, each in its old place in the queue.")
        return Said(Tone.DONE, words("The order is released."), then)

    return show_patron(desk, seen, purpose, told(words, do))


@routes.post("/sequence/add")
def add_to_sequence(
    desk: CounterDesk,
    patron: PatronHere,
    purpose: PurposeHere,
    member: Annotated[ReservationId, Form(max_length=100)],
    reservation: ReservationHere,
) -> Response:
    seen = desk.service.staff.looks.again(desk.staff.number, patron, purpose)
    words = desk.words

    def do() -> Said:
        desk.service.circulation.add_to_sequence(seen.id, member, reservation)
        return Said(Tone.DONE, words("Added to the order."), words("It comes as the last of it."))

    return show_patron(desk, seen, purpose, told(words, do))


@routes.post("/password")
def reset_password(
    desk: SupervisorDesk, patron: PatronHere, proof: Annotated[str, Form(max_length=10)] = ""
) -> Response:
    """Back to the initial one, for somebody who has shown card and proof of identity (rule L5)."""
    purpose, words = LookPurpose.PASSWORD, desk.words
    seen = desk.service.staff.looks.again(desk.staff.number, patron, purpose)

    def do() -> Said:
        if proof != "seen":
            raise ProofMissing
        desk.service.own_password.back_to_initial(seen.id, _here(desk))
        then = words(
            "Tell the patron: the last digits of the card number, then month and day of birth. "
            "The kiosk then asks for a new password."
        )
        return Said(Tone.DONE, words("The initial password opens again."), then)

    return show_patron(desk, seen, purpose, told(words, do))


@routes.post("/release")
def release(desk: CounterDesk, patron: PatronHere, purpose: PurposeHere) -> Response:
    """Let passwords open a card again that was closed after many wrong ones (rule L7)."""
    seen = desk.service.staff.looks.again(desk.staff.number, patron, LookPurpose.RELEASE)
    words = desk.words

    def do() -> Said:
        desk.service.own_password.release(seen.id, _here(desk))
        then = words("Ask the patron to choose another password, if it is one that can be guessed.")
        return Said(Tone.DONE, words("Passwords open the card again."), then)

    return show_patron(desk, seen, purpose, told(words, do))


@routes.post("/my-number/let-go")
def let_my_number_go(desk: CounterDesk, patron: PatronHere, purpose: PurposeHere) -> Response:
    """For who lost the card, or is somebody else than who joined it."""
    seen = desk.service.staff.looks.again(desk.staff.number, patron, LookPurpose.MY_NUMBER)
    words = desk.words

    def do() -> Said:
        desk.service.my_number.binding.let_go(seen.id, Released.BY_STAFF, _here(desk))
        then = words("The patron can join one again at a kiosk, with card and password.")
        return Said(Tone.DONE, words("No My Number card signs the patron in any more."), then)

    return show_patron(desk, seen, purpose, told(words, do))


def _here(desk: Desk) -> Where:
    return Where.at_counter(desk.staff.branch.id)


def _is_rank(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and 0 < int(typed) <= MOST_IN_ORDER


def _ask(desk: Desk, said: Said | None, scanned: str = "") -> Response:
    purposes = {
        LookPurpose.RESERVATION: desk.words("A reservation"),
        LookPurpose.LOAN: desk.words("A loan"),
        LookPurpose.PASSWORD: desk.words("The password"),
        LookPurpose.QUESTION: desk.words("Another question"),
    }
    return desk.show("patron_card.html", purposes=purposes, said=said, scanned=scanned)


def show_patron(desk: Desk, seen: SeenPatron, purpose: LookPurpose, said: Said | None) -> Response:
    """All that staff see of somebody who was just looked at."""
    service = desk.service
    reservations = service.lending.mine(seen.id)
    return desk.show(
        "patron.html",
        patron=seen,
        is_closed=service.passwords.attempts.is_closed(seen.card),
        purpose=purpose,
        my_number=service.my_number.binding.bound(seen.id),
        ic_card=service.details.mine(seen.id).ic_card,
        takes_ic_cards=service.policy.ic_card.may_bind(Binder.STAFF),
        loans=service.loans.mine(seen.id),
        reservations=reservations,
        free=[each for each in reservations if _may_join(each)],
        ordered=[each for each in reservations if each.sequence_rank is not None],
        said=said,
    )


def _may_join(reservation: Reservation) -> bool:
    is_queued = reservation.state is ReservationState.QUEUED
    return is_queued and reservation.sequence_rank is None
