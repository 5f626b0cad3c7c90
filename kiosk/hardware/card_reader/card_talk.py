"""Single questions to a card, each with the answer that it must have."""

from kiosk.domain.errors import CardGone, CardSilent, DeviceGone, LibraryError, PinLocked, PinWrong
from kiosk.domain.my_number import CardSecret
from kiosk.hardware.card_reader import apdu
from kiosk.hardware.card_reader.ber import NotBer, read_head
from kiosk.hardware.card_reader.gate import Gate
from kiosk.hardware.card_reader.my_number_files import CardFiles, Place

LONGEST_OBJECT = 4096  # bytes; the certificates of today have 1,400 to 1,800


class VerifyUnanswered(Exception):
    """A secret was sent and nobody knows what became of it: it is not sent again."""

    def __init__(self, secret: CardSecret, tries_before: int, trouble: LibraryError) -> None:
        super().__init__()
        self.secret = secret
        self.tries_before = tries_before
        self.trouble = trouble  # why the answer was lost


class CardTalk:
    """For one connection. Whatever is cut off or unheard of is CardGone: contact was lost."""

    def __init__(self, transmit: apdu.Transmit, files: CardFiles) -> None:
        self._files = files
        self._card = Gate(transmit, files)
        self._application: bytes | None = None

    def select(self, place: Place, unless_there: type[LibraryError] = CardGone) -> None:
        """Raises what is given if the card says that it has no such file or application."""
        if place.application != self._application:
            self._application = None
            self._choose(apdu.select_application(place.application), unless_there)
            self._application = place.application
        self._choose(apdu.select_file(place.file), unless_there)

    def knows(self, place: Place) -> bool:
        """False for whatever a card says that is no yes: other kinds say it in many ways."""
        self._application = None
        if not self._card(apdu.select_application(place.application)).is_done:
            return False
        self._application = place.application
        return self._card(apdu.select_file(place.file)).is_done

    def read(self, offset: int, length: int) -> bytes:
        answer = self._card(apdu.read_binary(offset, length))
        if not answer.is_done or len(answer.data) != length:
            raise CardGone
        return answer.data

    def read_object(self, head_bytes: int, unless_one: type[LibraryError]) -> bytes:
        """All of the BER object in the selected file, and nothing beyond: cards refuse that.

        head_bytes: as much of it as surely says its length and is surely there.
        """
        head = self.read(0, head_bytes)
        try:
            length = read_head(head).whole_bytes
        except NotBer:
            raise unless_one from None
        if not head_bytes <= length <= LONGEST_OBJECT:
            raise unless_one
        offsets = range(head_bytes, length, apdu.LONGEST_READ)
        rest = (self.read(at, min(apdu.LONGEST_READ, length - at)) for at in offsets)
        return head + b"".join(rest)

    def ask_tries(self, secret: CardSecret, unless_there: type[LibraryError] = CardGone) -> int:
        self.select(self._files.secrets[secret], unless_there)
        tries_left = self._card(apdu.ask_tries()).tries_left
        if tries_left is None:
            raise CardGone
        return tries_left

    def open(self, secret: CardSecret, text: str) -> None:
        """Give it once.

        Raises:
            PinWrong, PinLocked, and LastTryKept, for which nothing was sent.
            VerifyUnanswered: a try may be spent.
        """
        before = self.ask_tries(secret)
        try:
            answer = self._card(apdu.verify(text))
        except (CardGone, CardSilent, DeviceGone) as trouble:
            raise VerifyUnanswered(secret, before, trouble) from None
        if answer.is_done and not answer.data:
            return
        if answer.tries_left is None:
            raise VerifyUnanswered(secret, before, CardGone())
        raise wrong(answer.tries_left)

    def sign(self, key: Place, to_sign: bytes) -> bytes:
        self.select(key)
        answer = self._card(apdu.sign(to_sign))
        if not answer.is_done:
            raise CardGone
        return answer.data

    def _choose(self, command: bytes, unless_there: type[LibraryError]) -> None:
        answer = self._card(command)
        if answer.status == apdu.NOT_THERE:
            raise unless_there
        if not answer.is_done:
            raise CardGone


def wrong(tries_left: int) -> LibraryError:
    """What is told after a wrong secret."""
    return PinWrong(tries_left) if tries_left else PinLocked()
