"""How a kiosk is let in, changes its key, and says how it is."""

from typing import Annotated, Self

from pydantic import Field

from kiosk.domain.branches import BranchId
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.kiosks import KioskReport
from kiosk.wire.message import Asked, Message

KIOSK_NUMBER = r"^(?!000)[0-9]{3}$"
_SHA256 = r"^[0-9a-f]{64}$"
_CODE = r"^[a-z0-9_]{0,40}$"  # a word of ours: nothing that somebody typed
_VERSION = r"^[0-9A-Za-z.+-]{1,40}$"
_BRANCH = r"^[0-9A-Za-z._-]{1,40}$"
_MOST_DEVICES = 20
_LONGEST_CODE = 40  # characters, however it is divided
_MOST = 2**31 - 1

KeyHash = Annotated[str, Field(pattern=_SHA256, repr=False)]


class EnrolRequest(Asked):
    """POST /enrolments: the kiosk made its key by itself, and sends its SHA-256 only."""

    number: str = Field(min_length=3, max_length=3, examples=["003"])
    code: str = Field(max_length=_LONGEST_CODE, repr=False, examples=["K7QM-3XPD-9TFA"])
    key_hash: KeyHash


class EnrolAnswer(Message):
    """201 of POST /enrolments."""

    number: str
    branch: BranchId


class AuthorityAnswer(Message):
    """200 of GET /authority: who signed the service's certificate; PEM."""

    certificate: str


class KeyRequest(Asked):
    """PUT /kiosk/key: another key, good from now on, beside the old one until it is used."""

    key_hash: KeyHash


class DeviceSaid(Asked):
    device: Device
    condition: Condition
    why: str = Field(default="", pattern=_CODE)


class ReportRequest(Asked):
    """PUT /kiosk/report: nothing of patrons."""

    branch: BranchId = Field(pattern=_BRANCH, examples=["main"])
    version: str = Field(pattern=_VERSION, examples=["0.3.0"])
    devices: tuple[DeviceSaid, ...] = Field(default=(), max_length=_MOST_DEVICES)
    catalogue_age_s: int | None = Field(default=None, ge=0, le=_MOST)
    outbox: int = Field(ge=0, le=_MOST)

    @classmethod
    def of(cls, report: KioskReport) -> Self:
        devices = tuple(
            DeviceSaid(device=one.device, condition=one.condition, why=one.why)
            for one in report.devices
        )
        return cls(
            branch=report.branch,
            version=report.version,
            devices=devices,
            catalogue_age_s=report.catalogue_age_s,
            outbox=report.outbox,
        )

    def to_report(self) -> KioskReport:
        devices = tuple(Health(one.device, one.condition, one.why) for one in self.devices)
        return KioskReport(self.branch, self.version, devices, self.catalogue_age_s, self.outbox)


class ReportAnswer(Message):
    """200 of PUT /kiosk/report."""

    change_key: bool  # the kiosk's key is as old as the library allows
