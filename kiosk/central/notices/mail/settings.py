"""What a technician may set about e-mail."""

import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

from kiosk.domain.bounds import Between


class Tls(StrEnum):
    STARTTLS = "starttls"  # in the open until the server is asked, then encrypted
    FROM_THE_START = "from_the_start"
    NONE = "none"  # for a server on this machine only (rule E2)


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Without a server and a folder no machine sends e-mail: notices go to the staff's list."""

    server: str | None = None  # the library's own, which passes e-mail on
    port: Annotated[int, Between(1, 65535)] = 587
    tls: Tls = Tls.STARTTLS
    authority_file: Path | None = None  # PEM; None: the machine's own authorities are trusted
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    answer_s: Annotated[float, Between(0.1, 300)] = 20  # for each answer of the server
    longest_s: Annotated[float, Between(0.1, 900)] = 120  # for one e-mail in all
    folder: Path | None = None  # instead of a server: e-mails are laid here as files

    @property
    def leaves_the_machine_in_the_open(self) -> bool:
        return (
            self.server is not None and self.tls is Tls.NONE and not _is_this_machine(self.server)
        )

    def tls_context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.authority_file)


def _is_this_machine(server: str) -> bool:
    try:
        return ip_address(server).is_loopback
    except ValueError:
        return server == "localhost"
