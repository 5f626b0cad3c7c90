"""Told to who signed in with a My Number card: that it ends soon, or was joined anew by itself."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.bound_card import BoundCard
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.words.dates import long_day
from kiosk.words.errors import Explanation
from kiosk.words.words import Words


class MyNumberNotice(Explained):
    """Hidden where there is nothing to tell."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Tone.HINT, "ic", parent)
        self._words = words
        self.is_empty = True

    def show_card(self, card: BoundCard | None) -> None:
        self.is_empty = card is None
        self.explain(self._told(card) if card is not None else None, Tone.HINT, "ic")

    def _told(self, card: BoundCard) -> Explanation:
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
