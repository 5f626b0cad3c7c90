"""The application that kiosks talk to, put together."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from fastapi import APIRouter, Depends, FastAPI

from kiosk import __doc__ as about
from kiosk.central.guarded import Guarded
from kiosk.central.kiosks import (
    calls,
    changing,
    describing,
    details,
    enrolling,
    health,
    ic_cards,
    lending,
    loans,
    records,
    reporting,
    signing_in,
)
from kiosk.central.kiosks.body_limit import BodyLimit
from kiosk.central.kiosks.links import say_what_follows
from kiosk.central.kiosks.media_type import refuse_other_types
from kiosk.central.kiosks.problems import answer_with_problems, problem_answer
from kiosk.central.net import Net
from kiosk.central.service import Service
from kiosk.central.texts import refuse_nul
from kiosk.domain.errors import ServiceBroken
from kiosk.wire.problems import MEDIA_TYPE

ROUTES: tuple[APIRouter, ...] = (
    health.routes,
    signing_in.routes,
    ic_cards.routes,
    changing.routes,
    lending.routes,
    loans.routes,
    records.routes,
    calls.routes,
    details.routes,
    enrolling.routes,
    reporting.routes,
    describing.routes,
)
_FIRST_ERROR = 400
_GUARDS = {
    "Cache-Control": "no-store",  # kept by nobody on the way
    # A browser that was lured here shows nothing of it as a page.
    "Content-Disposition": 'attachment; filename="api.json"',
}
_SIGN_INS_AT_ONCE = 16


class KiosksApp(FastAPI):
    """FastAPI, with an OpenAPI document that says how errors come."""

    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            document = super().openapi()
            _say_how_errors_come(document)
            say_what_follows(document)
        assert self.openapi_schema is not None, "FastAPI keeps what it made"
        return self.openapi_schema


def make_app(service: Service, authority: str = "") -> FastAPI:
    """The kiosks' application on a service that is ready.

    authority: PEM of who signed its certificate; empty: it has none of its own.
    """
    app = KiosksApp(
        title="Library kiosk: central service",
        description=about or "",
        version="1",
        openapi_url=None,  # only for those let in: describing.py
        docs_url=None,  # the pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        dependencies=[Depends(refuse_other_types), Depends(refuse_nul)],
    )
    app.state.service = service
    app.state.authority = authority
    # The threads in which all else is answered never stand full of people who wait for a hash.
    app.state.sign_ins = ThreadPoolExecutor(_SIGN_INS_AT_ONCE, "sign-in")
    for routes in ROUTES:
        app.include_router(routes)
    answer_with_problems(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(
        Net,
        says="answered",
        public="kiosks",
        answered=service.answered,
        sorry=lambda: problem_answer(ServiceBroken()),
    )
    app.add_middleware(Guarded, headers=_GUARDS)  # the last one added lies outermost
    return app


def _say_how_errors_come(document: dict[str, Any]) -> None:
    for path in document["paths"].values():
        for operation in path.values():
            for status, answer in operation["responses"].items():
                if int(status) >= _FIRST_ERROR and "application/json" in answer["content"]:
                    answer["content"] = {MEDIA_TYPE: answer["content"]["application/json"]}
