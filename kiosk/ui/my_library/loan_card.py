"""One loan as a card: until when, and the key to keep it longer or the reason why not."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.loans import Loan
from kiosk.events import RenewAsked
from kiosk.ui.my_library.own_card import OwnCard
from kiosk.ui.my_library.own_title import own_title, title_of
from kiosk.ui.my_library.renewing import why_no_renewal
from kiosk.ui.my_library.standing import State
from kiosk.ui.text import Button, Kind
from kiosk.words.dates import day, short_day
from kiosk.words.errors import Explanation
from kiosk.words.words import Words


class LoanCard(OwnCard):
    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Button(align=Qt.AlignmentFlag.AlignHCenter), 8.6, parent)
        self._words = words

    def show_loan(
        self,
        loan: Loan,
        number: int,
        today: date | None,
        *,
        hides_title: bool = False,
        is_renewed_now: bool = False,
        cannot_ask: str = "",
        trouble: Explanation | None = None,
    ) -> None:
        """cannot_ask: why its renewal rests for a moment; trouble: what came of it instead."""
        title = own_title(self._words, title_of(loan), number, is_hidden=hides_title)
        self.show_title(title)
        state = self._state(loan, today, is_renewed_now=is_renewed_now)
        if trouble is not None:
            state = State(trouble.what, "x", "stop")
        self.chip.setVisible(state is not None)
        self.show_outline(state.colour if state is not None else "")
        if state is not None:
            self.chip.show_state(state.text, state.icon, state.colour)
        due = self._due(loan, today)
        self.details.show_text(f"{due}\n{trouble.then}" if trouble is not None else due)
        self._show_key(loan, cannot_ask)
        self.speak(self.key.accessibleDescription())
        if self.has_style:
            self.arrange(self.style_now)

    def _state(self, loan: Loan, today: date | None, *, is_renewed_now: bool) -> State | None:
        words = self._words
        if is_renewed_now:
            return State(words("Renewed"), "check", "ok")
        if loan.is_overdue:
            return State(words("Past its due date"), "clock", "wait")
        if loan.due_on == today:
            return State(words("Due today"), "clock", "wait")
        return None

    def _due(self, loan: Loan, today: date | None) -> str:
        words, due = self._words, day(self._words, loan.due_on)
        if loan.is_overdue and loan.renewed_until is None:
            return words("Was due **%(day)s**. Please return it.", day=due)
        if loan.is_overdue:
            return words("Was due **%(day)s**", day=due)
        left = (loan.due_on - today).days if today is not None else 0
        if left <= 0:
            return words("Until **%(day)s**", day=due)
        return words.count(
            "Until **%(day)s**, %(num)d day left",
            "Until **%(day)s**, %(num)d days left",
            left,
            day=due,
        )

    def _show_key(self, loan: Loan, cannot_ask: str) -> None:
        words, key = self._words, self.key
        key.says = RenewAsked(loan.id)
        is_renewable = loan.renewed_until is not None
        key.kind, key.role = (Kind.PRIMARY, "name") if is_renewable else (Kind.KEY, "label")
        if loan.renewed_until is None:
            key.show_text(why_no_renewal(words, loan))
            key.turn_off()
        elif cannot_ask:
            key.show_text(words("Renew"))
            key.turn_off(cannot_ask)
        else:
            until = words("until %(day)s", day=short_day(words, loan.renewed_until))
            key.show_text(words("Renew"), until)
            key.turn_on()
