"""How the kiosks' application says no: problem documents, whatever went wrong."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from kiosk.central.logs import chain_of
from kiosk.domain import errors
from kiosk.domain.errors import LibraryError
from kiosk.wire.problems import MEDIA_TYPE, STATUS, Problem, code_of

log = logging.getLogger(__name__)

ALWAYS: tuple[type[LibraryError], ...] = (
    errors.KioskUnknown,
    errors.MediaTypeNotRead,
    errors.RequestNotUnderstood,
    errors.RequestTooLarge,
    errors.ServiceBroken,
    errors.StorageBroken,
    errors.StorageBusy,
    errors.StorageFull,
)
_OF_HTTP: dict[int, type[LibraryError]] = {
    HTTPStatus.NOT_FOUND: errors.NothingHere,
    HTTPStatus.METHOD_NOT_ALLOWED: errors.MethodNotOffered,
}
_BUSY_RETRY_S = 2
_LONGEST_DETAIL = 200  # characters


def documents(*kinds: type[LibraryError]) -> dict[int | str, dict[str, Any]]:
    """What a route may answer besides success, for the OpenAPI document."""
    codes: dict[int, list[str]] = {}
    for kind in sorted({*ALWAYS, *kinds}, key=lambda one: (STATUS[one], one.__name__)):
        codes.setdefault(STATUS[kind], []).append(code_of(kind))
    return {status: {"model": Problem, "description": ", ".join(codes[status])} for status in codes}


def answer_with_problems(app: FastAPI) -> None:
    """Let the application answer every error with a problem document."""
    app.add_exception_handler(LibraryError, _ours)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _not_understood)


def problem_answer(error: LibraryError, detail: str | None = None) -> Response:
    problem = Problem.of(error, detail)
    return Response(problem.to_json(), problem.status, _headers(error, problem), MEDIA_TYPE)


async def _ours(_request: Request, error: Exception) -> Response:
    assert isinstance(error, LibraryError)
    answer = problem_answer(error)
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("a request failed", extra={"told": {"error": chain_of(error)}})
    return answer


async def _of_http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    answer = problem_answer(_OF_HTTP.get(error.status_code, errors.RequestNotUnderstood)())
    answer.headers.update(error.headers or {})
    return answer


async def _not_understood(_request: Request, error: Exception) -> Response:
    """Say where and what kind, never what was sent."""
    assert isinstance(error, RequestValidationError)
    places = (f"{'.'.join(map(str, one['loc']))}: {one['type']}" for one in error.errors())
    return problem_answer(errors.RequestNotUnderstood(), "; ".join(places)[:_LONGEST_DETAIL])


def _headers(error: LibraryError, problem: Problem) -> dict[str, str]:
    if isinstance(error, errors.TriedTooOften):
        return {"Retry-After": str(error.wait_s)}
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        return {"Retry-After": str(_BUSY_RETRY_S)}
    if problem.status == HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": "Bearer"}
    return {}
