"""The phones' application: it stands alone on its listener, and has nothing yet."""

from fastapi import FastAPI

from kiosk.central.guarded import Guarded
from kiosk.central.kiosks.body_limit import BodyLimit
from kiosk.central.kiosks.problems import answer_with_problems, problem_answer
from kiosk.central.net import Net
from kiosk.central.net import unseen as nobody_counts
from kiosk.domain.errors import ServiceBroken

_GUARDS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
}


def make_phones() -> FastAPI:
    """Every address is answered by a problem document; it knows neither service nor database."""
    app = FastAPI(
        title="Library phones",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    answer_with_problems(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(
        Net,
        says="answered phones",
        public="phones",
        answered=nobody_counts,
        sorry=lambda: problem_answer(ServiceBroken()),
    )
    app.add_middleware(Guarded, headers=_GUARDS)
    return app
