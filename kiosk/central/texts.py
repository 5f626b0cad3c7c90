"""Refuses a request whose address or form holds what no database keeps as text."""

from fastapi import Request

from kiosk.domain.errors import RequestNotUnderstood
from kiosk.wire.message import NUL

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def refuse_nul(request: Request) -> None:
    """Look through the address and, where one was sent, the form; bodies see to it themselves.

    What is no UTF-8 comes as U+FFFD already: half a surrogate pair cannot come here.

    Raises:
        RequestNotUnderstood.
    """
    texts = [*request.path_params.values(), *request.query_params.values()]
    if request.headers.get("content-type", "").startswith(_FORMS):
        texts += (await request.form()).values()  # it was read before, and is kept
    if any(isinstance(text, str) and NUL in text for text in texts):
        raise RequestNotUnderstood
