"""Puts a letter into an e-mail, with the headers that tell machines what it is."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from kiosk.domain.looks import Language
from kiosk.words.letters import Letter

# Old addresses of Japanese telephones have ".." and ".@", which no RFC knows; their servers do.
_USABLE = re.compile(r"[!-;=?A-~]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LANGUAGE_TAGS = {Language.JAPANESE: "ja", Language.EASY_JAPANESE: "ja", Language.ENGLISH: "en"}


@dataclass(frozen=True, slots=True)
class Envelope:
    """Args: id: of the row; the same id is the same letter, also when it is sent again."""

    id: str
    library: str
    sender: str
    recipient: str = field(repr=False)
    languages: tuple[Language, ...]
    written_at: datetime


def is_usable(address: str) -> bool:
    """Whether an e-mail can bear the address at all."""
    return _USABLE.fullmatch(address) is not None


def enclose(letter: Letter, envelope: Envelope) -> EmailMessage:
    """The e-mail, in UTF-8 that passes every server unharmed."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(envelope.library, addr_spec=envelope.sender)
    message["To"] = envelope.recipient
    message["Subject"] = letter.subject
    message["Date"] = envelope.written_at
    message["Message-ID"] = f"<{envelope.id}@{envelope.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday note is sent back
    message.set_content(letter.body, cte="base64")
    tags = dict.fromkeys(_LANGUAGE_TAGS[language] for language in envelope.languages)
    message["Content-Language"] = ", ".join(tags)
    return message
