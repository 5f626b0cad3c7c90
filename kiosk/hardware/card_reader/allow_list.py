"""Which commands may reach a My Number card: what a sign-in needs, and nothing else.

The number itself (券面 applications), the resident record (住基), the signing certificate,
a change of PIN: none of it is written here, so none of it passes.
"""

from kiosk.hardware.card_reader import apdu
from kiosk.hardware.card_reader.guard import PIN_DIGITS, ApduRefused
from kiosk.hardware.card_reader.my_number_files import RSA, CardFiles

_READ_LENGTH = 5  # 00 B0 offset offset Le
_WITHIN_SELECTED = 0x80  # with this bit an offset would name another file


class AllowList:
    """Follows what the card has selected; what it does not know for sure it does not allow."""

    def __init__(self, files: CardFiles) -> None:
        self._files = files
        self._is_application_selected = False
        self._selected: bytes | None = None
        self._application = apdu.select_application(files.application)
        self._file_choices = {
            apdu.select_file(file): file
            for file in (
                files.token_file,
                files.certificate_file,
                files.pin_file,
                files.key_file,
            )
        }

    def check(self, command: bytes) -> None:
        """Raises ApduRefused."""
        if command == self._application:
            return
        if not self._is_application_selected:
            raise ApduRefused("another application")
        if not (command in self._file_choices or self._is_meant_for_selected(command)):
            raise ApduRefused("not on the list")

    def asks_tries(self, command: bytes) -> bool:
        return command == apdu.ask_tries()

    def pin_within(self, command: bytes) -> str | None:
        """The PIN of a VERIFY; None for any other command."""
        if not command.startswith(apdu.VERIFY) or self.asks_tries(command):
            return None
        return command[len(apdu.VERIFY) + 1 :].decode("latin-1")

    def sent(self, command: bytes) -> None:
        """Until the answer is there, nobody knows what a SELECT has selected."""
        if command == self._application:
            self._is_application_selected = False
        if command == self._application or command in self._file_choices:
            self._selected = None

    def answered(self, command: bytes, answer: apdu.Answer) -> None:
        if not answer.is_done:
            return
        if command == self._application:
            self._is_application_selected = True
        elif command in self._file_choices:
            self._selected = self._file_choices[command]

    def _is_meant_for_selected(self, command: bytes) -> bool:
        files = self._files
        if self._selected in {files.token_file, files.certificate_file}:
            return _is_read(command)
        if self._selected == files.pin_file:
            return self.asks_tries(command) or _is_verify(command)
        return self._selected == files.key_file and _is_sign(command)


def _is_read(command: bytes) -> bool:
    return (
        len(command) == _READ_LENGTH
        and command.startswith(apdu.READ_BINARY)
        and command[2] < _WITHIN_SELECTED
    )


def _is_verify(command: bytes) -> bool:
    begins = apdu.VERIFY + bytes([PIN_DIGITS])
    return command.startswith(begins) and len(command) == len(begins) + PIN_DIGITS


def _is_sign(command: bytes) -> bool:
    whole = apdu.sign(RSA.digest_info + bytes(32))
    begins = apdu.SIGN + whole[4:5] + RSA.digest_info
    return len(command) == len(whole) and command.startswith(begins) and command[-1] == 0
