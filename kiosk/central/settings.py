"""What a technician may set at the central service; read once, from TOML and environment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Self

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.backups.settings import BackupSettings
from kiosk.central.certificates.settings import TlsSettings
from kiosk.central.my_number.settings import MyNumberSettings
from kiosk.central.notices.calling.settings import CallSettings
from kiosk.central.notices.machines import WORDS
from kiosk.central.notices.mail.settings import MailSettings
from kiosk.central.secret_file import UnfitFile, owners_only
from kiosk.domain.bounds import Between, Matches
from kiosk.domain.toml_table import TomlTable

PREFIX = "LIBRARY_SERVICE_"  # KIOSK_… are the kiosk's own
_POSTGRESQL = r"postgresql\+psycopg://.+"
_SQLITE_OR = "an address like sqlite:///… or postgresql+psycopg://…"
DatabaseUrl = Annotated[str, Matches(rf"sqlite:///.+|{_POSTGRESQL}", _SQLITE_OR)]
ReplicaUrl = Annotated[str, Matches(_POSTGRESQL, "an address like postgresql+psycopg://…")]


@dataclass(frozen=True, slots=True)
class CentralSettings:
    """Relative paths start at the settings file's folder; in the environment, where one stands."""

    data_folder: Path
    policy_file: Path
    # None: a SQLite file in the data folder; an address may hold a password
    database_url: DatabaseUrl | None = field(default=None, repr=False)
    # instead: a file that holds the address, and that its owner alone may read
    database_url_file: Path | None = None
    # of one replica or several, for what may be some seconds old; None: the leader tells all
    replica_url: ReplicaUrl | None = field(default=None, repr=False)
    replica_behind_s: Annotated[float, Between(0)] = 10.0  # one further behind is not asked
    trust_anchors: Path | None = None  # a folder of PEM files; None: no certificate is trusted
    # 利用者証明用 of the My Number card; J-LIS's test cards have another
    certificate_policy: Annotated[str, Matches(r"[0-2](\.\d+)+", "numbers divided by points")] = (
        "1.2.392.200149.8.5.1.3.30"
    )
    my_number: MyNumberSettings = field(default_factory=MyNumberSettings)
    password_hash: HashCost = field(default_factory=HashCost)
    # mixed into every password before it is hashed; None: nothing is
    password_key_file: Path | None = None
    mail: MailSettings = field(default_factory=MailSettings)
    # makes FAXes of e-mails to number@domain; None: FAXes are on the staff's list
    fax_gateway: Annotated[str, Matches(r"[\w-]+(\.[\w-]+)+", "a domain")] | None = None
    calls: CallSettings = field(default_factory=CallSettings)
    backups: BackupSettings = field(default_factory=BackupSettings)
    tls: TlsSettings = field(default_factory=TlsSettings)  # towards kiosks and staff
    phones: TlsSettings = field(default_factory=TlsSettings)  # a public one
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
        return replace(settings, database_url=_address(settings, table))

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data_folder / 'central.sqlite'}"

    @property
    def is_embedded(self) -> bool:
        """Whether the data are a file of this machine, which one service has for itself."""
        return self.database.startswith("sqlite")


def _address(settings: CentralSettings, table: TomlTable) -> str | None:
    """The database's address, wherever it stands.

    Raises:
        SettingWrong.
    """
    key, file = "database_url_file", settings.database_url_file
    if file is None:
        return settings.database_url
    if settings.database_url is not None:
        raise table.wrong(key, "the only one of database_url and database_url_file", "both")
    try:
        address = owners_only(file)
    except UnfitFile as unfit:
        raise table.wrong(key, unfit.allowed, unfit.found) from unfit
    if not re.fullmatch(_POSTGRESQL, address):
        raise table.wrong(key, "a file with an address like postgresql+psycopg://…")
    return address
