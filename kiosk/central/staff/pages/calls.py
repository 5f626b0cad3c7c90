"""Calls for a librarian, from the kiosks; the page asks anew by itself."""

from fastapi import APIRouter, Response

from kiosk.central.staff.access import AnyDesk, Desk
from kiosk.central.staff.saying import Said, Tone, told
from kiosk.domain.calls import CallId, CallState
from kiosk.words.words import Words

routes = APIRouter(prefix="/calls")


@routes.get("")
def waiting(desk: AnyDesk) -> Response:
    return _page(desk, None)


@routes.post("/{call}/answer")
def answer(desk: AnyDesk, call: CallId) -> Response:
    words = desk.words

    def do() -> Said:
        desk.service.calls.answer(call)
        return Said(Tone.DONE, words("The kiosk says that you are coming."), words("Go there now."))

    return _page(desk, told(words, do))


@routes.post("/{call}/done")
def done(desk: AnyDesk, call: CallId) -> Response:
    words = desk.words

    def do() -> Said:
        desk.service.calls.done(call)
        return Said(Tone.DONE, words("The call is done."), words("Thank you."))

    return _page(desk, told(words, do))


def _page(desk: Desk, said: Said | None) -> Response:
    here = desk.staff.branch.id
    calls = sorted(desk.service.calls.waiting(), key=lambda call: call.branch != here)
    branches = {branch.id: branch.name for branch in desk.service.staff.colleagues.branches()}
    return desk.show(
        "calls.html",
        calls=calls,
        branches=branches,
        screens=_screens(desk.words),
        waiting=CallState.WAITING,
        said=said,
    )


def _screens(words: Words) -> dict[str, str]:
    """What the kiosk showed, by the names of its pages; one that is not here is told as it is."""
    return {
        "home": words("the first page"),
        "search": words("the search"),
        "advanced": words("the search by conditions"),
        "results": words("the list of titles"),
        "title": words("one title"),
        "sign_in": words("signing in"),
        "pin": words("the My Number card"),
        "choose_password": words("choosing a password"),
        "reserve": words("reserving"),
        "confirmation": words("a reservation that was made"),
        "my_library": words("My Library"),
        "reservation": words("one reservation"),
        "apology": words("an apology"),
    }
