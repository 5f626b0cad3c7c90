"""How the staff's pages say no: a page with what is, and what to do."""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from kiosk.central.logs import chain_of
from kiosk.central.staff.access import browser_of
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


async def _ours(request: Request, error: Exception) -> Response:
    if isinstance(error, errors.StaffSessionEnded):
        return RedirectResponse("/sign-in", HTTPStatus.SEE_OTHER)
    status = _status(error)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("a page failed", extra={"told": {"error": chain_of(error)}})
    browser = browser_of(request)
    return browser.show("problem.html", status, said=explained(browser.words, error))


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = browser_of(request).words
    what = words("There is no such page.")
    said = Explanation(what, words("Go on from the list at the side."))
    return browser_of(request).show("problem.html", error.status_code, said=said)


async def _not_understood(request: Request, _error: Exception) -> Response:
    """A form that no page of ours has made; what was sent is repeated nowhere."""
    words = browser_of(request).words
    said = Explanation(
        words("This was not understood."), words("Open the page anew and try again.")
    )
    return browser_of(request).show("problem.html", HTTPStatus.UNPROCESSABLE_ENTITY, said=said)


def _status(error: Exception) -> int:
    if isinstance(error, _FORBIDDEN):
        return HTTPStatus.FORBIDDEN
    kinds = (STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    return next(kinds, HTTPStatus.CONFLICT)
