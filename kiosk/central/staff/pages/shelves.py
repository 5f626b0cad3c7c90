"""The hold shelf, what is to be taken off it, and what is to be fetched for those who wait."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from kiosk.central.staff.access import AnyDesk, Desk
from kiosk.central.staff.saying import Said, Tone, say_next, told
from kiosk.central.staff.scans import Scanned, folded, with_item
from kiosk.domain.circulation import OnHoldShelf
from kiosk.domain.errors import NotOnHoldShelf

routes = APIRouter()


@routes.get("/hold-shelf")
def hold_shelf(desk: AnyDesk) -> Response:
    return _hold_shelf(desk, None)


@routes.post("/hold-shelf")
def find(desk: AnyDesk, scanned: Scanned) -> Response:
    """Where an item, or what a slip is about, stands."""
    read = folded(scanned)

    def do() -> Said:
        standing = desk.service.circulation.hold_shelf(desk.staff.branch.id)
        there = [each for each in standing if read in {each.item.barcode, each.reservation}]
        if not there:
            raise NotOnHoldShelf
        return _say_standing(desk, there[0])

    return _hold_shelf(desk, told(desk.words, do), scanned)


@routes.get("/expired")
def expired(desk: AnyDesk) -> Response:
    return _expired(desk, None)


@routes.post("/expired")
def take_off(desk: AnyDesk, barcode: Scanned) -> Response:
    """Take off what was not fetched in time; whoever waits next gets it."""
    circulation, branch = desk.service.circulation, desk.staff.branch.id
    policy = desk.service.policy.card

    def do() -> Said:
        return say_next(
            desk.words,
            with_item(barcode, policy, lambda read: circulation.take_off(read, branch)),
        )

    return _expired(desk, told(desk.words, do), barcode)


@routes.get("/fetch")
def pick_list(desk: AnyDesk) -> Response:
    return _pick_list(desk, None)


@routes.post("/fetch")
def picked(desk: AnyDesk, barcode: Scanned) -> Response:
    circulation, branch = desk.service.circulation, desk.staff.branch.id
    policy = desk.service.policy.card

    def do() -> Said:
        return say_next(
            desk.words, with_item(barcode, policy, lambda read: circulation.picked(read, branch))
        )

    return _pick_list(desk, told(desk.words, do), barcode)


@routes.post("/missing")
def missing(desk: AnyDesk, barcode: Annotated[str, Form(max_length=100)]) -> Response:
    """It is not where the list says; another copy is looked for."""
    words = desk.words

    def do() -> Said:
        desk.service.circulation.missing(barcode)
        what = words("It is marked as missing.")
        return Said(Tone.DONE, what, words("Scan it under Found again when it turns up."))

    return _pick_list(desk, told(words, do), barcode)


def _say_standing(desk: Desk, there: OnHoldShelf) -> Said:
    words = desk.words
    if there.reservation is None:
        what = words("It stands on the hold shelf, and nobody waits for it.")
        then = words("Take it off the hold shelf.")
        return Said(Tone.ASIDE, what, then, to=there.place, item=there.item)
    what = words("It stands on the hold shelf.")
    then = words("Lend it to the patron who brings this reservation number.")
    return Said(Tone.DONE, what, then, to=there.place, number=there.reservation, item=there.item)


def _hold_shelf(desk: Desk, said: Said | None, scanned: str = "") -> Response:
    standing = desk.service.circulation.hold_shelf(desk.staff.branch.id)
    return desk.show("hold_shelf.html", standing=standing, said=said, scanned=scanned)


def _expired(desk: Desk, said: Said | None, scanned: str = "") -> Response:
    over = desk.service.circulation.expired(desk.staff.branch.id)
    return desk.show("expired.html", over=over, said=said, scanned=scanned)


def _pick_list(desk: Desk, said: Said | None, scanned: str = "") -> Response:
    fetching = desk.service.circulation.pick_list(desk.staff.branch.id)
    return desk.show("fetch.html", fetching=fetching, said=said, scanned=scanned)
