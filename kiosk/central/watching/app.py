"""The application of whoever watches: health, readiness and figures; of this machine only."""

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kiosk.central.guarded import Guarded
from kiosk.central.service import Service
from kiosk.central.watching.figures import Figures
from kiosk.central.watching.readiness import check
from kiosk.central.watching.state import State
from kiosk.domain.errors import LibraryError
from kiosk.wire.problems import STATUS


def make_watch(service: Service, figures: Figures, certificates: Sequence[Path] = ()) -> Starlette:
    """The watchers' application on a service that is ready.

    Args:
        service: that is watched.
        figures: what was counted of it.
        certificates: the files that its listeners show.
    """
    figures.registry.register(State(service, certificates))

    def is_alive(_request: Request) -> Response:
        return PlainTextResponse("alive\n")

    def is_ready(_request: Request) -> Response:
        try:
            check(service.database)
        except LibraryError as error:
            status = STATUS.get(type(error), HTTPStatus.SERVICE_UNAVAILABLE)
            return PlainTextResponse(f"not ready: {error}\n", status)
        return PlainTextResponse("ready\n")

    def metrics(_request: Request) -> Response:
        return Response(generate_latest(figures.registry), media_type=CONTENT_TYPE_LATEST)

    return Starlette(
        routes=[
            Route("/healthz", is_alive),
            Route("/readyz", is_ready),
            Route("/metrics", metrics),
        ],
        middleware=[Middleware(Guarded, headers={"Cache-Control": "no-store"})],
    )
