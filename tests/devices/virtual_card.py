"""A My Number card in memory, written from the card's side and sharing nothing with the kiosk.

It keeps a log of every command that reached it, so that a test can say what did not.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from time import sleep

from tests.devices.card_contents import (
    DEMONSTRATION,
    CardKey,
    authority_of_tests,
    basic_four,
    signature,
)

__all__ = ["DEMONSTRATION", "Fault", "VirtualCard", "at", "at_verify", "carries_pin"]

JPKI = bytes.fromhex("D392F000260100000001")
ITEMS = bytes.fromhex("D3921000310001010408")
ATR = bytes.fromhex("3BE000FF8131FE4514")
NUMBER = b"123456789018"  # what nobody may ever read: 12 digits with a right check digit

OK = bytes.fromhex("9000")
NOT_FOUND = bytes.fromhex("6A82")
NOT_ALLOWED = bytes.fromhex("6982")
LOCKED = bytes.fromhex("6984")
NO_SUCH_COMMAND = bytes.fromhex("6D00")
WRONG_LENGTH = bytes.fromhex("6700")

TOKEN, AUTH_CERTIFICATE, AUTH_AUTHORITY = 0x0006, 0x000A, 0x000B
INS_VERIFY = 0x20
HEAD = 4  # bytes: class, instruction, two parameters
SIGN_CERTIFICATE, SIGN_AUTHORITY = 0x0001, 0x0002
AUTH_KEY, AUTH_PIN, SIGN_KEY, SIGN_PASSWORD = 0x0017, 0x0018, 0x001A, 0x001B
ITEMS_PIN, NUMBER_FILE, BASIC_FOUR = 0x1_0011, 0x1_0001, 0x1_0002  # in the other application
IN_ITEMS = 0x1_0000
NEEDS = {  # what is read or used only after a PIN or password
    SIGN_CERTIFICATE: SIGN_PASSWORD,
    SIGN_KEY: SIGN_PASSWORD,
    AUTH_KEY: AUTH_PIN,
    NUMBER_FILE: ITEMS_PIN,
    BASIC_FOUR: ITEMS_PIN,
}
HANGS_S = 60  # longer than anybody waits


@dataclass(slots=True)
class Pin:
    value: bytes
    tries: int
    tries_left: int = 0
    is_verified: bool = False

    def __post_init__(self) -> None:
        self.tries_left = self.tries_left or self.tries


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong, once, at the first command that `when` is true of."""

    # "gone before", "gone after", "gone once answered"; "half", "short", "long" by a byte;
    # "slow", "hang", "silent"; or a status: "6F00"
    kind: str
    when: Callable[[int, bytes], bool] = field(repr=False)  # how many came before, and the command


def at(count: int, kind: str) -> Fault:
    """A fault at the command before which so many others came."""
    return Fault(kind, lambda before, _command: before == count)


def at_verify(kind: str) -> Fault:
    """A fault at the command that carries a PIN."""
    return Fault(kind, lambda _before, command: carries_pin(command))


def carries_pin(command: bytes) -> bool:
    return command[1] == INS_VERIFY and len(command) > HEAD


