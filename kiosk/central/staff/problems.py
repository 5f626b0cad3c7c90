"""How the staff's pages say no: a page with what is, and what to do."""

import logging
from contextlib import suppress
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from kiosk.central.logs import chain_of
from kiosk.central.staff.access import browser_of, service_of
from kiosk.central.staff.saying import explained
from kiosk.domain import errors
from kiosk.domain.errors import LibraryError
from kiosk.wire.problems import STATUS
from kiosk.words.explaining.explanation import Explanation

log = logging.getLogger(__name__)

_FORBIDDEN = (errors.NotYourRole, errors.FormTooOld)


def answer_with_pages(app: FastAPI) -> None:
    """Let the application answer every error with a page."""
    app.add_exception_handler(LibraryError, _ours)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _not_understood)


def _ours(request: Request, error: Exception) -> Response:
    if isinstance(error, errors.StaffSessionEnded):
        return RedirectResponse("/sign-in", HTTPStatus.SEE_OTHER)
    status = _status(error)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("a page failed", extra={"told": {"error": chain_of(error)}})
    return _page(request, status, explained(browser_of(request).words, error))


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = browser_of(request).words
    what = words("There is no such page.")
    return _page(request, error.status_code, Explanation(what, words("Go on from today's list.")))


def _not_understood(request: Request, _error: Exception) -> Response:
    """A form that no page of ours has made; what was sent is repeated nowhere."""
    words = browser_of(request).words
    what = words("This was not understood.")
    said = Explanation(what, words("Open the page anew and try again."))
    return _page(request, HTTPStatus.UNPROCESSABLE_ENTITY, said)


def _page(request: Request, status: int, said: Explanation) -> Response:
    """With the list of pages, for whoever is signed in."""
    browser, sign_in = browser_of(request), service_of(request).staff.sign_in
    staff = None
    with suppress(LibraryError):
        staff = sign_in.find(browser.token, is_touched=False)
    return browser.show("problem.html", status, said=said, staff=staff)


def _status(error: Exception) -> int:
    if isinstance(error, _FORBIDDEN):
        return HTTPStatus.FORBIDDEN
    kinds = (STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    return next(kinds, HTTPStatus.CONFLICT)
