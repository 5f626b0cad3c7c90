"""Signing in and out, one's own password, and the language of the pages."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from kiosk.central.accounts.secrets import new_secret
from kiosk.central.staff.access import (
    COOKIE,
    LANGUAGE,
    AnyDesk,
    Browser,
    BrowserHere,
    Desk,
    ServiceHere,
)
from kiosk.central.staff.cookies import forget, keep
from kiosk.central.staff.saying import Said, Tone, say_refused, told
from kiosk.central.staff.scans import Scanned, folded
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import CardClosed, StaffSignInWrong, TriedTooOften
from kiosk.domain.staff import StaffNumber

routes = APIRouter()

LONGEST = 200
Password = Annotated[str, Form(max_length=LONGEST)]


@routes.get("/sign-in")
def ask(browser: BrowserHere, service: ServiceHere) -> Response:
    """The page gives the browser a cookie, to which its form is tied."""
    token = browser.token or new_secret()
    known = Browser(browser.request, browser.rendering, browser.words, token)
    page = known.show("sign_in.html", branches=service.staff.colleagues.branches(), said=None)
    keep(browser.request, page, COOKIE, token)
    return page


@routes.post("/sign-in")
def sign_in(
    browser: BrowserHere,
    service: ServiceHere,
    number: Scanned,
    password: Password,
    branch: Annotated[str, Form(max_length=LONGEST)] = "",
) -> Response:
    """A session has a token of its own: what was in the browser before opens nothing."""
    at = BranchId(branch) if branch else None
    try:
        token = service.staff.sign_in.sign_in(StaffNumber(folded(number)), password, at)
    except (CardClosed, StaffSignInWrong, TriedTooOften) as error:
        said = say_refused(browser.words, error)
        status = HTTPStatus.UNAUTHORIZED
        branches = service.staff.colleagues.branches()
        return browser.show("sign_in.html", status, branches=branches, said=said)
    service.staff.sign_in.end(browser.token)
    answer = RedirectResponse("/", HTTPStatus.SEE_OTHER)
    keep(browser.request, answer, COOKIE, token)
    return answer


@routes.post("/sign-out")
def sign_out(browser: BrowserHere, service: ServiceHere) -> Response:
    service.staff.sign_in.end(browser.token)
    answer = RedirectResponse("/sign-in", HTTPStatus.SEE_OTHER)
    forget(browser.request, answer, COOKIE)
    return answer


@routes.post("/language")
def speak(request: Request, language: Annotated[str, Form(max_length=10)]) -> Response:
    answer = RedirectResponse("/", HTTPStatus.SEE_OTHER)
    keep(request, answer, LANGUAGE, language if language.isalpha() else "")
    return answer


@routes.get("/own-password")
def ask_password(desk: AnyDesk) -> Response:
    return _own(desk, None)


@routes.post("/own-password")
def set_password(desk: AnyDesk, old: Password, new: Password) -> Response:
    """Whoever sets another one signs in with it."""
    words, service, number = desk.words, desk.service, desk.staff.number

    def change() -> Said:
        if not service.staff.sign_in.is_right(number, old):
            raise StaffSignInWrong
        service.staff.colleagues.set_password(number, new)
        return Said(Tone.DONE, words("The password is changed."), words("Sign in with it now."))

    return _own(desk, told(words, change))


@routes.post("/own-password/elsewhere")
def leave_elsewhere(desk: AnyDesk, password: Password) -> Response:
    """Whoever knows the password signs out at every other browser."""
    words, staff, number = desk.words, desk.service.staff, desk.staff.number

    def leave() -> Said:
        if not staff.sign_in.is_right(number, password):
            raise StaffSignInWrong
        staff.open_sessions.end_others(desk.staff)
        return Said(Tone.DONE, words("You are signed in only here now."), "")

    return _own(desk, told(words, leave))


def _own(desk: Desk, said: Said | None) -> Response:
    sessions = desk.service.staff.open_sessions.of(desk.staff)
    return desk.show("own_password.html", said=said, sessions=sessions)
