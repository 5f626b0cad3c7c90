"""Which commands may reach a My Number card: what its table of files needs, and nothing else.

The number itself, the face of the card (券面), the resident record (住基), a change of PIN:
none of it is written here or there, so none of it passes.
"""

from kiosk.hardware.card_reader import apdu
from kiosk.hardware.card_reader.guard import PASSWORD_LENGTHS, PIN_DIGITS, ApduRefused
from kiosk.hardware.card_reader.my_number_files import CardFiles, Place, Use
from kiosk.hardware.card_reader.signing_kinds import KINDS

_READ_LENGTH = 5  # 00 B0 offset offset Le
_WITHIN_SELECTED = 0x80  # with this bit an offset would name another file
_BODY = len(apdu.VERIFY) + 1  # where what a command carries begins
_LENGTHS = {Use.PIN: range(PIN_DIGITS, PIN_DIGITS + 1), Use.PASSWORD: PASSWORD_LENGTHS}


class AllowList:
    """Follows what the card has selected; what it does not know for sure it does not allow."""

    def __init__(self, files: CardFiles) -> None:
        self._application: bytes | None = None
        self._selected: Place | None = None
        self._applications = {
            apdu.select_application(place.application): place.application
            for place in files.places()
        }
        self._files = {
            (place.application, apdu.select_file(place.file)): place for place in files.places()
        }

    @property
    def use(self) -> Use | None:
        """What the selected file is for; None while none is."""
        return None if self._selected is None else self._selected.use

    def check(self, command: bytes) -> None:
        """Raises ApduRefused."""
        if command in self._applications or self._file(command) is not None:
            return
        if self._application is None:
            raise ApduRefused("another application")
        if not self._is_meant_for_selected(command):
            raise ApduRefused("not on the list")

    def asks_tries(self, command: bytes) -> bool:
        return command == apdu.ask_tries()

    def selects(self, command: bytes) -> bool:
        return command.startswith(apdu.SELECT)

    def secret_within(self, command: bytes) -> str | None:
        """The secret of a VERIFY; None for any other command."""
        return command[_BODY:].decode("latin-1") if apdu.carries_secret(command) else None

    def sent(self, command: bytes) -> None:
        """Until the answer is there, nobody knows what a SELECT has selected."""
        if command in self._applications:
            self._application = None
        if self.selects(command):
            self._selected = None

    def answered(self, command: bytes, answer: apdu.Answer) -> None:
        if not answer.is_done:
            return
        if command in self._applications:
            self._application = self._applications[command]
        elif self.selects(command):
            self._selected = self._file(command)

    def _file(self, command: bytes) -> Place | None:
        return None if self._application is None else self._files.get((self._application, command))

    def _is_meant_for_selected(self, command: bytes) -> bool:
        match self.use:
            case Use.READ:
                return _is_read(command)
            case Use.PIN | Use.PASSWORD as use:
                return self.asks_tries(command) or _is_verify(command, _LENGTHS[use])
            case Use.KEY:
                return _is_sign(command)
        return False


def _is_read(command: bytes) -> bool:
    return (
        len(command) == _READ_LENGTH
        and command.startswith(apdu.READ_BINARY)
        and command[2] < _WITHIN_SELECTED
    )


def _is_verify(command: bytes, lengths: range) -> bool:
    length = len(command) - _BODY
    return length in lengths and command.startswith(apdu.VERIFY + bytes([length]))


def _is_sign(command: bytes) -> bool:
    to_sign = command[_BODY:-1]
    is_whole = len(to_sign) < apdu.LONGEST_READ and command == apdu.sign(to_sign)
    return is_whole and any(kind.is_one(to_sign) for kind in KINDS)
