"""What stands in certificate files: until when they are good, and for which names."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509

from kiosk.domain.errors import SettingWrong

_ALLOWED = "a file with certificates in PEM"


def certificates_in(path: Path) -> list[x509.Certificate]:
    """Raises SettingWrong: it cannot be read, or there is none in it."""
    try:
        return x509.load_pem_x509_certificates(path.read_bytes())
    except OSError as error:
        found = error.strerror or ""
        raise SettingWrong(str(path), "(certificate)", None, _ALLOWED, found) from error
    except ValueError as error:
        found = "something else"
        raise SettingWrong(str(path), "(certificate)", None, _ALLOWED, found) from error


def days_left(paths: Iterable[Path], now: datetime | None = None) -> dict[Path, int]:
    """Whole days until the first certificate in each file is over; below 0 afterwards.

    Raises:
        SettingWrong.
    """
    now = now or datetime.now(UTC)
    return {
        path: min((one.not_valid_after_utc - now).days for one in certificates_in(path))
        for path in paths
    }


def names_in(path: Path) -> list[str]:
    """The host names and addresses of the first certificate in a file; raises SettingWrong."""
    extensions = certificates_in(path)[0].extensions
    try:
        names = extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []
    hosts = names.get_values_for_type(x509.DNSName)
    return [*hosts, *map(str, names.get_values_for_type(x509.IPAddress))]
