"""One contact as a card: masked, with keys to change and to remove it."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.events import ContactChosen, ContactRemoved, EmailCodeAsked
from kiosk.ui.details.setting_card import SettingCard
from kiosk.ui.text import Button, Kind
from kiosk.visit import Deed
from kiosk.words.words import Words

_ICONS = {ContactKind.EMAIL: "mail", ContactKind.TELEPHONE: "tel", ContactKind.FAX: "fax"}


class ContactCard(SettingCard):
    """An address whose code was not typed yet has a key for the code, where others change."""

    def __init__(self, words: Words, kind: ContactKind, parent: QWidget | None = None) -> None:
        self._words, self.kind = words, kind
        self.code = Button(says=EmailCodeAsked())
        self.change = Button(says=ContactChosen(kind))
        self.remove = Button(says=ContactRemoved(kind), kind=Kind.DANGER)
        super().__init__(_ICONS[kind], (self.code, self.change, self.remove), parent)

    def show_contact(self, details: PatronDetails, done: Deed | None, why_not: str) -> None:
        """done: what was changed of this contact a moment ago; why_not: what keeps it as it is."""
        words = self._words
        contact, pending = details.of(self.kind), self._pending(details)
        self.code.show_text(words("Type the code"))
        self.change.show_text(words("Change") if contact else words("Enter it"))
        self.remove.show_text(words("Remove"))
        self.open_keys(why_not)
        self._show_standing(contact, pending)
        self.show_setting(self._name(), contact or pending, self._note(contact, pending))
        if done is not None:
            self.show_done(done)
        self.code.setVisible(bool(pending))
        self.change.setVisible(not pending)
        self.remove.setVisible(bool(contact or pending))

    def show_done(self, done: Deed) -> None:
        words = self._words
        said = {
            Deed.EMAIL_CONFIRMED: words("Confirmed. Notices go there from now on."),
            Deed.NUMBER_SET: words("Changed."),
            Deed.REMOVED: words("Removed."),
        }
        self.show_setting(self._name(), self.value.text(), self.note.text(), said.get(done, ""))

    def _pending(self, details: PatronDetails) -> str:
        return details.email_pending if self.kind is ContactKind.EMAIL else ""

    def _name(self) -> str:
        words = self._words
        return {
            ContactKind.EMAIL: words("E-mail"),
            ContactKind.TELEPHONE: words("Telephone"),
            ContactKind.FAX: words("FAX"),
        }[self.kind]

    def _show_standing(self, contact: str, pending: str) -> None:
        words = self._words
        if pending:
            self.show_state(words("Waits for its code"), "clock", "wait")
        elif not contact:
            self.show_state(words("None"), "none", "ink2")
        elif self.kind is ContactKind.EMAIL:
            self.show_state(words("Confirmed"), "check", "ok")
        else:
            self.show_state("", "check", "ok")

    def _note(self, contact: str, pending: str) -> str:
        words = self._words
        if pending and contact:
            return words("New: %(address)s. It is used once its code is typed.", address=pending)
        if pending:
            return words("It is used once its code is typed.")
        if self.kind is ContactKind.EMAIL and not contact:
            return words("For notices, and for a new password if you forget yours.")
        return ""