@dataclass(slots=True)
class VirtualCard:
    key: CardKey
    files: dict[int, bytes]
    pins: dict[int, Pin]
    token: bytes = b"JPKIAPICCTOKEN2"
    is_my_number: bool = True
    atr: bytes = ATR
    faults: list[Fault] = field(default_factory=list)
    log: list[bytes] = field(default_factory=list)
    slow_s: float = 0  # what a "slow" answer takes
    is_hanging: Event = field(default_factory=Event)
    let_go: Event = field(default_factory=Event)  # ends a "hang"; the card is gone then
    _base: int | None = None  # of the selected application's files
    _selected: int | None = None
    _leaves: bool = False

    @classmethod
    def of_the_test_authority(cls, pin: str = "1234", tries_left: int = 3) -> "VirtualCard":
        key, certificate, authority = authority_of_tests()
        auth = Pin(pin.encode(), 3)
        auth.tries_left = tries_left
        files = {
            AUTH_CERTIFICATE: certificate,
            AUTH_AUTHORITY: authority,
            SIGN_CERTIFICATE: certificate,
            SIGN_AUTHORITY: authority,
            NUMBER_FILE: NUMBER,
            BASIC_FOUR: basic_four(),
        }
        items = Pin(pin.encode(), 3)
        return cls(key, files, {AUTH_PIN: auth, SIGN_PASSWORD: Pin(b"ABC123", 5), ITEMS_PIN: items})

    @property
    def auth_pin(self) -> Pin:
        return self.pins[AUTH_PIN]

    @property
    def items_pin(self) -> Pin:
        return self.pins[ITEMS_PIN]

    @property
    def sign_password(self) -> Pin:
        return self.pins[SIGN_PASSWORD]

    @property
    def verifies(self) -> list[bytes]:
        """The VERIFYs that carried a PIN, as they reached the card."""
        return [command for command in self.log if carries_pin(command)]

    def power_on(self) -> None:
        """Off, on or reset alike: nothing is selected, no PIN is given."""
        self._leaves = False
        self._base = None
        self._selected = None
        for pin in self.pins.values():
            pin.is_verified = False

    def answer(self, command: bytes) -> bytes | None:
        """Data and status; None when the card is gone."""
        fault = self._take_fault(command)
        if fault == "gone before" or self._leaves:
            self._leaves = False
            return None
        self.log.append(command)
        answer = self._answer(command)
        self._leaves = fault == "gone once answered"
        match fault:
            case "gone after":
                return None
            case "half":
                return answer[: len(answer) // 2]
            case "short":
                return answer[:-3] + answer[-2:]
            case "long":
                return answer[:-2] + b"\0" + answer[-2:]
            case "silent":
                self.is_hanging.set()
                return None
            case "slow":
                sleep(self.slow_s)
            case "hang":
                self.is_hanging.set()
                self.let_go.wait(HANGS_S)
                return None
        return bytes.fromhex(fault) if _is_status(fault) else answer

    def _take_fault(self, command: bytes) -> str:
        for fault in self.faults:
            if fault.when(len(self.log), command):
                self.faults.remove(fault)
                return fault.kind
        return ""

    def _answer(self, command: bytes) -> bytes:
        head, body = command[:4], command[4:]
        if head == bytes.fromhex("00A4040C"):
            return self._select_application(body[1:])
        if self._base is None:
            return NO_SUCH_COMMAND
        if head == bytes.fromhex("00A4020C"):
            return self._select_file(self._base + int.from_bytes(body[1:3]))
        if head[:2] == bytes.fromhex("00B0"):
            return self._read(int.from_bytes(head[2:]), (body[0] if body else 0) or 256)
        if head == bytes.fromhex("00200080"):
            return self._verify(body)
        if head == bytes.fromhex("802A0080"):
            return self._sign(body[1 : 1 + body[0]])
        return NO_SUCH_COMMAND

    def _select_application(self, aid: bytes) -> bytes:
        self.power_on()
        if self.is_my_number and aid == JPKI:
            self._base = 0
        elif self.is_my_number and aid == ITEMS:
            self._base = IN_ITEMS
        return OK if self._base is not None else NOT_FOUND

    def _select_file(self, file: int) -> bytes:
        known = {TOKEN, AUTH_KEY, SIGN_KEY, *self.files, *self.pins}
        if file not in known:
            return NOT_FOUND
        self._selected = file
        return OK

    def _is_open(self) -> bool:
        needed = NEEDS.get(self._selected or 0)
        return needed is None or self.pins[needed].is_verified

    def _read(self, offset: int, length: int) -> bytes:
        content = self.files.get(self._selected or 0)
        if self._selected == TOKEN:
            content = self.token.ljust(32, b" ")
        if content is None or not self._is_open():
            return NOT_ALLOWED
        if offset >= len(content):
            return bytes.fromhex("6B00")
        return content[offset : offset + length] + OK

    def _verify(self, body: bytes) -> bytes:
        pin = self.pins.get(self._selected or 0)
        if pin is None:
            return NOT_FOUND
        if not body:
            return bytes([0x63, 0xC0 | pin.tries_left])
        if pin.tries_left == 0:
            return LOCKED
        if body[1:] != pin.value:
            pin.tries_left -= 1
            pin.is_verified = False
            return bytes([0x63, 0xC0 | pin.tries_left])
        pin.tries_left, pin.is_verified = pin.tries, True
        return OK

    def _sign(self, to_sign: bytes) -> bytes:
        """Pads whatever it is given (PKCS #1 v1.5, type 1) and does not look at it."""
        if self._selected not in {AUTH_KEY, SIGN_KEY} or not self._is_open():
            return NOT_ALLOWED
        signed = signature(self.key, to_sign)
        return WRONG_LENGTH if signed is None else signed + OK


def _is_status(fault: str) -> bool:
    return len(fault) == len("6F00") and fault[0] in "69"
