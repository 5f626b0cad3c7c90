"""利用者情報設定: contacts, the library's letters, the password, the reading history."""

from itertools import chain

from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.events import DetailsAsked
from kiosk.ui.details.contact_card import ContactCard
from kiosk.ui.details.ic_card_setting import IcCardSetting
from kiosk.ui.details.my_number_card import MyNumberSetting
from kiosk.ui.details.other_cards import HistoryCard, LettersCard, PasswordCard
from kiosk.ui.details.setting_card import SettingCard
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.paged import Paged
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button
from kiosk.visit import Deed, OwnDetails, Visit
from kiosk.words.errors import explain_here
from kiosk.words.helping import Topic
from kiosk.words.words import Words


class DetailsScreen(Screen):
    """What was changed is told in the card where it was asked for."""

    help_topic = Topic.MY_LIBRARY

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead("lock")
        self.trouble = Explained()
        self.again = Button(says=DetailsAsked(), icon="refresh")
        self.contacts = {kind: ContactCard(words, kind) for kind in ContactKind}
        self.letters, self.password = LettersCard(words), PasswordCard(words)
        self.history, self.my_number = HistoryCard(words), MyNumberSetting(words)
        self.ic_card = IcCardSetting(words)
        self.cards = Paged(words)
        self.cards.keeps_rows = True  # not every library or patron is offered all of them
        self._details = OwnDetails()
        email, telephone, fax = self.contacts.values()
        others = (self.letters, self.password, self.history)
        self._in_one_column: tuple[SettingCard, ...] = (
            email,
            others[0],
            telephone,
            fax,
            *others[1:],
        )
        pairs = zip((email, telephone, fax), others, strict=True)
        self._in_two_columns: tuple[SettingCard, ...] = tuple(chain.from_iterable(pairs))
        self.cards.show_rows(self._in_one_column)
        self._page = QVBoxLayout(self)
        for part in (self.head, self.trouble, self.again):
            self._page.addWidget(part)
        self._page.addWidget(self.cards, 1)
        self._page.addStretch(0)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        words, is_down = self.words, visit.premises.is_line_down
        trouble = None if is_down else visit.trouble  # the banner says so
        self._details = details = visit.signed.details
        note = words("Your contacts are shown in part only")
        self.head.show_head(words("Your settings"), note=note)
        said = explain_here(words, trouble, has_typed=False) if trouble is not None else None
        self.trouble.explain(said)
        why_not = words("The line is down.") if is_down else ""
        self.again.show_text(words("Look again"))
        if why_not:
            self.again.turn_off(why_not)
        else:
            self.again.turn_on()
        if details.found is not None:
            self._show_cards(details.found, why_not)
        if self._is_about_ic_card:
            self.cards.page = 0
        if self.has_style:
            self.arrange(self.style_now)

    def _show_cards(self, found: PatronDetails, why_not: str) -> None:
        details = self._details
        for kind, card in self.contacts.items():
            card.show_contact(found, details.done if kind is details.contact else None, why_not)
        is_sending = details.asked is Deed.TEST_SENT
        self.letters.show_letters(found, details.done, why_not, is_sending=is_sending)
        self.password.show_password(details.done, why_not)
        self.history.show_history(details.done, why_not, keeps=found.keeps_history)
        self.my_number.show_my_number(found, details.done, why_not)
        self.ic_card.show_ic_card(found, details, why_not)

    def _with_offered(self, cards: tuple[SettingCard, ...]) -> tuple[SettingCard, ...]:
        """What this library offers besides; a card that was just laid down goes first."""
        found = self._details.found
        if found is None:
            return cards
        besides: tuple[SettingCard, ...] = ()
        if found.offers_ic_card or found.ic_card is not None:
            besides = (self.ic_card,)
        if found.offers_my_number:
            besides = (*besides, self.my_number)
        return (*besides, *cards) if self._is_about_ic_card else (*cards, *besides)

    @property
    def _is_about_ic_card(self) -> bool:
        details = self._details
        has_done = details.done in {Deed.IC_CARD_BOUND, Deed.IC_CARD_LET_GO}
        return has_done or details.lying is not None

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.space(1), style.margin, style.space(2))
        self._page.setSpacing(style.space(2))
        is_known = self._details.found is not None
        self.again.setVisible(not is_known)
        self.cards.setVisible(is_known)
        self._page.setStretch(self._page.count() - 1, 0 if is_known else 1)
        has_two = not style.is_portrait and not style.is_large
        self.cards.columns = 2 if has_two else 1
        shown = self._with_offered(self._in_two_columns if has_two else self._in_one_column)
        for card in shown:
            card.arrange(style)
        self.cards.show_rows(shown)
        make_room(self, self.head.note, self.head)
        self.cards.lay_out()  # now that every card knows its letters
