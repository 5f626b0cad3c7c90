"""A forgotten password: what can be done here, and what at the counter (rule L5)."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from kiosk.events import CardPresented, ResetCodeAsked
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.summary import Summary
from kiosk.ui.parts.way_card import WayCard
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Button
from kiosk.visit import Visit
from kiosk.words.errors import explain_here
from kiosk.words.helping import Topic
from kiosk.words.words import Words


class ForgottenScreen(Screen):
    """Both ways stand side by side: nobody is told which of them is theirs (rule L7)."""

    bar = BarKind.SIGNING_IN
    help_topic = Topic.SIGNING_IN

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.trouble = Explained()
        self.by_email, self.at_counter = WayCard("mail"), WayCard("person")
        self.remembered = Button(icon="back")
        self.summary = Summary(ResetCodeAsked())
        self._page, self._inner = QVBoxLayout(self), QVBoxLayout()
        self._page.setContentsMargins(0, 0, 0, 0)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.addWidget(self.by_email, 1)
        self._ways.addWidget(self.at_counter, 1)
        self._inner.addWidget(self.head)
        self._inner.addWidget(self.trouble)
        self._inner.addLayout(self._ways)
        self._inner.addWidget(self.remembered)
        self._inner.addStretch(1)
        self._page.addLayout(self._inner, 1)
        self._page.addWidget(self.summary)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.card is not None, "a password is forgotten after the card was presented"
        assert visit.card.number is not None, "a My Number card has no password"
        words, trouble = self.words, visit.trouble
        self.head.show_head(words("Forgotten your password?"))
        said = explain_here(words, trouble, has_typed=False) if trouble is not None else None
        self.trouble.explain(said, Tone.WAIT)
        self.by_email.show_way(
            words("Who has given us an e-mail address"),
            words("A code goes there. With it you set a new password."),
        )
        self.at_counter.show_way(
            words("Who has not"),
            words("Please bring your card and proof of identity to the counter."),
        )
        self.remembered.show_text(words("I remember it: sign in"))
        self.remembered.says = CardPresented(visit.card.number)
        self._show_key(visit)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_key(self, visit: Visit) -> None:
        words = self.words
        sentence = words("The code goes to the address that you gave us.")
        is_down = visit.premises.is_line_down
        self.summary.show_summary(sentence, "", words("Send the code"), is_ready=not is_down)
        if is_down:
            self.summary.button.turn_off(words("The line is down."))

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        way = QBoxLayout.Direction
        self._ways.setDirection(way.TopToBottom if style.is_portrait else way.LeftToRight)
        above = style.space(1) if style.is_large else style.gap
        self._inner.setContentsMargins(style.margin, above, style.margin, above)
        self._inner.setSpacing(style.space(1 if style.is_large else 3))
        self._ways.setSpacing(style.space(3) if style.is_portrait else int(style.grid("gutter")))
        icons = (self.by_email.icon, self.at_counter.icon)
        make_room(self, *icons, self.head, self.remembered)
