"""Items in hand: returned, arrived, sent, found again; one scan each."""

from collections.abc import Callable
from enum import StrEnum

from fastapi import APIRouter, Response

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.staff.access import AnyDesk, Desk
from kiosk.central.staff.saying import Said, say_next, told
from kiosk.central.staff.scans import Scanned, with_item
from kiosk.domain.branches import BranchId
from kiosk.domain.circulation import Next

routes = APIRouter(prefix="/items")


class Task(StrEnum):
    RETURN = "return"
    ARRIVE = "arrive"
    SEND = "send"
    FOUND = "found"


@routes.get("/{task}")
def ask(desk: AnyDesk, task: Task) -> Response:
    return _page(desk, task, None)


@routes.post("/{task}")
def scan(desk: AnyDesk, task: Task, barcode: Scanned) -> Response:
    policy, branch = desk.service.policy.card, desk.staff.branch.id
    deed = _deed(desk.service.circulation, task)

    def do() -> Said:
        return say_next(desk.words, with_item(barcode, policy, lambda read: deed(read, branch)))

    return _page(desk, task, told(desk.words, do), barcode)


def _deed(circulation: Circulation, task: Task) -> Callable[[str, BranchId], Next]:
    return {
        Task.RETURN: circulation.take_back,
        Task.ARRIVE: circulation.arrive,
        Task.SEND: circulation.send,
        Task.FOUND: circulation.found,
    }[task]


def _page(desk: Desk, task: Task, said: Said | None, scanned: str = "") -> Response:
    words = desk.words
    title, what = {
        Task.RETURN: (words("Returns"), words("Scan what came back.")),
        Task.ARRIVE: (words("Arrivals"), words("Scan what came in a crate.")),
        Task.SEND: (words("Sending"), words("Scan what goes into a crate.")),
        Task.FOUND: (words("Found again"), words("Scan what was missing and is here.")),
    }[task]
    return desk.show("items.html", title=title, what=what, said=said, scanned=scanned)
