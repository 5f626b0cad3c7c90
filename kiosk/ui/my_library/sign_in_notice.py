"""Told to who just signed in: what of that which opens their card changed, and what ends soon."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.patrons import Session
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.words.card_changes import changes_told, changes_told_in_short
from kiosk.words.dates import long_day
from kiosk.words.errors import Explanation
from kiosk.words.words import Words


class SignInNotice(Explained):
    """Hidden where there is nothing to tell; of two things the more urgent one is told."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Tone.HINT, "ic", parent)
        self._words = words
        self.is_empty = True

    def show_session(self, session: Session | None, *, in_short: bool) -> None:
        """None: something else is said on the page now; in_short: letters are at their largest."""
        tell = changes_told_in_short if in_short else changes_told
        changed = tell(self._words, session.changes) if session is not None else None
        card = session.my_number if session is not None else None
        ends = self._told_of(card) if card is not None else None
        if ends is not None and in_short:
            ends = Explanation(ends.what, "")  # the settings say the rest
        told = changed or ends
        self.is_empty = told is None
        tone, icon = (Tone.WAIT, "lock") if changed is not None else (Tone.HINT, "ic")
        self.explain(told, tone, icon)

    def _told_of(self, card: BoundCard) -> Explanation:
        words, until = self._words, long_day(self._words, card.good_until)
        if card.was_renewed:
            return Explanation(
                words("Your renewed My Number card is joined now."),
                words("You need do nothing. It is good until %(day)s.", day=until),
            )
        return Explanation(
            words("Your My Number card's certificate ends on %(day)s.", day=until),
            words("Please have it renewed at your city office, then join the new one."),
        )
