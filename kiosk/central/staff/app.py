"""The application that staff see in their browsers, put together."""

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

from fastapi import APIRouter, Depends, FastAPI, Response
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse

from kiosk.central.guarded import Guarded
from kiosk.central.kiosks.body_limit import BodyLimit
from kiosk.central.net import Net
from kiosk.central.service import Service
from kiosk.central.staff.access import check_form
from kiosk.central.staff.guards import GUARDS, SORRY
from kiosk.central.staff.pages import (
    calls,
    guessing,
    ic_cards,
    items,
    kiosks,
    lending,
    notices,
    oversight,
    patron,
    shelves,
    signing_in,
    today,
)
from kiosk.central.staff.problems import answer_with_pages
from kiosk.central.staff.rendering import WORDS, Rendering
from kiosk.central.staff.theme import theme_css
from kiosk.central.texts import refuse_nul

ROUTES: tuple[APIRouter, ...] = (
    signing_in.routes,
    today.routes,
    items.routes,
    lending.routes,
    shelves.routes,
    notices.routes,
    calls.routes,
    guessing.routes,
    patron.routes,
    ic_cards.routes,
    oversight.routes,
    kiosks.routes,
)
HOSTS = ["127.0.0.1", "localhost"]  # whoever comes under another name was lured here
LARGEST_FORM = 65_536  # bytes
_STATIC = Path(__file__).parent / "static"


def make_counter(
    service: Service, words_folder: Path = WORDS, hosts: Sequence[str] = ()
) -> FastAPI:
    """The staff's application on a service that is ready.

    hosts: names and addresses in its certificate, by which other machines may ask.
    """
    app = FastAPI(
        title="Library counter",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        dependencies=[Depends(check_form), Depends(refuse_nul)],
    )
    app.state.service = service
    policy = service.policy
    app.state.rendering = Rendering(policy.library, policy.calendar.zone, words_folder)
    for routes in ROUTES:
        app.include_router(routes)
    app.include_router(_static())
    answer_with_pages(app)
    app.add_middleware(BodyLimit, largest=LARGEST_FORM)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[*HOSTS, *hosts])
    app.add_middleware(
        Net,
        says="answered staff",
        public="counter",
        answered=service.answered,
        sorry=lambda: PlainTextResponse(SORRY, HTTPStatus.INTERNAL_SERVER_ERROR),
    )
    app.add_middleware(Guarded, headers=GUARDS)  # the last one added lies outermost
    return app


def _static() -> APIRouter:
    """Style and script: read once, with the house's colours."""
    style = f"{theme_css()}{(_STATIC / 'counter.css').read_text(encoding='utf-8')}"
    script = (_STATIC / "counter.js").read_text(encoding="utf-8")
    routes = APIRouter()

    @routes.get("/counter.css")
    def css() -> Response:
        return Response(style, media_type="text/css")

    @routes.get("/counter.js")
    def js() -> Response:
        return Response(script, media_type="text/javascript")

    return routes
