"""Notices that nobody is there any more: quiet, then a countdown, then the visit is over."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_LEAST_CURTAIN_S = 20  # WCAG 2.2.1: to extend by one simple act
_SECOND_MS = 1000
_ACTS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)


@dataclass(frozen=True, slots=True)
class IdleLimits:
    """How long nothing may happen, and how long the curtain then counts.

    Raises ValueError for a curtain of less than 20 seconds.
    """

    signed_in_s: int = 60
    anonymous_s: int = 90
    curtain_signed_in_s: int = 30
    curtain_anonymous_s: int = 20

    def __post_init__(self) -> None:
        if min(self.curtain_signed_in_s, self.curtain_anonymous_s) < _LEAST_CURTAIN_S:
            raise ValueError(self)

    def quiet_s(self, *, is_personal: bool) -> int:
        return self.signed_in_s if is_personal else self.anonymous_s

    def curtain_s(self, *, is_personal: bool) -> int:
        return self.curtain_signed_in_s if is_personal else self.curtain_anonymous_s


class Idle(QObject):
    """Counts. Says nothing while there is nothing to end.

    second_ms: how long a second lasts, for tests that cannot wait.
    """

    fell_quiet = Signal(int)  # seconds until the end
    ticked = Signal(int)  # seconds left
    ran_out = Signal()

    def __init__(
        self, limits: IdleLimits, parent: QObject | None = None, *, second_ms: int = _SECOND_MS
    ) -> None:
        super().__init__(parent)
        self._limits = limits
        self._second_ms = second_ms
        self._is_personal: bool | None = None
        self.seconds_left = 0
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._begin_counting)
        self._countdown = QTimer(self, interval=second_ms)
        self._countdown.timeout.connect(self._tick)

    @property
    def is_waiting(self) -> bool:
        """Whether quiet would be noticed."""
        return self._quiet.isActive()

    @property
    def is_counting(self) -> bool:
        return self._countdown.isActive()

    def watch(self, *, is_personal: bool | None) -> None:
        """What there is to end now; None for nothing. What the library answers is no act."""
        if is_personal == self._is_personal:
            return
        self._is_personal = is_personal
        self.go_on()

    def touched(self) -> None:
        """The patron did something. While the countdown runs only go_on() stops it."""
        if self._is_personal is not None and not self.is_counting:
            limit_s = self._limits.quiet_s(is_personal=self._is_personal)
            self._quiet.start(limit_s * self._second_ms)

    def go_on(self) -> None:
        """The patron is still there, or a new visit began: all time starts anew."""
        self._countdown.stop()
        self._quiet.stop()
        self.touched()

    def _begin_counting(self) -> None:
        assert self._is_personal is not None, "quiet is noticed only while there is a visit"
        self.seconds_left = self._limits.curtain_s(is_personal=self._is_personal)
        self._countdown.start()
        self.fell_quiet.emit(self.seconds_left)

    def _tick(self) -> None:
        self.seconds_left -= 1
        self.ticked.emit(self.seconds_left)
        if self.seconds_left <= 0:
            self._countdown.stop()
            self.ran_out.emit()


class InputWatch(QObject):
    """Sees every touch, click, key and turn of a wheel in one window, and takes none."""

    acted = Signal()
    typed = Signal()
    focus_moved = Signal(object)  # the QWidget that keys go to now
    pressed = Signal(object)  # the QWidget that a finger or mouse came down on

    # Of the class, since Qt still sends events while Python forgets the watch itself.
    _window: QWidget | None = None

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._window = watched
        application = QApplication.instance()
        assert application is not None, "input comes to a running application"
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn and self._is_ours(watched):
            self.focus_moved.emit(watched)
        is_act = kind in _ACTS or (kind == QEvent.Type.MouseMove and _is_dragging(event))
        if is_act and self._is_ours(watched):
            self._tell(kind, watched)
        return False

    def _is_ours(self, watched: QObject) -> bool:
        window = self._window
        return (
            window is not None
            and isinstance(watched, QWidget)
            and watched.window() is window.window()
        )

    def _tell(self, kind: QEvent.Type, watched: QObject) -> None:
        self.acted.emit()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.pressed.emit(watched)
        elif kind == QEvent.Type.KeyPress:
            self.typed.emit()


def _is_dragging(event: QEvent) -> bool:
    return isinstance(event, QMouseEvent) and event.buttons() != Qt.MouseButton.NoButton
