"""One call: dialled, heard ringing for a moment, hung up; and what that was worth."""

import time

from kiosk.central.notices.calling.control_port import ControlPort
from kiosk.central.notices.handed import Handed, accepted, later, refused, unknown

_CLOSING_S = 2.0
_RINGING, _ANSWERED, _ENDED = "CALL_RINGING", "CALL_ESTABLISHED", "CALL_CLOSED"
_PROGRESS = "CALL_PROGRESS"  # 183: a tone or an announcement; nobody can tell which
_NOT_DIALLED = "COMMAND_REFUSED"
# What the exchange says about the phone rather than about itself (RFC 3261, 21.4 and 21.6).
_OF_THE_PHONE = {
    "404": "no_such_number",
    "410": "no_such_number",
    "484": "no_such_number",
    "604": "no_such_number",
    "408": "not_reachable",
    "480": "not_reachable",
    "486": "busy",
    "600": "busy",
    "603": "declined",
}
_SURELY_SILENT = frozenset({"busy", "no_such_number"})


def ring_once(port: ControlPort, uri: str, ring_s: float, unheard_s: float) -> Handed:
    """Call until it has rung for ring_s, was answered or ended; then it is hung up.

    Raises:
        OSError, ValueError: the control port broke.
    """
    call = _Call(port)
    port.command("dial", uri)
    try:
        return _until_it_rings(call, unheard_s) or _while_it_rings(call, ring_s)
    finally:
        call.hang_up()


class _Call:
    def __init__(self, port: ControlPort) -> None:
        self._port = port
        self._is_over = False
        self.why = ""  # it ended: "486 Busy Here"

    def next_within(self, wait_s: float) -> str | None:
        """What happened next; None: nothing for so long."""
        happened = self._port.next_event(wait_s)
        if happened is None:
            return None
        self._is_over = happened.type in {_ENDED, _NOT_DIALLED}
        self.why = happened.param
        return happened.type

    def hang_up(self) -> None:
        if not self._is_over:
            self._port.command("hangup")
            while not self._is_over and self.next_within(_CLOSING_S) is not None:
                pass


def _until_it_rings(call: _Call, unheard_s: float) -> Handed | None:
    """None once it rings."""
    until, perhaps_rang = time.monotonic() + unheard_s, False
    while (left_s := until - time.monotonic()) > 0:
        happened = call.next_within(left_s)
        if happened == _RINGING:
            return None
        if happened == _ANSWERED:
            return accepted("answered")
        if happened == _ENDED:
            handed = _ended(call.why)
            is_sure = not perhaps_rang or handed.code in _SURELY_SILENT
            return handed if is_sure else unknown("perhaps_rang")
        if happened == _NOT_DIALLED:
            return later("call_not_begun")
        perhaps_rang = perhaps_rang or happened == _PROGRESS
    return unknown("perhaps_rang") if perhaps_rang else refused("never_rang")


def _while_it_rings(call: _Call, ring_s: float) -> Handed:
    """It stands in the phone's history already; whoever answers meanwhile hears nobody."""
    until = time.monotonic() + ring_s
    while (left_s := until - time.monotonic()) > 0:
        happened = call.next_within(left_s)
        if happened == _ANSWERED:
            return accepted("answered")
        if happened == _ENDED:
            break
    return accepted("rang")


def _ended(why: str) -> Handed:
    """Before it rang: by the phone's fault, or by the exchange's, which may be over later."""
    code = why[:3]
    if code in _OF_THE_PHONE:
        return refused(_OF_THE_PHONE[code])
    return later(f"exchange_refused_{code}" if code.isdigit() else "exchange_not_reached")
