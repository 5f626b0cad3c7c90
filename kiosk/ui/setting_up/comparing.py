"""Whom the kiosk is to believe: somebody compares the fingerprint by eye."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.events import AuthorityConfirmed
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.setting_up.fingerprint import Fingerprint
from kiosk.ui.text import Button, Kind, Label
from kiosk.words.words import Words

_DIRECTIONS = QBoxLayout.Direction


class Comparing(Part):
    """The key that goes on opens once each line was ticked."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.asked = Label("lead", bold=True)
        self.how, self.differs = Label(), Label(ink="stop", bold=True)
        self.fingerprint = Fingerprint()
        self.confirm = Button(says=AuthorityConfirmed(), kind=Kind.PRIMARY, icon="check")
        self._body = QBoxLayout(_DIRECTIONS.LeftToRight, self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._told, self._compared = QVBoxLayout(), QVBoxLayout()
        for part in (self.asked, self.how, self.differs):
            self._told.addWidget(part)
        self._told.addStretch(1)
        self._compared.addWidget(self.fingerprint)
        self._compared.addWidget(self.confirm)
        self._compared.addStretch(1)
        self._body.addLayout(self._told, 1)
        self._body.addLayout(self._compared, 1)
        self.fingerprint.ticked.connect(self._show_confirm)

    def show_fingerprint(self, fingerprint: str) -> None:
        words = self._words
        self.asked.show_text(words("Is it the same as on the paper from the service?"))
        self.how.show_text(words("Compare sign by sign, and touch each line that is the same."))
        self.differs.show_text(words("If one sign differs, stop: it is another service."))
        self.fingerprint.show_fingerprint(fingerprint)
        self._show_confirm()

    def _show_confirm(self) -> None:
        words = self._words
        self.confirm.show_text(words("All is the same"))
        if self.fingerprint.is_compared:
            self.confirm.turn_on()
        else:
            self.confirm.turn_off(words("First touch all four lines."))

    def arrange(self, style: Style) -> None:
        is_tall = style.is_portrait
        self._body.setDirection(_DIRECTIONS.TopToBottom if is_tall else _DIRECTIONS.LeftToRight)
        self._body.setStretch(1, 0 if is_tall else 1)  # on a tall panel the keys stand low
        self._body.setSpacing(style.space(6))
        self._told.setSpacing(style.space(3))
        self._compared.setSpacing(style.space(3))
        self.confirm.setMinimumHeight(style.component("primary_height"))
        make_room(self, self.how)
