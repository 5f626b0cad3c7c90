"""Commands to a card and its answers, as bytes (ISO 7816-4, short forms only)."""

from dataclasses import dataclass, field
from typing import Protocol

from kiosk.domain.errors import CardGone

LONGEST_READ = 256  # what every reader carries; written as 00
STATUS_BYTES = 2

SELECT = bytes.fromhex("00A4")
READ_BINARY = bytes.fromhex("00B0")
VERIFY = bytes.fromhex("00200080")  # the selected file says whose; alone it asks the tries left
SIGN = bytes.fromhex("802A0080")

DONE = 0x9000
NOT_THERE = 0x6A82
LOCKED = (0x6983, 0x6984)


class Transmit(Protocol):
    """Takes a command to the card and brings its whole answer back, status bytes last.

    Raises CardGone, DeviceGone, CardSilent.
    """

    def __call__(self, command: bytes, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Answer:
    data: bytes = field(repr=False)
    status: int  # SW1 SW2

    @classmethod
    def of(cls, answer: bytes) -> "Answer":
        """Raises CardGone for what no card says: the contact was lost in the middle."""
        if len(answer) < STATUS_BYTES or answer[-2] >> 4 not in {0x6, 0x9}:
            raise CardGone
        return cls(answer[:-2], int.from_bytes(answer[-2:]))

    @property
    def is_done(self) -> bool:
        return self.status == DONE

    @property
    def tries_left(self) -> int | None:
        """What a VERIFY or a question for the tries says; None if it says something else."""
        if self.data:
            return None
        if self.status in LOCKED:
            return 0
        return self.status & 0xF if self.status & 0xFFF0 == 0x63C0 else None  # noqa: PLR2004 - 63Cx


def select_application(aid: bytes) -> bytes:
    return SELECT + b"\x04\x0c" + bytes([len(aid)]) + aid


def select_file(file: bytes) -> bytes:
    return SELECT + b"\x02\x0c" + bytes([len(file)]) + file


def read_binary(offset: int, length: int) -> bytes:
    """At most 256 bytes of the selected file; the offset has 15 bits."""
    return READ_BINARY + offset.to_bytes(2) + bytes([length % LONGEST_READ])


def ask_tries() -> bytes:
    """Costs nothing, and says the same when the PIN was already given."""
    return VERIFY


def verify(secret: str) -> bytes:
    return VERIFY + bytes([len(secret)]) + secret.encode("ascii")


def carries_secret(command: bytes) -> bool:
    return command.startswith(VERIFY) and command != VERIFY


def sign(to_sign: bytes) -> bytes:
    return SIGN + bytes([len(to_sign)]) + to_sign + b"\x00"
