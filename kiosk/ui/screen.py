"""A page of the kiosk: it is told by display(visit), and it says events."""

from enum import Enum, auto
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from kiosk.events import Event, ScreenName
from kiosk.ui.look.styled import Part
from kiosk.visit import Visit
from kiosk.words.helping import Topic
from kiosk.words.words import Words


class BarKind(Enum):
    """Which keys stand in the bar below a screen."""

    HOME = auto()  # every language its own key, no way back
    PATRON = auto()
    SIGNING_IN = auto()  # the way out is 「やめる」
    NONE = auto()


class Screen(Part):
    """One full-screen page. It knows no other screen, no service and no device.

    is_resting: while nothing was begun here, no time runs out.
    help_topic: what help tells first to who asks for it here.
    shown_as: what staff read of it when somebody calls them; told by who shows the screen.
    """

    said = Signal(object)

    bar: ClassVar[BarKind] = BarKind.PATRON
    has_band: ClassVar[bool] = True
    has_banner: ClassVar[bool] = True  # that the line is down, as patrons are told
    is_resting: ClassVar[bool] = False
    help_topic: ClassVar[Topic] = Topic.START
    shown_as: ScreenName | None = None

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def say(self, event: Event) -> None:
        """What a button on this page tells; whoever shows the page listens to `said`."""
        self.said.emit(event)

    def display(self, visit: Visit) -> None:
        """Show what the visit says. May come twice; what is being typed stays."""
        raise NotImplementedError

    def closes_sheet(self) -> bool:
        """Close what lies over the page: Back does that first. False where nothing does."""
        return False

    @property
    def is_portrait(self) -> bool:
        return self.height() > self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.has_style and event.size() != event.oldSize():
            self.arrange(self.style_now)
