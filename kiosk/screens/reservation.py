"""One reservation: how it stands, and what can be changed as long as it can be."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LineLost
from kiosk.domain.looks import TextSize
from kiosk.domain.reservations import Changes, Reservation
from kiosk.events import CancelAsked, ChangeConfirmed, Event, ReservationOpened
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.my_library.phone_card import PhoneCard
from kiosk.ui.my_library.reservation_deeds import ReservationDeeds
from kiosk.ui.my_library.reservation_head import ReservationHead
from kiosk.ui.parts.counting_sheet import CountingSheet
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.summary import Summary
from kiosk.ui.parts.two_questions import TwoQuestions
from kiosk.ui.parts.wish_answers import branch_chosen, contact_chosen, told_of_chosen
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Kind
from kiosk.visit import Signed, Visit
from kiosk.words.errors import explain
from kiosk.words.helping import Topic
from kiosk.words.wishes import what_is_wished
from kiosk.words.words import Words


class ReservationScreen(Screen):
    """Cancelled by one touch: it can be taken back on the page that follows.

    Where letters are large, the choices have a page of their own behind a key.
    """

    help_topic = Topic.MY_LIBRARY

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = ReservationHead(words)
        self.trouble = Explained(icon="x")
        self.phone = PhoneCard(words)
        self.again = Button(icon="refresh")
        self.deeds = ReservationDeeds()
        self.questions = TwoQuestions(words)
        self.cancel = Button(kind=Kind.DANGER, icon="x", role="name")
        self.summary = Summary(ChangeConfirmed(), beside=self.cancel)
        self._is_asking = False  # confirmed or cancelled, and not answered yet
        self._is_choosing = False  # on the page of the choices
        self._can_change = self._is_read = False
        self._page, self._content = QVBoxLayout(self), QVBoxLayout()
        self._page.setContentsMargins(0, 0, 0, 0)
        for part in (self.head, self.trouble, self.phone, self.again):
            self._content.addWidget(part)
        self._content.addWidget(self.deeds, 1)
        self._content.addWidget(self.questions, 1)
        self._content.addStretch(0)
        self._page.addLayout(self._content, 1)
        self._page.addWidget(self.summary)
        self.counting = CountingSheet(words, self)
        self.deeds.change.clicked.connect(self._choose)
        self.head.counting.clicked.connect(self.counting.open_sheet)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        mine = visit.signed.library
        reservation = mine.opened_reservation
        if reservation is None:
            return  # cancelled a moment ago: the lists come next
        if visit.trouble is not None or mine.has_changed:
            self._is_asking = self._is_choosing = False
        self._can_change = reservation.can_change
        self._is_read = mine.changes is not None
        self.head.show_reservation(reservation, mine, visit.premises.here)
        self.counting.show_waiting(reservation.waiting)
        self.phone.show_branch(self.words("It can't be changed here any more."), reservation.pickup)
        self._show_trouble(visit)
        self._show_again(visit, reservation)
        self._show_choices(mine.changes or Changes(reservation.id), visit.signed, reservation)
        self._show_cancel(visit, reservation)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_trouble(self, visit: Visit) -> None:
        trouble = visit.trouble
        if isinstance(trouble, LineLost) and visit.premises.is_line_down:
            trouble = None  # the banner says so
        self.trouble.explain(explain(self.words, trouble) if trouble else None, icon="x")

    def _show_again(self, visit: Visit, reservation: Reservation) -> None:
        """What it could be changed to was not read."""
        self.again.says = ReservationOpened(reservation.id)
        self.again.show_text(self.words("Look again"))
        if visit.premises.is_line_down:
            self.again.turn_off(self.words("The line is down."))
        else:
            self.again.turn_on()

    def _show_choices(self, changes: Changes, signed: Signed, reservation: Reservation) -> None:
        words, has_changed = self.words, signed.library.has_changed
        self.questions.show_choices(changes.pickups, changes.notices, signed.pickup, signed.notice)
        wished = self._wished(changes, signed.pickup, signed.notice)
        is_other = (signed.pickup, signed.notice) != (reservation.pickup.id, reservation.notice)
        done = words("It is changed.") if has_changed else ""
        told = "" if done else told_of_chosen(words, changes.notices, signed.notice)
        self.summary.show_summary(
            wished, done, words("Change it"), told=told, is_ready=is_other, is_done=has_changed
        )
        if not is_other:
            self.summary.button.turn_off(words("Choose another branch or notice first."))
        as_it_is = self._wished(changes, reservation.pickup.id, reservation.notice)
        self.deeds.show_deeds(
            as_it_is, done, words("Change branch or notice"), words("Cancel this reservation")
        )

    def _wished(
        self, changes: Changes, pickup: BranchId | None, notice: NoticeMethod | None
    ) -> str:
        branch = branch_chosen(self.words, changes.pickups, pickup)
        contact = contact_chosen(changes.notices, notice)
        return what_is_wished(self.words, branch, notice, contact)

    def _show_cancel(self, visit: Visit, reservation: Reservation) -> None:
        words, keys = self.words, (self.cancel, self.deeds.cancel)
        self.cancel.show_text(words("Cancel this reservation"))
        for key in keys:
            key.says = CancelAsked(reservation.id)
        for key in (*keys, self.deeds.change):
            key.turn_on()
        if visit.premises.is_line_down:
            self._let_rest(words("The line is down."))
        elif self._is_asking:
            self._let_rest(words("Just a moment, please."))

    def _let_rest(self, reason: str) -> None:
        for key in (self.cancel, self.deeds.cancel, self.deeds.change, self.summary.button):
            key.turn_off(reason)

    # ---- saying
    def say(self, event: Event) -> None:
        if isinstance(event, ChangeConfirmed | CancelAsked):
            self._is_asking = True
            self._let_rest(self.words("Just a moment, please."))
        super().say(event)

    def _choose(self) -> None:
        self._is_choosing = True
        self.arrange(self.style_now)

    def closes_sheet(self) -> bool:
        is_open = self.counting.is_open
        self.counting.close_sheet()
        return is_open

    # ---- taking its place
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.counting.setGeometry(self.rect())

    def arrange(self, style: Style) -> None:
        """All on one page where it fits; else the deeds first, the choices behind a key."""
        self._content.setContentsMargins(style.margin, style.space(2), style.margin, style.space(2))
        self._content.setSpacing(style.gap)
        has_all = self._can_change and self._is_read and not style.is_large
        for is_whole in (has_all, False):
            self._show_parts(is_whole=is_whole)
            self.questions.place(style, self.size(), is_single=not is_whole)
            self.summary.tell(is_here=not self.questions.tells)
            make_room(self, *self._first_to_go(style, is_whole=is_whole))
            if fits(self):
                break
        self.questions.lay_out()

    def _show_parts(self, *, is_whole: bool) -> None:
        is_open = self._can_change and self._is_read
        has_choices = is_open and (is_whole or self._is_choosing)
        self.phone.setVisible(not self._can_change)
        self.again.setVisible(self._can_change and not self._is_read)
        self.deeds.setVisible(is_open and not has_choices)
        for part in (self.questions, self.summary):
            part.setVisible(has_choices)
        self.cancel.setVisible(is_whole)
        self.head.show_in_full(is_full=is_whole or not has_choices)
        self._content.setStretch(self._content.count() - 1, 0 if is_open else 1)

    def _first_to_go(self, style: Style, *, is_whole: bool) -> tuple[QWidget, ...]:
        cover = () if style.look.size is TextSize.LARGEST else (self.head.cover,)
        if self._is_choosing and not is_whole:
            return (*cover, self.head)
        told = (self.head.time,) if self.head.time.text() else ()
        timed = (self.head.counting,) if self.head.has_time else ()  # a line with the one above
        return (*cover, self.head.details, self.head.eye, *told, *timed)
