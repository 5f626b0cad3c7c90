"""Brings a notice or letter to the machine that delivers it."""

import logging
from collections.abc import Callable
from functools import cached_property

from kiosk.central.notices.dialling import dialled
from kiosk.central.notices.errands import Errand
from kiosk.central.notices.handed import Handed, refused, unknown
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.mail.envelope import Envelope, enclose, is_usable
from kiosk.central.tables.notices import LetterRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind
from kiosk.domain.policy import Policy
from kiosk.words.letters import Letter, letter_in_all, ready_letter
from kiosk.words.words import Words

log = logging.getLogger(__name__)

_READER_UNKNOWN = {
    LetterKind.RESERVATION_REFUSED,
    LetterKind.CARD_CHANGED,
    LetterKind.CERTIFICATE_ENDS,
}


class Carrier:
    """Knows each machine's way; used by one thread."""

    def __init__(self, machines: Machines, policy: Policy) -> None:
        self.machines = machines
        self._policy = policy

    def notice(self, errand: Errand) -> Handed:
        """Deliver a notice by its method; whatever nobody foresaw leaves it unknown."""
        ways: dict[NoticeMethod, Callable[[Errand], Handed]] = {
            NoticeMethod.EMAIL: self._by_email,
            NoticeMethod.FAX: self._by_fax,
            NoticeMethod.MISSED_CALL: self._by_missed_call,
        }
        return _safely(lambda: ways[errand.method](errand))

    def letter(self, row: LetterRow) -> Handed:
        """Send an e-mail; whatever nobody foresaw leaves it unknown."""
        return _safely(lambda: self._letter(row))

    def _letter(self, row: LetterRow) -> Handed:
        if self.machines.post is None:
            return refused("no_machine")
        assert row.to_address is not None, "what is due has an address"
        languages = self._languages(row)
        library, facts = self._policy.library, row.facts or {}
        letter = letter_in_all(self._words, languages, library, row.kind, facts)
        return self._send(letter, self._envelope(row, row.to_address, languages))

    def _languages(self, row: LetterRow) -> tuple[Language, ...]:
        """Which the patron reads, nobody knows where no screen is open, or a stranger's."""
        is_unknown = row.kind in _READER_UNKNOWN
        return self._policy.notice.languages if is_unknown else (row.language,)

    def _by_email(self, errand: Errand) -> Handed:
        languages = self._policy.notice.languages
        letter = ready_letter(self._words, languages, errand.ready)
        return self._send(letter, self._envelope(errand, errand.contact, languages))

    def _by_fax(self, errand: Errand) -> Handed:
        """An e-mail that a gateway makes a FAX of."""
        number = dialled(errand.contact)
        if number is None:
            return refused("number_unusable")
        languages = self._policy.notice.languages
        letter = ready_letter(self._words, languages, errand.ready)
        address = f"{number}@{self.machines.fax_domain}"
        return self._send(letter, self._envelope(errand, address, languages))

    def _by_missed_call(self, errand: Errand) -> Handed:
        assert self.machines.caller is not None, "only what a machine can is taken in hand"
        number = dialled(errand.contact)
        if number is None:
            return refused("number_unusable")
        return self.machines.caller.ring(number, self._policy.notice.ring_seconds)

    def _envelope(
        self, row: Errand | LetterRow, recipient: str, languages: tuple[Language, ...]
    ) -> Envelope:
        return Envelope(
            id=row.id,
            library=self._policy.library,
            sender=self._policy.notice.sender_address,
            recipient=recipient,
            languages=languages,
            written_at=row.written_at,
        )

    def _send(self, letter: Letter, envelope: Envelope) -> Handed:
        assert self.machines.post is not None, "only what a machine can is taken in hand"
        if not is_usable(envelope.recipient):
            return refused("address_unusable")
        return self.machines.post.send(enclose(letter, envelope))

    @cached_property
    def _words(self) -> Words:
        """Read when the first letter is written, not when the service starts."""
        return Words.load(self.machines.words_folder, Language.JAPANESE)


def _safely(carry: Callable[[], Handed]) -> Handed:
    try:
        return carry()
    except Exception:  # the net of deliveries: the next one still goes out
        log.exception("a delivery failed")
        return unknown("machine_failed")
