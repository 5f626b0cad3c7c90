"""Calling a librarian."""

from pydantic import Field

from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.wire.message import Asked, Message


class CallRequest(Asked):
    """PUT /calls/{id}: where the kiosk stands and what its screen shows; nothing personal."""

    place: str = Field(max_length=100, examples=["2階 一般 3号機"])
    screen: str = Field(max_length=40, examples=["title"])


class CallAnswer(Message):
    """The call as it stands; its id is the open one's, if the kiosk had called already."""

    id: CallId
    state: CallState

    @classmethod
    def of(cls, call: LibrarianCall) -> "CallAnswer":
        return cls(id=call.id, state=call.state)

    def to_call(self) -> LibrarianCall:
        return LibrarianCall(self.id, self.state)


class OpenCallAnswer(Message):
    """GET /calls/open: the call that this kiosk has open, if any."""

    call: CallAnswer | None = None

    @classmethod
    def of(cls, call: LibrarianCall | None) -> "OpenCallAnswer":
        return cls(call=None if call is None else CallAnswer.of(call))

    def to_call(self) -> LibrarianCall | None:
        return None if self.call is None else self.call.to_call()
