"""My library: what is reserved, what is on loan, and what was cancelled lately."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.errors import LineLost
from kiosk.domain.looks import TextSize
from kiosk.domain.reservations import Reservation
from kiosk.events import LibraryTab, MyLibraryAsked
from kiosk.premises import Premises
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.my_library.cancelled_card import CancelledCard
from kiosk.ui.my_library.library_tabs import LibraryTabs
from kiosk.ui.my_library.loan_card import LoanCard
from kiosk.ui.my_library.own_list import OwnList
from kiosk.ui.my_library.renewing import not_renewed
from kiosk.ui.my_library.reservation_card import ReservationCard
from kiosk.ui.my_library.sign_in_notice import SignInNotice
from kiosk.ui.parts.explained import Explained
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Label
from kiosk.visit import MyLibrary, Visit
from kiosk.words.errors import explain
from kiosk.words.helping import Topic
from kiosk.words.words import Words

_ACROSS = QBoxLayout.Direction.LeftToRight


class MyLibraryScreen(Screen):
    """Two lists side by side where there is room, else one at a time behind its tab."""

    help_topic = Topic.MY_LIBRARY

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.heading = Label("title", bold=True)
        self.trouble, self.notice = Explained(icon="wifi"), SignInNotice(words)
        self.again = Button(says=MyLibraryAsked(), icon="refresh")
        self.tabs = LibraryTabs(words)
        self.reservations = OwnList(words, lambda: ReservationCard(words))
        self.loans = OwnList(words, lambda: LoanCard(words))
        self.cancelled = OwnList(words, lambda: CancelledCard(words))
        self._mine = MyLibrary()
        self._page, self._head = QVBoxLayout(self), QHBoxLayout()
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        self._lists = QBoxLayout(_ACROSS)
        for own in (self.reservations, self.loans, self.cancelled):
            self._lists.addWidget(own, 1)
        self._page.addLayout(self._head)
        self._page.addWidget(self.trouble)
        self._page.addWidget(self.notice)
        self._page.addWidget(self.again)
        self._page.addLayout(self._lists, 1)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        self._mine = mine = visit.signed.library
        self.heading.show_text(self.words("My Library"))
        self._show_trouble(visit)
        session = visit.signed.session if self.trouble.isHidden() else None
        self.notice.show_session(session, in_short=visit.look.size is TextSize.LARGEST)
        self.tabs.show_library(mine)
        self._show_reservations(mine)
        self._show_loans(mine, visit)
        self._show_cancelled(mine, visit.premises)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_trouble(self, visit: Visit) -> None:
        """What belongs to one loan is said in its row."""
        trouble = None if self._is_of_loan(visit.trouble) else visit.trouble
        if isinstance(trouble, LineLost) and visit.premises.is_line_down:
            trouble = None  # the banner says so
        icon = "wifi" if isinstance(trouble, LineLost) else "x"
        self.trouble.explain(explain(self.words, trouble) if trouble else None, icon=icon)
        self.again.show_text(self.words("Look again"))
        if visit.premises.is_line_down:
            self.again.turn_off(self.words("The line is down."))
        else:
            self.again.turn_on()

    def _is_of_loan(self, trouble: Exception | None) -> bool:
        asked = self._mine.asked
        return trouble is not None and asked is not None and self._mine.loan(asked) is not None

    def _show_reservations(self, mine: MyLibrary) -> None:
        words, found = self.words, mine.reservations or ()
        name = words.count("**%(num)d** reservation", "**%(num)d** reservations", len(found))
        self.reservations.show_heading(name)
        cards = self.reservations.cards_of([each.id for each in found])
        for number, (card, each) in enumerate(zip(cards, found, strict=True), 1):
            card.show_reservation(each, number, hides_title=mine.hides_titles)
        self.reservations.show_cards(
            words("Nothing is reserved now. Choose a title and touch “Reserve”: it appears here.")
        )

    def _show_loans(self, mine: MyLibrary, visit: Visit) -> None:
        words, line_down = self.words, visit.premises.is_line_down
        name = words.count("**%(num)d** loan", "**%(num)d** loans", len(mine.loans))
        self.loans.show_heading(name)
        said = not_renewed(words, visit.trouble) if visit.trouble is not None else None
        cards = self.loans.cards_of([each.id for each in mine.loans])
        for number, (card, loan) in enumerate(zip(cards, mine.loans, strict=True), 1):
            is_asked = loan.id == mine.asked
            is_asking = is_asked and said is None
            rests = words("Just a moment, please.") if is_asking else ""
            card.show_loan(
                loan,
                number,
                mine.today,
                hides_title=mine.hides_titles,
                is_renewed_now=loan.id in mine.renewed,
                cannot_ask=words("The line is down.") if line_down else rests,
                trouble=said if is_asked else None,
            )
        self.loans.show_cards(
            words("Nothing is on loan now. The search shows on which shelf a book stands.")
        )

    def _show_cancelled(self, mine: MyLibrary, premises: Premises) -> None:
        words, found = self.words, mine.cancelled
        self.cancelled.show_heading(
            words("Cancelled reservations"), words("Those of the last weeks")
        )
        cards = self.cancelled.cards_of([each.id for each in found])
        for number, (card, each) in enumerate(zip(cards, found, strict=True), 1):
            why_not = self._why_not_again(mine, each)
            if premises.is_line_down:
                why_not = why_not or words("The line is down.")
            card.show_cancelled(
                each,
                number,
                here=premises.here,
                hides_title=mine.hides_titles,
                why_not=why_not,
            )
        self.cancelled.show_cards(words("Nothing was cancelled lately."))

    def _why_not_again(self, mine: MyLibrary, cancelled: Reservation) -> str:
        if any(each.title == cancelled.title for each in mine.reservations or ()):
            return self.words("Reserved once more already")
        if any(each.title == cancelled.title for each in mine.loans):
            return self.words("You have it on loan")
        return ""

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        margin, above = style.margin, style.space(2)
        self._page.setContentsMargins(margin, above, margin, style.space(2))
        self._page.setSpacing(style.space(2))
        self._lists.setSpacing(style.grid("gutter"))
        is_known = self._mine.reservations is not None
        self.again.setVisible(not is_known)
        self.tabs.setVisible(is_known)
        has_heading = style.is_portrait or style.look.size is not TextSize.LARGEST
        has_width = not style.is_portrait and style.look.size is TextSize.STANDARD
        for is_both, is_tight in ((has_width, False), (False, False), (False, True)):
            self._place_tabs(style, is_both=is_both)
            self._show_lists(is_known=is_known, is_both=is_both)
            self.cancelled.paged.columns = 2 if is_both else 1
            for own in (self.reservations, self.loans, self.cancelled):
                own.has_heading, own.is_tight = is_both, is_tight
                own.arrange(style)
                own.widen(self._list_width(style, is_both=is_both))
            self.heading.setVisible(has_heading)
            notice = () if self.notice.is_empty else (self.notice,)
            make_room(self, *((self.heading,) if has_heading else ()), *notice)
            if fits(self):
                break

    def _list_width(self, style: Style, *, is_both: bool) -> int:
        whole = self.width() - 2 * style.margin
        is_alone = not is_both or self._mine.tab is LibraryTab.CANCELLED
        return whole if is_alone else (whole - int(style.grid("gutter"))) // 2

    def _place_tabs(self, style: Style, *, is_both: bool) -> None:
        """In the head; on a tall panel below the lists, in reach."""
        for line in (self._head, self._page):
            line.removeWidget(self.tabs)
        (self._page if style.is_portrait else self._head).addWidget(self.tabs)
        columns = 5
        if style.is_portrait:
            columns = 3 if style.look.size is TextSize.STANDARD else 2
        self.tabs.place(style, is_both=is_both, columns=columns)

    def _show_lists(self, *, is_known: bool, is_both: bool) -> None:
        tab = self._mine.tab
        now = {LibraryTab.RESERVATIONS, LibraryTab.LOANS} if is_both else {tab}
        is_cancelled = tab is LibraryTab.CANCELLED
        shown = {LibraryTab.CANCELLED} if is_cancelled else now
        for own, its in (
            (self.reservations, LibraryTab.RESERVATIONS),
            (self.loans, LibraryTab.LOANS),
            (self.cancelled, LibraryTab.CANCELLED),
        ):
            own.setVisible(is_known and its in shown)
