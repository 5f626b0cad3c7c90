"""What a technician compares and learns while a kiosk is let in at a city's service."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class CityService:
    """Which kiosk this is, and where it asks to be let in: as its settings say."""

    number: str  # three digits
    address: str


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signed the certificate of the service that answers."""

    fingerprint: str = ""  # SHA-256, "3A:F0:…"; "" where nobody has to compare it
    is_believed: bool = False  # by the settings, by an earlier enrolment, or by everybody


class TlsFault(StrEnum):
    """Why the line is not believed to lead to the service: a sentence for technicians."""

    OVER = "the service's certificate is over: renew it"
    OF_TOMORROW = "the service's certificate is of tomorrow: look at the clock"
    OTHER_NAME = "the service's certificate does not name the address that is set here"
    OTHER_AUTHORITY = "another authority signed: set central.authority, or enrol anew"
    NO_TLS = "what answers there speaks no TLS"
    OLD_TLS = "what answers there speaks an older TLS than 1.2"
    UNKNOWN = "its TLS failed"
