"""Joining a My Number card to the library card: what it means, before; that it is done, after."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from kiosk.domain.bound_card import BoundCard
from kiosk.events import MyLibraryAsked, MyNumberBindAsked
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.summary import Summary
from kiosk.ui.parts.way_card import WayCard
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button
from kiosk.visit import Visit
from kiosk.words.dates import long_day
from kiosk.words.errors import explain
from kiosk.words.helping import Topic
from kiosk.words.words import Words


class BindCardScreen(Screen):
    """Nothing is joined before the key is touched, or the card laid down, and the PIN entered."""

    help_topic = Topic.MY_LIBRARY

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.trouble = Explained()
        self.use, self.kept = WayCard("ic"), WayCard("lock")
        self.not_now = Button(says=MyLibraryAsked())
        self.summary = Summary(MyNumberBindAsked(), self.not_now)
        self._page, self._inner = QVBoxLayout(self), QVBoxLayout()
        self._page.setContentsMargins(0, 0, 0, 0)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.addWidget(self.use, 1)
        self._ways.addWidget(self.kept, 1)
        self._inner.addWidget(self.head)
        self._inner.addWidget(self.trouble)
        self._inner.addLayout(self._ways)
        self._inner.addStretch(1)
        self._page.addLayout(self._inner, 1)
        self._page.addWidget(self.summary)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        words, bound = self.words, visit.signed.bound
        said = explain(words, visit.trouble) if visit.trouble is not None else None
        self.trouble.explain(said, Tone.WAIT)
        self.not_now.show_text(words("Not now"))
        self.not_now.setVisible(bound is None)
        if bound is not None:
            self._show_bound(bound)
        else:
            self._show_offer()
        if visit.premises.is_line_down:
            self.summary.button.turn_off(words("The line is down."))
        if self.has_style:
            self.arrange(self.style_now)

    def _show_offer(self) -> None:
        words = self.words
        self.head.show_head(words("Join your My Number card"))
        self.use.show_way(
            words("What it is for"),
            words("From then on you can sign in with the card and its four-digit PIN."),
        )
        self.kept.show_way(
            words("What the library keeps"),
            words(
                "By what the card's certificate is known, and until when it is good. "
                "Your 12-digit My Number is not read or kept."
            ),
        )
        self.summary.button.says = MyNumberBindAsked()
        sentence = words("Lay the My Number card on the reader, and leave it there.")
        told = words("You can let it go at any time under “Your settings”.")
        self.summary.show_summary(sentence, "", words("Join it"), told=told)

    def _show_bound(self, card: BoundCard) -> None:
        words = self.words
        self.head.show_head(words("Your My Number card is joined"))
        self.use.show_way(
            words("From the next time on"),
            words("Lay the card on the reader and enter its PIN: you are signed in."),
        )
        until = words("Until %(day)s", day=long_day(words, card.good_until))
        self.kept.show_way(until, words("Then, or after a renewal, join the new one in this way."))
        self.summary.button.says = MyLibraryAsked()
        sentence = words("Please take your card with you.")
        told = words("You can let it go at any time under “Your settings”.")
        self.summary.show_summary(sentence, "", words("See My Library"), told=told)

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        way = QBoxLayout.Direction
        self._ways.setDirection(way.TopToBottom if style.is_portrait else way.LeftToRight)
        above = style.space(1) if style.is_large else style.gap
        self._inner.setContentsMargins(style.margin, above, style.margin, above)
        self._inner.setSpacing(style.space(1 if style.is_large else 3))
        self._ways.setSpacing(style.space(3) if style.is_portrait else int(style.grid("gutter")))
        self.summary.tell(is_here=style.is_portrait or not style.is_large)
        cards = () if self.trouble.isHidden() else (self.use, self.kept)
        make_room(self, self.use.icon, self.kept.icon, self.head, *cards)
