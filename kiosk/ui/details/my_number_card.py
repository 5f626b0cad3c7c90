"""The My Number card that is joined to the library card, in the patron's settings."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.details import PatronDetails
from kiosk.events import MyNumberBindAsked, MyNumberLetGoAsked
from kiosk.ui.details.setting_card import SettingCard
from kiosk.ui.text import Button, Kind
from kiosk.visit import Deed
from kiosk.words.dates import long_day
from kiosk.words.words import Words


class MyNumberSetting(SettingCard):
    """A library without a legal basis offers none: then the card is not shown."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._words = words
        self.join = Button(says=MyNumberBindAsked())
        self.let_go = Button(says=MyNumberLetGoAsked(), kind=Kind.DANGER)
        super().__init__("ic", (self.join, self.let_go), parent)

    def show_my_number(self, details: PatronDetails, done: Deed | None, why_not: str) -> None:
        words, card = self._words, details.my_number
        self.join.show_text(words("Join another") if card is not None else words("Join one"))
        self.let_go.show_text(words("Let go"))
        self.open_keys(why_not)
        self._show_standing(card)
        let_go = words("No My Number card signs you in any more.")
        said = let_go if done is Deed.MY_NUMBER_LET_GO else ""
        value = ""
        if card is not None:
            value = words("Until %(day)s", day=long_day(words, card.good_until))
        self.show_setting(words("My Number card"), value, self._note(card), said)
        self.let_go.setVisible(card is not None)

    def _show_standing(self, card: BoundCard | None) -> None:
        words = self._words
        if card is None:
            self.show_state(words("Not joined"), "none", "ink2")
        elif card.ends_soon:
            self.show_state(words("Ends soon"), "clock", "wait")
        else:
            self.show_state(words("Joined"), "check", "ok")

    def _note(self, card: BoundCard | None) -> str:
        words = self._words
        if card is None:
            return words("You can sign in with it and its PIN. The 12-digit number is not kept.")
        if card.ends_soon:
            return words("Please have it renewed at your city office, then join the new one.")
        return ""
