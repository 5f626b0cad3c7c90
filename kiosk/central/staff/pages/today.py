"""What waits at this branch today."""

from dataclasses import dataclass

from fastapi import APIRouter, Response

from kiosk.central.jobs.last_runs import failing
from kiosk.central.staff.access import AnyDesk, Desk
from kiosk.domain.staff import Role

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of one kind, and the page that lists them."""

    name: str
    then: str
    count: int
    page: str


@routes.get("/")
def today(desk: AnyDesk) -> Response:
    is_failing = bool(failing(desk.service.database))
    return desk.show("today.html", waiting=_waiting(desk), is_failing=is_failing)


def _waiting(desk: Desk) -> tuple[Waiting, ...]:
    words, service, branch = desk.words, desk.service, desk.staff.branch.id
    calls = len(service.calls.waiting(branch))
    fetching = len(service.circulation.pick_list(branch))
    expired = len(service.circulation.expired(branch))
    all_roles = (
        Waiting(
            words("Calls for a librarian"), words("Go to the kiosk that calls."), calls, "/calls"
        ),
        Waiting(
            words("To be fetched from the shelves"),
            words("Somebody waits for these items."),
            fetching,
            "/fetch",
        ),
        Waiting(
            words("Not collected in time"),
            words("Take them off the hold shelf."),
            expired,
            "/expired",
        ),
    )
    if not desk.staff.role.includes(Role.COUNTER):
        return all_roles
    notices = len(service.notices.staff_list(branch))
    to_tell = Waiting(
        words("Patrons to be told"), words("Telephone calls and FAX."), notices, "/notices"
    )
    slowed = len(service.staff.guessing.slowed())
    guessed = Waiting(
        words("Kiosks slowed by wrong passwords"),
        words("Look who stands at them."),
        slowed,
        "/guessing",
    )
    return (all_roles[0], to_tell, *all_roles[1:], guessed)
