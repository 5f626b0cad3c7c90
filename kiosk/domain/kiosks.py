"""What a kiosk says of itself, again and again: how it is, and nothing of patrons."""

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from kiosk.domain.branches import BranchId
from kiosk.domain.devices import Condition, Health

_NONE_HERE = "none_here"  # of a device that the settings say is not there


@dataclass(frozen=True, slots=True)
class KioskReport:
    branch: BranchId  # where its own settings say that it stands
    version: str  # of the program
    devices: tuple[Health, ...]
    catalogue_age_s: int | None  # since its copy was last as fresh as the service; None: never
    outbox: int  # reservations that wait to be sent


@dataclass(frozen=True, slots=True)
class KioskState:
    """One kiosk, as the service knows it."""

    number: str
    branch: BranchId
    key_since: datetime | None  # None: it stands beside the service, and was never enrolled
    revoked_at: datetime | None
    seen_at: datetime | None  # when it reported last
    report: KioskReport | None
    is_silent: bool  # it should have reported since

    @property
    def troubles(self) -> tuple[Health, ...]:
        """Devices at which somebody should look; not those that a kiosk was never given."""
        devices = self.report.devices if self.report else ()
        return tuple(
            one for one in devices if one.condition is not Condition.READY and one.why != _NONE_HERE
        )


def program_version() -> str:
    """Of this program as it is installed; "0" where it runs without being installed."""
    try:
        return version("kiosk")
    except PackageNotFoundError:
        return "0"
