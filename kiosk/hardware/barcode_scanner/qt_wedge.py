"""A scanner that is a keyboard and cannot be taken away from the screen: heard in our windows.

Where evdev's grab cannot be had (no right to /dev/input, a desk that is no Linux), its keys
arrive in the window as if somebody typed. They are held back on the window, before any text
field sees them, until a pause tells what they are: a code, which is told and never typed, or
typing, which is given back in its order. Typing so comes one gap later (35 ms).

Limits: a keyboard cannot type Japanese, so a QR code with any is read by a serial scanner only.
The scanner must send Enter or Tab, its keys less than `gap_ms` apart, and be set to the
keyboard that the system has; an input method of the system must be off, as it is on a kiosk:
what it takes for itself never gets here. Whether a scanner is plugged in, nobody can know.
"""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

from kiosk.domain.devices import Condition, Device, Health
from kiosk.hardware.barcode_scanner.held_down import HeldDown
from kiosk.hardware.barcode_scanner.key_bursts import KeyBurst
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings
from kiosk.ports import BarcodeScanner

_Kind = QEvent.Type
_KEYS = frozenset({_Kind.KeyPress, _Kind.KeyRelease})
# What a hand does next must not overtake what it typed before.
_OTHER_ACTS = frozenset(
    {
        _Kind.MouseButtonPress,
        _Kind.TouchBegin,
        _Kind.Wheel,
        _Kind.FocusOut,
        _Kind.Close,
    }
)
_SIGNS = {Qt.Key.Key_Return: "\n", Qt.Key.Key_Enter: "\n", Qt.Key.Key_Tab: "\t"}

_log = logging.getLogger(__name__)


class QtBarcodeScanner(BarcodeScanner):
    """Started and stopped in the GUI thread, from which it also tells its codes."""

    def __init__(self, settings: ScannerSettings) -> None:
        self._settings = settings
        self._wedge: Wedge | None = None

    def start(self, on_code: Callable[[str], None]) -> None:
        """Raises RuntimeError when it runs already, or where no window can be."""
        if self._wedge is not None:
            raise RuntimeError("the scanner was started twice")
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise RuntimeError("keys come to a program with windows")  # noqa: TRY004 - no argument
        self._wedge = Wedge(application, self._settings, on_code)

    def stop(self) -> None:
        """Keys go where they went before."""
        if self._wedge is not None:
            self._wedge.end()
            self._wedge = None

    def health(self) -> Health:
        is_heard = self._wedge is not None
        condition = Condition.READY if is_heard else Condition.GONE
        return Health(Device.SCANNER, condition, "" if is_heard else "not_plugged_in")


@dataclass(frozen=True, slots=True)
class _Held:
    event: QEvent
    window: QWindow
    is_of_burst: bool  # not the release of a key that went down before


class Wedge(QObject):
    """Between the windows and whatever has the focus in them."""

    def __init__(
        self,
        application: QGuiApplication,
        settings: ScannerSettings,
        on_code: Callable[[str], None],
    ) -> None:
        super().__init__(application)
        self._application, self._settings, self._on_code = application, settings, on_code
        self._burst = KeyBurst(settings)
        self._held_down = HeldDown()
        self._held: list[_Held] = []
        self._down: set[int] = set()  # keys of this burst that are still down
        self._taken: set[int] = set()  # keys of a code whose release has yet to come
        self._quiet = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._quiet.setInterval(settings.gap_ms)
        self._quiet.timeout.connect(self._rest)
        self._last_key_s = 0.0
        self._is_given_time = False
        self._is_over = False
        application.focusWindowChanged.connect(self._follow)
        application.focusObjectChanged.connect(self._follow)
        self._follow(application.focusWindow())
        self._follow(application.focusObject())

    def end(self) -> None:
        """Called within a key's own way too: it goes when Qt is done with that."""
        self._application.focusWindowChanged.disconnect(self._follow)
        self._application.focusObjectChanged.disconnect(self._follow)
        self._settle()
        self._is_over = True
        self.deleteLater()

    def _follow(self, focus: QObject | None) -> None:
        """Stand before whatever hears keys now; a window, or the part of it with the focus.

        A screen that changes in the midst of a code does not take the code apart.
        """
        if focus is not None:
            focus.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        kind = event.type()
        if self._is_over:
            return False
        if kind in _KEYS:
            if not (isinstance(watched, QWindow) and isinstance(event, QKeyEvent)):
                return False
            return event.spontaneous() and self._hear(event, watched)
        if kind == _Kind.InputMethod or (kind in _OTHER_ACTS and isinstance(watched, QWindow)):
            self._settle()
        return False

    def _hear(self, event: QKeyEvent, window: QWindow) -> bool:
        """Whether the key is held back, or was a code's."""
        key = event.nativeScanCode() or event.key()
        at_ms = event.timestamp()
        is_press = event.type() == _Kind.KeyPress
        is_repeat = self._held_down.is_repeat(key, at_ms, is_press=is_press)
        if is_repeat or (is_press and not self._burst.is_joined_by(at_ms)):
            self._settle()
        if is_repeat or (event.isAutoRepeat() and not self._held):
            return key in self._taken
        if not is_press:
            return self._hear_release(event, window, key)
        self._taken.discard(key)
        self._down.add(key)
        self._burst.take(_SIGNS.get(Qt.Key(event.key()), event.text()), at_ms)
        self._hold(event, window, is_of_burst=True)
        return True

    def _hear_release(self, event: QKeyEvent, window: QWindow, key: int) -> bool:
        if key in self._taken:
            self._taken.discard(key)
            return True
        if not self._held:
            return False
        is_of_burst = key in self._down
        self._down.discard(key)
        self._hold(event, window, is_of_burst=is_of_burst)
        return True

    def _hold(self, event: QKeyEvent, window: QWindow, *, is_of_burst: bool) -> None:
        if not (is_of_burst and self._burst.is_too_long):
            self._held.append(_Held(event.clone(), window, is_of_burst))
        self._last_key_s = time.monotonic()
        self._is_given_time = False
        self._quiet.start()

    def _rest(self) -> None:
        """No key came for a gap, unless we were busy: then some may wait, once, to be heard."""
        rested_s = time.monotonic() - self._last_key_s
        if rested_s > 2 * self._settings.gap_ms / 1000 and not self._is_given_time:
            self._is_given_time = True
            self._quiet.start()
        else:
            self._settle()

    def _settle(self) -> None:
        """Tell the code, or give back what was typed."""
        self._quiet.stop()
        held, self._held = self._held, []
        code, self._burst = self._burst.code(), KeyBurst(self._settings)
        down, self._down = self._down, set()
        if code is None:
            _give_back(held)
            return
        self._taken |= down
        _give_back(key for key in held if not key.is_of_burst)
        if code:
            self._tell(code)

    def _tell(self, code: str) -> None:
        try:
            self._on_code(code)
        except Exception as error:  # noqa: BLE001 - Qt's loop goes on
            _log.error("barcode scanner: %s", type(error).__name__)


def _give_back(held: Iterable[_Held]) -> None:
    """No longer as from a keyboard, so that it is not held back again."""
    for key in held:
        if isValid(key.window):
            QCoreApplication.sendEvent(key.window, key.event)
