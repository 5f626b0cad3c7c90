"""What a technician may set about calls by machine."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from kiosk.domain.bounds import Between, Matches

_NAME = r"[A-Za-z0-9_.+-]+"
_HOST = r"[A-Za-z0-9.-]+(:\d+)?"
SipAddress = Annotated[str, Matches(rf"sip:{_NAME}@{_HOST}", "like sip:library@pbx.example")]
SipProxy = Annotated[str, Matches(rf"sip:{_HOST}", "like sip:192.0.2.9:5060")]
# In baresip's files these signs divide one thing from the next.
SipSecret = Annotated[str, Matches(r'[^\s;,<>"]+', 'without spaces and ; , < > "')]


@dataclass(frozen=True, slots=True)
class CallSettings:
    """Without an account no machine calls: 着信履歴 is on the staff's list."""

    account: SipAddress | None = None  # of the library's telephone exchange
    proxy: SipProxy | None = None  # None: the account's own host
    user: SipSecret | None = field(default=None, repr=False)  # None: the account's name
    password: SipSecret | None = field(default=None, repr=False)
    local_address: Annotated[str, Matches(r"[0-9A-Fa-f.:]*", "an IP address, or nothing")] = ""
    # dialled before each number: "0" for an outside line, "186" where the number must be shown
    prefix: Annotated[str, Matches(r"[0-9*#]*", "digits, or nothing")] = ""
    program: Path = Path("/usr/bin/baresip")
    modules: Path = Path("/usr/lib/baresip/modules")
    unheard_s: Annotated[float, Between(1, 60)] = 20  # without ringing: nobody can be reached
