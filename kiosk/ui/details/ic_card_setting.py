"""The IC card that stands for the library card, in the patron's settings."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.details import PatronDetails
from kiosk.events import IcCardBindAsked, IcCardLetGoAsked
from kiosk.ui.details.setting_card import SettingCard
from kiosk.ui.text import Button, Kind
from kiosk.visit import Deed, OwnDetails
from kiosk.words.dates import long_day
from kiosk.words.words import Words


class IcCardSetting(SettingCard):
    """Laying a card on the reader offers it; nothing is bound before a key is touched."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._words = words
        self.bind = Button(says=IcCardBindAsked(), kind=Kind.PRIMARY)
        self.let_go = Button(says=IcCardLetGoAsked(), kind=Kind.DANGER)
        super().__init__("ic", (self.bind, self.let_go), parent)

    def show_ic_card(self, found: PatronDetails, own: OwnDetails, why_not: str) -> None:
        words, is_bound, lies = self._words, found.ic_card is not None, own.lying is not None
        self.bind.show_text(words("Join it"))
        self.let_go.show_text(words("Let go"))
        self.open_keys(why_not)
        if is_bound:
            self.show_state(words("Joined"), "check", "ok")
        else:
            self.show_state(words("Not joined"), "none", "ink2")
        said = {
            Deed.IC_CARD_BOUND: words("Joined. From now on you can sign in with it."),
            Deed.IC_CARD_LET_GO: words("Let go. It opens nothing any more."),
        }
        done = said.get(own.done, "") if own.done else ""
        self.show_setting(words("IC card"), "", self._note(found, is_lying=lies), done)
        self.bind.setVisible(lies)
        self.let_go.setVisible(is_bound and not lies)

    def _note(self, found: PatronDetails, *, is_lying: bool) -> str:
        words, bound = self._words, found.ic_card
        if is_lying and bound is not None:
            return words(
                "Another card lies on the reader. If you join it, the former one opens nothing."
            )
        if is_lying:
            return words("A card lies on the reader. Join it to your library card?")
        if bound is None:
            return words("A fare or student card can stand for it. Lay the card on the reader.")
        since = long_day(words, bound.bound_on)
        return words("Since %(day)s. Lay it on the reader to sign in.", day=since)
