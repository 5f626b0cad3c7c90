"""The PIN once more, to join a My Number card to the library card of who signed in."""

from kiosk.screens.pin import PinScreen
from kiosk.ui.screen import BarKind
from kiosk.words.helping import Topic


class BindPinScreen(PinScreen):
    """The same page as for signing in, with the patron's own bar below it (rule L8)."""

    bar = BarKind.PATRON
    help_topic = Topic.MY_LIBRARY

    @property
    def heading(self) -> str:
        return self.words("Join your My Number card")

    @property
    def verb(self) -> str:
        return self.words("Join it")
