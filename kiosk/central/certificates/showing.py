"""The certificate that listeners show; a renewed one is shown without dropping a call."""

import logging
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.central.certificates.looking import days_left
from kiosk.central.certificates.settings import TlsSettings
from kiosk.domain.errors import LibraryError, SettingWrong

log = logging.getLogger(__name__)

LOOK_EVERY_S = 30.0
FEW_DAYS = 30  # then it is time to renew


class Shown:
    """One context for all handshakes: those to come take what was loaded last."""

    def __init__(self, settings: TlsSettings, *, table: str = "tls") -> None:
        assert settings.certificate is not None, "whoever shows a certificate has one"
        self.certificate = settings.certificate
        self._key = settings.key
        self._marks = self._look()
        self.context = _context()
        try:
            self.context.load_cert_chain(self.certificate, self._key)
        except (OSError, ValueError) as error:  # an ssl.SSLError too
            allowed = "a certificate in PEM with the key that belongs to it"
            found = "something else" if isinstance(error, ssl.SSLError) else str(error)
            place = str(self.certificate)
            raise SettingWrong(place, f"{table}.certificate", None, allowed, found) from error

    def renew(self) -> bool:
        """Show what stands in the files now, if it is another; what cannot be used is not shown."""
        marks = self._look()
        if marks == self._marks:
            return False
        self._marks = marks
        try:
            _context().load_cert_chain(self.certificate, self._key)  # whole, before it is shown
            self.context.load_cert_chain(self.certificate, self._key)
        except (OSError, ValueError):
            said = "a renewed certificate cannot be used; the one before is shown"
            log.error(said, extra={"told": {"file": str(self.certificate)}})  # noqa: TRY400
            return False
        log.info("a renewed certificate is shown", extra={"told": {"file": str(self.certificate)}})
        return True

    def _look(self) -> tuple[tuple[int, int], ...]:
        """What tells one state of the files from another."""
        return tuple(map(_mark, filter(None, (self.certificate, self._key))))


@contextmanager
def renewing(
    shown: tuple[Shown, ...], watched: tuple[Path, ...] = (), every_s: float = LOOK_EVERY_S
) -> Iterator[None]:
    """Look again and again, and write down once a day how many days are left."""
    ended = threading.Event()

    def look() -> None:
        told_on: date | None = None
        while True:
            today = datetime.now(UTC).date()
            has_renewed = sum(one.renew() for one in shown) > 0  # each of them
            if told_on != today or has_renewed:
                _tell((*(one.certificate for one in shown), *watched))
            told_on = today
            if ended.wait(every_s):
                return

    thread = threading.Thread(target=look, name="certificates", daemon=True)
    if shown:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        if shown:
            thread.join()


def _tell(paths: tuple[Path, ...]) -> None:
    for path in paths:
        try:
            left = days_left((path,))[path]
        except LibraryError as error:
            log.error("a certificate cannot be read: %s", error)  # noqa: TRY400 - one line
            continue
        level = logging.INFO if left >= FEW_DAYS else logging.WARNING
        log.log(level, "certificate", extra={"told": {"file": str(path), "days_left": left}})


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _mark(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_ino)
