"""Refuses a body that does not say that it is JSON."""

from fastapi import Request

from kiosk.domain.errors import MediaTypeNotRead

_JSON = "application/json"


async def refuse_other_types(request: Request) -> None:
    """What has no body may call itself what it likes.

    Raises:
        MediaTypeNotRead.
    """
    said = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if said != _JSON and await request.body():  # it was read before, and is kept
        raise MediaTypeNotRead
