"""Lending: the patron's card, then item after item; another card begins the next patron."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from kiosk.central.staff.access import CounterDesk, Desk
from kiosk.central.staff.looks import SeenPatron
from kiosk.central.staff.saying import Said, say_lent, say_refused, told
from kiosk.central.staff.scans import Scanned, folded, with_item
from kiosk.domain.errors import ItemUnknown, PatronUnknown
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservations import ReservationState
from kiosk.domain.staff import LookPurpose

routes = APIRouter(prefix="/lend")


@routes.get("")
def ask(desk: CounterDesk) -> Response:
    return desk.show("lend_card.html", said=None, scanned="")


@routes.post("/card")
def begin(desk: CounterDesk, card: Scanned) -> Response:
    """Whose card it is; that is a look."""
    looks, staff = desk.service.staff.looks, desk.staff.number
    try:
        patron = looks.by_card(staff, folded(card), LookPurpose.LOAN)
    except PatronUnknown as error:
        said = say_refused(desk.words, error)
        return desk.show("lend_card.html", said=said, scanned=card)
    return _page(desk, patron, None)


@routes.post("/item")
def lend(desk: CounterDesk, patron: Annotated[str, Form()], barcode: Scanned) -> Response:
    service = desk.service
    seen = service.staff.looks.again(desk.staff.number, PatronId(patron), LookPurpose.LOAN)
    policy, circulation = service.policy.card, service.circulation

    def do() -> Said:
        lent = with_item(barcode, policy, lambda read: circulation.lend(seen.card, read))
        return say_lent(desk.words, lent)

    try:
        return _page(desk, seen, told(desk.words, do, but=ItemUnknown), barcode)
    except ItemUnknown as error:
        return _next_patron(desk, seen, barcode, error)


def _next_patron(desk: Desk, seen: SeenPatron, scanned: str, error: ItemUnknown) -> Response:
    """Perhaps a card was scanned instead of an item: that patron is next."""
    looks, staff = desk.service.staff.looks, desk.staff.number
    try:
        following = looks.by_card(staff, folded(scanned), LookPurpose.LOAN)
    except PatronUnknown:
        return _page(desk, seen, say_refused(desk.words, error), scanned)
    return _page(desk, following, None)


def _page(desk: Desk, patron: SeenPatron, said: Said | None, scanned: str = "") -> Response:
    """With what stands ready for the patron, here and elsewhere."""
    service = desk.service
    ready = [
        each for each in service.lending.mine(patron.id) if each.state is ReservationState.READY
    ]
    loans = service.loans.mine(patron.id)
    return desk.show(
        "lend.html", patron=patron, ready=ready, loans=loans, said=said, scanned=scanned
    )
