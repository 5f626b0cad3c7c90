"""The staff's door: a staff card and the staff PIN open it, with or without the line."""

import json
import logging
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.domain.errors import KioskDiskFull, StaffDoorClosed, TriedTooOften
from kiosk.ports import Clock
from kiosk.services.staff_secret import StaffSecret, fits_any
from kiosk.services.whole_file import write_whole

log = logging.getLogger(__name__)

TRIES = 5
LOCKED_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class _Tries:
    """What is remembered of wrong PINs, over restarts too."""

    wrong: int = 0
    locked_until: str | None = None  # ISO 8601 with zone


class GuardedStaffDoor:
    """Without cards in the settings nobody enters."""

    def __init__(
        self,
        cards: Iterable[StaffSecret],
        pin: StaffSecret | None,
        folder: Path,
        clock: Clock,
    ) -> None:
        self._cards = tuple(cards)
        self._pin = pin
        self._path = folder / "staff-door.json"
        self._clock = clock
        self._lock = threading.Lock()
        self._tries = _read(self._path)

    def is_staff_card(self, code: str) -> bool:
        return fits_any(code, self._cards)

    def open(self, card: str, pin: str) -> None:
        """Count the try before it is looked at: pulling the plug saves none."""
        with self._lock:
            self._check_lock()
            self._count()
            is_card = fits_any(card, self._cards)
            is_pin = self._pin is not None and self._pin.fits(pin)
            if not (is_card and is_pin):
                raise StaffDoorClosed
            self._remember(_Tries())

    def _check_lock(self) -> None:
        """Raises TriedTooOften while it is locked; a clock that was put back locks no longer."""
        if self._tries.locked_until is None:
            return
        now = self._clock.now()
        left = datetime.fromisoformat(self._tries.locked_until) - now
        if left <= timedelta():
            self._remember(_Tries())
            return
        if left > LOCKED_FOR:
            left = LOCKED_FOR
            self._remember(_Tries(TRIES, (now + left).isoformat()))
        raise TriedTooOften(max(1, round(left.total_seconds())))

    def _count(self) -> None:
        wrong = self._tries.wrong + 1
        locked_until = None
        if wrong >= TRIES:
            locked_until = (self._clock.now() + LOCKED_FOR).isoformat()
        self._remember(_Tries(wrong, locked_until))

    def _remember(self, tries: _Tries) -> None:
        """A full disk keeps no staff out: then it is remembered until a restart."""
        self._tries = tries
        with suppress(KioskDiskFull):
            write_whole(self._path, json.dumps(asdict(tries)))


def _read(path: Path) -> _Tries:
    """What was remembered; a file that is none of ours is taken for a new one."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        tries = _Tries(int(known["wrong"]), known["locked_until"])
        if tries.locked_until is not None:
            datetime.fromisoformat(tries.locked_until)
    except FileNotFoundError:
        return _Tries()
    except (OSError, ValueError, TypeError, KeyError):
        log.warning("the staff door's file cannot be read; counting begins anew")
        return _Tries()
    return tries
