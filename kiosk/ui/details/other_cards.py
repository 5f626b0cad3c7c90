"""The cards beside the contacts: the library's letters, the password, the reading history."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.details import PatronDetails
from kiosk.events import (
    HistoryAsked,
    HistoryWished,
    PasswordChangeAsked,
    TrialEmailAsked,
)
from kiosk.ui.details.sender import breakable
from kiosk.ui.details.setting_card import SettingCard
from kiosk.ui.text import Button, Kind
from kiosk.visit import Deed
from kiosk.words.words import Words


class LettersCard(SettingCard):
    """From which address the library writes, and a letter to see whether it arrives (V3)."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._words = words
        self.test = Button(says=TrialEmailAsked())
        super().__init__("pin", (self.test,), parent)
        self.show_state("", "check", "ok")

    def show_letters(
        self, details: PatronDetails, done: Deed | None, why_not: str, *, is_sending: bool
    ) -> None:
        words = self._words
        self.test.show_text(words("Sending…") if is_sending else words("Send a test"))
        missing = "" if details.email else words("For a test, first enter your address.")
        self.open_keys(why_not or missing or (words("Sending…") if is_sending else ""))
        said = words("Sent. It arrives within some minutes.") if done is Deed.TEST_SENT else ""
        note = words("Please set your mailbox to let this address in.")
        sender = breakable(details.sender_address)
        self.show_setting(words("Our e-mail comes from"), sender, missing or note, said)


class PasswordCard(SettingCard):
    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._words = words
        self.change = Button(says=PasswordChangeAsked())
        super().__init__("lock", (self.change,), parent)
        self.show_state("", "check", "ok")

    def show_password(self, done: Deed | None, why_not: str) -> None:
        words = self._words
        self.change.show_text(words("Change"))
        self.open_keys(why_not)
        said = words("Changed. Sign in with the new one from now on.")
        rule = words("4 to 20 half-width letters and digits")
        self.show_setting(
            words("Password"), note=rule, done=said if done is Deed.PASSWORD_CHANGED else ""
        )


class HistoryCard(SettingCard):
    """Off until it is asked for; what ending it means is said before."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._words = words
        self.see = Button(says=HistoryAsked())
        self.begin = Button(says=HistoryWished(keeps=True))
        self.end = Button(says=HistoryWished(keeps=False), kind=Kind.DANGER)
        super().__init__("book", (self.see, self.begin, self.end), parent)

    def show_history(self, done: Deed | None, why_not: str, *, keeps: bool) -> None:
        words = self._words
        self.see.show_text(words("See it"))
        self.begin.show_text(words("Keep one"))
        self.end.show_text(words("Stop and erase"))
        self.open_keys(why_not)
        if keeps:
            self.show_state(words("Being kept"), "check", "ok")
            note = words("What you return is noted, for you alone. Stopping erases all of it.")
        else:
            self.show_state(words("Not kept"), "none", "ink2")
            note = words("Nothing that you borrowed is remembered, unless you wish it.")
        said = {
            Deed.HISTORY_BEGUN: words("From now on what you return is noted."),
            Deed.HISTORY_ERASED: words("All of it is erased."),
        }
        self.show_setting(words("Reading history"), "", note, said.get(done, "") if done else "")
        for key in (self.see, self.end):
            key.setVisible(keeps)
        self.begin.setVisible(not keeps)
