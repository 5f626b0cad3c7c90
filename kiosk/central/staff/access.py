"""Who asks: a member of the staff by the browser's cookie, with a form that only we can have made.

The cookie is there before somebody signs in, so that the form of signing in bears a token too.
"""

from dataclasses import dataclass
from hmac import compare_digest
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from kiosk.central.net import note_who
from kiosk.central.service import Service
from kiosk.central.staff.cookies import read
from kiosk.central.staff.rendering import Rendering
from kiosk.central.staff.signing_in import SignedStaff, form_token
from kiosk.domain.errors import FormTooOld, NotYourRole, StaffSessionEnded
from kiosk.domain.staff import Role
from kiosk.words.words import Words

COOKIE, LANGUAGE = "counter", "language"
AGAIN = "again"  # asked by the page itself, not by somebody who is there


async def check_form(request: Request) -> None:
    """Every form is one of this session's own. Raises FormTooOld."""
    if request.method in {"GET", "HEAD"}:
        return
    sent = (await request.form()).get("form_token")
    token = read(request, COOKIE)
    if not token or not isinstance(sent, str) or not sent.isascii():
        raise FormTooOld
    if not compare_digest(sent, form_token(token)):
        raise FormTooOld


def service_of(request: Request) -> Service:
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


ServiceHere = Annotated[Service, Depends(service_of)]


@dataclass(frozen=True, slots=True)
class Browser:
    """Somebody at a browser, signed in or not; speaks the language chosen there."""

    request: Request
    rendering: Rendering
    words: Words
    token: str  # of the cookie; empty: there is none

    def show(self, template: str, status: int = HTTPStatus.OK, **shown: Any) -> HTMLResponse:
        shown = {"staff": None, **shown}
        path = self.request.url.path
        form = form_token(self.token)
        page = self.rendering.page(
            template, self.words, form_token=form, path=path, roles=Role, **shown
        )
        return HTMLResponse(page, status)


def browser_of(request: Request) -> Browser:
    rendering = request.app.state.rendering
    assert isinstance(rendering, Rendering)
    words = rendering.speaking(read(request, LANGUAGE))
    return Browser(request, rendering, words, read(request, COOKIE))


BrowserHere = Annotated[Browser, Depends(browser_of)]


@dataclass(frozen=True, slots=True)
class Desk:
    """One of the staff at a browser."""

    browser: Browser
    service: Service
    staff: SignedStaff

    @property
    def words(self) -> Words:
        return self.browser.words

    def show(self, template: str, status: int = HTTPStatus.OK, **shown: Any) -> HTMLResponse:
        return self.browser.show(template, status, staff=self.staff, **shown)


def _desk(browser: BrowserHere, service: ServiceHere) -> Desk:
    """Raises StaffSessionEnded."""
    if not browser.token:
        raise StaffSessionEnded
    is_touched = AGAIN not in browser.request.query_params
    staff = service.staff.sign_in.find(browser.token, is_touched=is_touched)
    note_who(browser.request, role=staff.role)
    return Desk(browser, service, staff)


AnyDesk = Annotated[Desk, Depends(_desk)]


def _of_counter(desk: AnyDesk) -> Desk:
    return _needing(desk, Role.COUNTER)


def _of_supervisor(desk: AnyDesk) -> Desk:
    return _needing(desk, Role.SUPERVISOR)


def _needing(desk: Desk, role: Role) -> Desk:
    if not desk.staff.role.includes(role):
        raise NotYourRole
    return desk


CounterDesk = Annotated[Desk, Depends(_of_counter)]
SupervisorDesk = Annotated[Desk, Depends(_of_supervisor)]
