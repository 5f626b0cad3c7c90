"""What the service can be asked, as an OpenAPI document: for kiosks that were let in."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from kiosk.central.kiosks.access import KioskHere

routes = APIRouter()


@routes.get("/openapi.json", include_in_schema=False)
def describe(_kiosk: KioskHere, request: Request) -> Response:
    return JSONResponse(request.app.openapi())
