"""What a technician may set at the central service; read once, from TOML and environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Self

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.notices.calling.settings import CallSettings
from kiosk.central.notices.machines import WORDS
from kiosk.central.notices.mail.settings import MailSettings
from kiosk.domain.bounds import Matches
from kiosk.domain.toml_table import TomlTable

PREFIX = "LIBRARY_SERVICE_"  # KIOSK_… are the kiosk's own
DatabaseUrl = Annotated[
    str, Matches(r"sqlite:///.+|postgresql\+\w+://.+", "an address like sqlite:///…")
]


@dataclass(frozen=True, slots=True)
class CentralSettings:
    """Relative paths start at the settings file's folder; in the environment, where one stands."""

    data_folder: Path
    policy_file: Path
    # None: a SQLite file in the data folder; an address may hold a password
    database_url: DatabaseUrl | None = field(default=None, repr=False)
    trust_anchors: Path | None = None  # a folder of PEM files; None: no certificate is trusted
    # 利用者証明用 of the My Number card; J-LIS's test cards have another
    certificate_policy: Annotated[str, Matches(r"[0-2](\.\d+)+", "numbers divided by points")] = (
        "1.2.392.200149.8.5.1.3.30"
    )
    password_hash: HashCost = field(default_factory=HashCost)
    mail: MailSettings = field(default_factory=MailSettings)
    # makes FAXes of e-mails to number@domain; None: FAXes are on the staff's list
    fax_gateway: Annotated[str, Matches(r"[\w-]+(\.[\w-]+)+", "a domain")] | None = None
    calls: CallSettings = field(default_factory=CallSettings)
    words_folder: Path = WORDS

    @classmethod
    def read(cls, file: Path, environment: Mapping[str, str]) -> Self:
        """Read a file; LIBRARY_SERVICE_… variables go before it.

        Raises:
            SettingWrong: names file, key and line, or the variable, and what is allowed.
        """
        table = TomlTable.read_file(file).under(environment, prefix=PREFIX, kind=cls)
        settings = table.read(cls)
        if settings.mail.leaves_the_machine_in_the_open:
            allowed = 'another than "none" for a server that is not this machine'
            raise table.wrong("mail.tls", allowed, "none")
        return settings

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data_folder / 'central.sqlite'}"
