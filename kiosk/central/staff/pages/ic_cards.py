"""The IC card of a patron, bound or let go at the counter; each of it is written down."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from kiosk.central.notices.card_changes import Where
from kiosk.central.staff.access import CounterDesk, Desk
from kiosk.central.staff.pages.patron import PatronHere, PurposeHere, show_patron
from kiosk.central.staff.saying import Said, Tone, told
from kiosk.central.staff.scans import Scanned
from kiosk.domain.ic_cards import IcIdentifier
from kiosk.domain.patrons import PatronId
from kiosk.domain.staff import LookPurpose
from kiosk.words.words import Words

routes = APIRouter(prefix="/patron/ic-card")


@routes.post("")
def bind(
    desk: CounterDesk,
    patron: PatronHere,
    purpose: PurposeHere,
    number: Scanned,
    moves: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """The number is typed by a reader at the counter, or by hand in hexadecimal."""
    seen = desk.service.staff.looks.again(desk.staff.number, patron, LookPurpose.IC_CARD)

    def do() -> Said:
        bindings, identifier = desk.service.ic_cards.bindings, IcIdentifier.typed(number)
        where = Where.at_counter(desk.staff.branch.id)
        former = bindings.bind_for(seen.id, identifier, where, moves=moves == "yes")
        return _say_bound(desk, former)

    return show_patron(desk, seen, purpose, told(desk.words, do))


@routes.post("/let-go")
def let_go(desk: CounterDesk, patron: PatronHere, purpose: PurposeHere) -> Response:
    seen = desk.service.staff.looks.again(desk.staff.number, patron, LookPurpose.IC_CARD)
    words = desk.words

    def do() -> Said:
        where = Where.at_counter(desk.staff.branch.id)
        desk.service.ic_cards.bindings.let_go(seen.id, where)
        return Said(
            Tone.DONE, words("The IC card is let go."), words("It signs nobody in any more.")
        )

    return show_patron(desk, seen, purpose, told(words, do))


def _say_bound(desk: Desk, former: PatronId | None) -> Said:
    words: Words = desk.words
    if former is None:
        then = words("The patron signs in by laying it on a kiosk's reader.")
        return Said(Tone.DONE, words("The IC card is bound."), then)
    desk.service.staff.looks.again(desk.staff.number, former, LookPurpose.IC_CARD)
    what = words("The IC card is bound, and taken from another patron.")
    return Said(Tone.ASIDE, what, words("It is written down at both patrons."))
