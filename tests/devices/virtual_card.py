"""A My Number card in memory, written from the card's side and sharing nothing with the kiosk.

It keeps a log of every command that reached it, so that a test can say what did not.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509 import load_pem_x509_certificate

JPKI = bytes.fromhex("D392F000260100000001")
ATR = bytes.fromhex("3BE000FF8131FE4514")
DEMONSTRATION = Path(__file__).parent.parent.parent / "assets" / "demonstration" / "my_number"

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

    kind: str  # "gone before", "gone after", "half", or a status in hex: "6F00"
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
    key: RSAPrivateKey
    files: dict[int, bytes]
    pins: dict[int, Pin]
    token: bytes = b"JPKIAPICCTOKEN2"
    is_my_number: bool = True
    atr: bytes = ATR
    faults: list[Fault] = field(default_factory=list)
    log: list[bytes] = field(default_factory=list)
    _is_in_application: bool = False
    _selected: int | None = None

    @classmethod
    def of_the_test_authority(cls, pin: str = "1234", tries_left: int = 3) -> "VirtualCard":
        key, certificate, authority = _test_authority()
        auth = Pin(pin.encode(), 3)
        auth.tries_left = tries_left
        return cls(
            key,
            {
                AUTH_CERTIFICATE: certificate,
                AUTH_AUTHORITY: authority,
                SIGN_CERTIFICATE: certificate,
                SIGN_AUTHORITY: authority,
            },
            {AUTH_PIN: auth, SIGN_PASSWORD: Pin(b"ABC123", 5)},
        )

    @property
    def auth_pin(self) -> Pin:
        return self.pins[AUTH_PIN]

    @property
    def verifies(self) -> list[bytes]:
        """The VERIFYs that carried a PIN, as they reached the card."""
        return [command for command in self.log if carries_pin(command)]

    def power_on(self) -> None:
        """Off, on or reset alike: nothing is selected, no PIN is given."""
        self._is_in_application = False
        self._selected = None
        for pin in self.pins.values():
            pin.is_verified = False

    def answer(self, command: bytes) -> bytes | None:
        """Data and status; None when the card is gone."""
        fault = self._take_fault(command)
        if fault == "gone before":
            return None
        self.log.append(command)
        answer = self._answer(command)
        if fault == "gone after":
            return None
        if fault == "half":
            return answer[: len(answer) // 2]
        return bytes.fromhex(fault) if fault else answer

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
        if not self._is_in_application:
            return NO_SUCH_COMMAND
        if head == bytes.fromhex("00A4020C"):
            return self._select_file(int.from_bytes(body[1:3]))
        if head[:2] == bytes.fromhex("00B0"):
            return self._read(int.from_bytes(head[2:]), (body[0] if body else 0) or 256)
        if head == bytes.fromhex("00200080"):
            return self._verify(body)
        if head == bytes.fromhex("802A0080"):
            return self._sign(body[1 : 1 + body[0]])
        return NO_SUCH_COMMAND

    def _select_application(self, aid: bytes) -> bytes:
        self.power_on()
        self._is_in_application = self.is_my_number and aid.startswith(JPKI)
        return OK if self._is_in_application else NOT_FOUND

    def _select_file(self, file: int) -> bytes:
        known = {TOKEN, AUTH_KEY, SIGN_KEY, *self.files, *self.pins}
        if file not in known:
            return NOT_FOUND
        self._selected = file
        return OK

    def _read(self, offset: int, length: int) -> bytes:
        if self._selected == SIGN_CERTIFICATE and not self.pins[SIGN_PASSWORD].is_verified:
            return NOT_ALLOWED
        content = self.files.get(self._selected or 0)
        if self._selected == TOKEN:
            content = self.token.ljust(32, b" ")
        if content is None:
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
        needed = {AUTH_KEY: AUTH_PIN, SIGN_KEY: SIGN_PASSWORD}.get(self._selected or 0)
        if needed is None or not self.pins[needed].is_verified:
            return NOT_ALLOWED
        numbers = self.key.private_numbers()
        modulus = numbers.public_numbers.n
        size = (modulus.bit_length() + 7) // 8
        if len(to_sign) > size - 11:
            return WRONG_LENGTH
        padded = b"\0\1" + b"\xff" * (size - 3 - len(to_sign)) + b"\0" + to_sign
        return pow(int.from_bytes(padded), numbers.d, modulus).to_bytes(size) + OK


@cache
def _test_authority() -> tuple[RSAPrivateKey, bytes, bytes]:
    """The card's key, its certificate and the authority's, read once: checking a key is slow."""
    key = load_pem_private_key((DEMONSTRATION / "card-key.pem").read_bytes(), None)
    assert isinstance(key, RSAPrivateKey)
    certificate, authority = (
        load_pem_x509_certificate((DEMONSTRATION / name).read_bytes()).public_bytes(Encoding.DER)
        for name in ("card-certificate.pem", "anchors/authority.pem")
    )
    return key, certificate, authority
