"""A real telephone on loopback: SIPp, that does what a test wants when it is called."""

import re
import socket
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

LOOPBACK = "127.0.0.1"
_LIMIT_S = 20
_REASONS = {
    180: "Ringing",
    183: "Session Progress",
    200: "OK",
    404: "Not Found",
    480: "Temporarily Unavailable",
    486: "Busy Here",
    487: "Request Terminated",
    503: "Service Unavailable",
}
_SDP = """v=0
o=phone 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio 9 RTP/AVP 0
a=rtpmap:0 PCMU/8000"""


@dataclass(frozen=True)
class Hears:
    """A request that the phone waits for, no longer than the limit."""

    request: str
    limit_ms: int = 10_000

    @property
    def xml(self) -> str:
        return f'<recv request="{self.request}" timeout="{self.limit_ms}"/>'


@dataclass(frozen=True)
class Says:
    """An answer to the request that it heard last, or to the INVITE."""

    status: int
    to_invite: bool = True

    @property
    def xml(self) -> str:
        has_sdp = self.to_invite and self.status in {183, 200}
        lines = [
            f"SIP/2.0 {self.status} {_REASONS[self.status]}",
            "[last_Via:]",
            "[last_From:]",
            "[last_To:];tag=phone[call_number]",
            "[last_Call-ID:]",
            "CSeq: [$invite] INVITE" if self.to_invite else "[last_CSeq:]",
            "Contact: <sip:phone@[local_ip]:[local_port]>",
            *(["Content-Type: application/sdp"] if has_sdp else []),
            "Content-Length: [len]",
            "",
            *([_SDP] if has_sdp else [""]),
        ]
        text = "\n".join(lines)
        return f"<send><![CDATA[\n{text}\n]]></send>"


@dataclass(frozen=True)
class Waits:
    ms: int

    @property
    def xml(self) -> str:
        return f'<pause milliseconds="{self.ms}"/>'


Step = Hears | Says | Waits


class Phone:
    """Answers one call by its steps, then ends; `heard` tells what was said on the wire."""

    def __init__(self, folder: Path, steps: Sequence[Step]) -> None:
        self.port = _free_port()
        self._folder = folder
        self._scenario = folder / "phone.xml"
        self._scenario.write_text(_scenario(steps), encoding="utf-8")
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        command = ["sipp", "-sf", str(self._scenario), "-i", LOOPBACK, "-p", str(self.port)]
        command += ["-m", "1", "-nostdin", "-nd", "-trace_msg", "-message_file", "wire"]
        command += ["-timeout", f"{_LIMIT_S}s"]
        self._process = subprocess.Popen(
            command, cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while self._process.poll() is None and not _is_bound(self.port):
            time.sleep(0.01)
        assert self._process.poll() is None, "the phone does not understand its steps"
        return self

    def __exit__(self, *_raised: object) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def is_satisfied(self) -> bool:
        """Whether every step came to pass, in order and in time."""
        assert self._process is not None
        return self._process.wait(_LIMIT_S) == 0

    def heard(self) -> list[str]:
        """Requests and statuses on the wire in their order, repeated ones once."""
        wire = self._wire()
        lines = re.findall(r"^(?:SIP/2\.0 (\d+)|([A-Z]+) sip:)", wire, re.MULTILINE)
        names = [status or request for status, request in lines]
        return [name for nth, name in enumerate(names) if nth == 0 or names[nth - 1] != name]

    def called(self) -> str:
        """The number that was dialled."""
        [number, *_] = re.findall(r"^INVITE sip:([^@]+)@", self._wire(), re.MULTILINE)
        return str(number)

    def _wire(self) -> str:
        """All that was said so far."""
        file = self._folder / "wire"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def _scenario(steps: Sequence[Step]) -> str:
    listens = (
        '<recv request="INVITE"><action>'
        '<ereg regexp="[0-9]+" search_in="hdr" header="CSeq:" assign_to="invite"/>'
        "</action></recv>"
    )
    parts = "\n".join(step.xml for step in steps)
    uses = '<Reference variables="invite"/>'
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}\n<scenario name="phone">\n{listens}\n{parts}\n{uses}\n</scenario>\n'


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind((LOOPBACK, 0))
        number: int = probe.getsockname()[1]
        return number


def _is_bound(port: int) -> bool:
    """Looked up, not tried: trying would take the port from the phone."""
    return f":{port:04X} " in Path("/proc/net/udp").read_text(encoding="ascii")
