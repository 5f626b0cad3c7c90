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
    if not desk.staff.role.includes(Role.COUNTER):
        return (_calls(desk), *_shelves(desk))
    return (_calls(desk), _to_tell(desk), *_shelves(desk), _guessed(desk), *_silent(desk))


def _calls(desk: Desk) -> Waiting:
    words, calls = desk.words, desk.service.calls.waiting(desk.staff.branch.id)
    says = words("Go to the kiosk that calls.")
    return Waiting(words("Calls for a librarian"), says, len(calls), "/calls")


def _shelves(desk: Desk) -> tuple[Waiting, Waiting]:
    words, branch = desk.words, desk.staff.branch.id
    fetching = desk.service.circulation.pick_list(branch)
    expired = desk.service.circulation.expired(branch)
    to_fetch, not_collected = (
        (words("To be fetched from the shelves"), words("Somebody waits for these items.")),
        (words("Not collected in time"), words("Take them off the hold shelf.")),
    )
    return (
        Waiting(*to_fetch, len(fetching), "/fetch"),
        Waiting(*not_collected, len(expired), "/expired"),
    )


def _to_tell(desk: Desk) -> Waiting:
    words, notices = desk.words, desk.service.notices.staff_list(desk.staff.branch.id)
    says = words("Telephone calls and FAX.")
    return Waiting(words("Patrons to be told"), says, len(notices), "/notices")


def _guessed(desk: Desk) -> Waiting:
    words, slowed = desk.words, desk.service.staff.guessing.slowed()
    says = words("Look who stands at them.")
    return Waiting(words("Kiosks slowed by wrong passwords"), says, len(slowed), "/guessing")


def _silent(desk: Desk) -> tuple[Waiting, ...]:
    """Only where one is silent, and only who may look into it is told."""
    if not desk.staff.role.includes(Role.SUPERVISOR):
        return ()
    words = desk.words
    silent = sum(state.is_silent for state in desk.service.watched.all())
    told = Waiting(words("Silent kiosks"), words("Look whether they are on."), silent, "/kiosks")
    return (told,) if silent else ()
