"""What a technician may set on one kiosk: read once, from a TOML file and the environment."""

import os
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.domain.bounds import Between, Matches
from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.domain.policy import CardPolicy, ItemPolicy
from kiosk.domain.toml_table import TomlTable
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings
from kiosk.hardware.barcode_scanner.scanner_settings import faults as scanner_faults
from kiosk.hardware.slip_printer.setup import PrinterSetup
from kiosk.services.staff_secret import StaffSecret

PREFIX = "KIOSK_"  # of environment variables: KIOSK_DATA_FOLDER for data_folder
PROJECT = Path(__file__).parent.parent
ADDRESS = r"(https://([^\s/?#@:\[\]]+|\[[0-9A-Fa-f:]+\])(:\d+)?(/[^\s?#]*)?)?"
FINGERPRINT = r"([0-9A-Fa-f]{2}(:?[0-9A-Fa-f]{2}){31})?"
COUNTER = r"((127\.0\.0\.1|localhost):[1-9][0-9]{0,4})?"
LONGEST_SOCKET = 107  # bytes of a Unix socket's path; Linux, unix(7)

Fault = tuple[str, str, str]  # key, what is allowed, what was found


class Make(StrEnum):
    """Which make stands behind a device's port."""

    SIMULATED = "simulated"
    PCSC = "pcsc"  # IC cards, through pcscd
    EVDEV = "evdev"  # a scanner that is a keyboard, taken for the kiosk alone
    QT = "qt"  # the same, heard in the panel's own window
    SERIAL = "serial"  # a scanner on a serial line
    ESCPOS = "escpos"  # slip printers
    NONE = "none"


