"""Asks pcscd and the service, for the doctor."""

from kiosk.commands.doctor.examination import Questions
from kiosk.domain.errors import LibraryError
from kiosk.fitting import central_http, is_reachable
from kiosk.settings import Settings


def questions(settings: Settings) -> Questions:
    return Questions(count_readers, lambda: _reaches(settings))


def count_readers() -> int | None:
    """Lets go of pcscd at once, and touches no card; the panel may be at work meanwhile."""
    # Only here: a desk without a reader needs neither pyscard nor pcscd's library.
    from kiosk.hardware.card_reader.pcsc import PcscField  # noqa: PLC0415

    field = PcscField()
    try:
        return field.look().readers
    except LibraryError:
        return None
    finally:
        field.close()


def _reaches(settings: Settings) -> bool:
    """A kiosk that was never started has no key, and reaches nothing."""
    if not settings.kiosk_key_file.exists():
        return False
    try:
        http = central_http(settings)
    except LibraryError:  # a key that is none
        return False
    try:
        return is_reachable(http)
    finally:
        http.close()