PRINTERS = (Make.ESCPOS, Make.SIMULATED, Make.NONE)
SCANNERS = (Make.EVDEV, Make.QT, Make.SERIAL, Make.SIMULATED, Make.NONE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the kiosk stands, as its screens and slips say it."""

    library: str = "みなと市立図書館"
    latin_library: str = "Minato City Library"
    seal: Annotated[str, Matches(".", "one character")] = "港"
    branch_id: str = "main"
    branch: str = "本館"
    latin_branch: str = "Main Library"
    telephone: str = ""
    floor: str = "2階 一般"
    kiosk: str = "1号機"
    hours: str = "9:30 − 20:00"
    zone: str = "Asia/Tokyo"  # of the clock on the wall

    def standpoint(self) -> Standpoint:
        branch = Branch(BranchId(self.branch_id), self.branch, self.latin_branch, self.telephone)
        return Standpoint(
            self.library,
            self.seal,
            branch,
            self.floor,
            self.kiosk,
            self.latin_library,
            self.hours,
            self.zone,
        )


@dataclass(frozen=True, slots=True)
class Central:
    """The central service; without an address the kiosk starts one beside itself."""

    address: Annotated[str, Matches(ADDRESS, "an https:// address, or nothing")] = ""
    authority: Path | None = None  # PEM, where the service's certificate is not publicly known
    # or its fingerprint, as `kiosk central certificates` prints it: then nobody compares it at
    # the panel when the kiosk is enrolled
    authority_fingerprint: Annotated[
        str, Matches(FINGERPRINT, "a SHA-256 like 3A:F0:…, or nothing")
    ] = ""
    connect_s: Annotated[float, Between(0.1, 30)] = 1.0
    answer_s: Annotated[float, Between(0.5, 60)] = 5.0
    policy: Path = PROJECT / "assets" / "policies" / "demonstration.toml"  # of the embedded one
    service: Path | None = None  # of the embedded one: how it sends mail, FAXes and calls (TOML)
    # where the embedded one shows staff their pages; another machine needs TLS, which it has not
    counter: Annotated[
        str, Matches(COUNTER, "a port of this machine like 127.0.0.1:8631, or nothing")
    ] = "127.0.0.1:8631"


@dataclass(frozen=True, slots=True)
class Idle:
    """When nobody touches the screen; the curtain then counts down, never under 20 s."""

    idle_signed_in_s: Annotated[int, Between(5, 600)] = 60
    idle_anonymous_s: Annotated[int, Between(5, 600)] = 90
    curtain_signed_in_s: Annotated[int, Between(20, 300)] = 30
    curtain_anonymous_s: Annotated[int, Between(20, 300)] = 20


@dataclass(frozen=True, slots=True)
class Devices:
    card_reader: Make = Make.PCSC
    # how long a whole dialogue with an IC card may take; some need 3 s for one answer
    card_silent_s: Annotated[float, Between(4, 60)] = 12.0
    scanner: Make = Make.SIMULATED
    printer: Make = Make.SIMULATED


@dataclass(frozen=True, slots=True)
class Staff:
    """Who may open staff mode; cards and PIN as `kiosk staff-secret` prints them."""

    cards: tuple[str, ...] = field(default=(), repr=False)
    pin: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """One kiosk."""

    data_folder: Path = Path("~/.local/share/kiosk")
    assets_folder: Path = PROJECT / "assets"
    kiosk_number: Annotated[str, Matches("(?!000)[0-9]{3}", "three digits from 001 to 999")] = "001"
    is_demonstration: bool = True  # an empty data folder is filled with an invented library
    place: Place = field(default_factory=Place)
    central: Central = field(default_factory=Central)
    idle: Idle = field(default_factory=Idle)
    devices: Devices = field(default_factory=Devices)
    scanner: ScannerSettings = field(default_factory=ScannerSettings)
    printer: PrinterSetup = field(default_factory=PrinterSetup)
    staff: Staff = field(default_factory=Staff)
    mixes_pin_digits: bool = False  # the pad for a PIN begins with its digits mixed
    card: CardPolicy = field(default_factory=CardPolicy)  # what the scanner takes for a card
    item: ItemPolicy = field(default_factory=ItemPolicy)  # and for the library's own on a book

    @property
    def folder(self) -> Path:
        """The data folder with the home folder written out."""
        return self.data_folder.expanduser()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.place.zone)

    @property
    def socket(self) -> Path:
        """Where the embedded service listens."""
        return self.folder / "run" / "central.sock"

    @property
    def enrolled_authority(self) -> Path:
        """Whom the kiosk was told to believe when it was enrolled."""
        return self.folder / "authority.pem"

    @property
    def kiosk_key_file(self) -> Path:
        return self.folder / "kiosk-key"


def read_settings(file: Path | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the file, where there is one, and what the environment sets instead.

    Raises:
        SettingWrong: names file, key, line and what is allowed.
    """
    table = TomlTable.read_file(file) if file is not None else TomlTable.of("", file="(defaults)")
    table = table.under(environment, prefix=PREFIX, kind=Settings)
    settings = table.read(Settings)
    for fault in _faults(settings):
        raise table.wrong(*fault)
    return settings


def _faults(settings: Settings) -> Iterator[Fault]:
    """What would stop a panel or the service later, where nobody sees why."""
    yield from _place_faults(settings)
    yield from _folder_faults(settings)
    yield from _authority_faults(settings.central.authority)
    yield from _staff_faults(settings.staff)
    yield from _make_faults(settings.devices)
    yield from scanner_faults(settings.scanner)


def _place_faults(settings: Settings) -> Iterator[Fault]:
    try:
        ZoneInfo(settings.place.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "place.zone", 'a zone that IANA names, "Asia/Tokyo"', repr(settings.place.zone)


def _folder_faults(settings: Settings) -> Iterator[Fault]:
    if not (settings.assets_folder / "words").is_dir():
        yield (
            "assets_folder",
            "the folder with words, icons and policies",
            _shown(settings.assets_folder),
        )
    too_long = len(os.fsencode(settings.socket)) - LONGEST_SOCKET
    if not settings.central.address and too_long > 0:
        longest = len(os.fsencode(settings.folder)) - too_long
        yield "data_folder", f"a path of at most {longest} bytes", _shown(settings.folder)


def _authority_faults(authority: Path | None) -> Iterator[Fault]:
    if authority is None:
        return
    try:
        ssl.create_default_context(cafile=authority)
    except OSError:  # an ssl.SSLError too
        yield "central.authority", "a file with certificates in PEM", _shown(authority)


def _staff_faults(staff: Staff) -> Iterator[Fault]:
    """Nothing that was found is repeated: it may be the PIN itself."""
    written = "a hash as kiosk staff-secret prints it"
    secrets = [(f"staff.cards.{index}", card) for index, card in enumerate(staff.cards)]
    if staff.cards or staff.pin:
        secrets.append(("staff.pin", staff.pin))
    for key, secret in secrets:
        try:
            StaffSecret.read(secret)
        except ValueError:
            yield key, written, "a secret" if secret else "nothing"


def _make_faults(devices: Devices) -> Iterator[Fault]:
    for key, make, makes in (
        ("scanner", devices.scanner, SCANNERS),
        ("printer", devices.printer, PRINTERS),
    ):
        if make not in makes:
            allowed = ", ".join(f'"{each}"' for each in makes)
            yield f"devices.{key}", f"one of {allowed}", f'"{make}"'


def _shown(path: Path) -> str:
    return repr(str(path))
