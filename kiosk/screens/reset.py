"""A new password by the code that came by e-mail, in place of a forgotten one (rule L5)."""

from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.errors import CodeWrong, PasswordNotAllowed
from kiosk.events import ResetCodeAsked, ResetEntered
from kiosk.ui.details.code_field import DIGITS, CodeField
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Button, Label
from kiosk.ui.typing.renewal_card import RenewalCard
from kiosk.visit import Visit
from kiosk.words.errors import explain_here
from kiosk.words.helping import Topic
from kiosk.words.words import Words


class ResetScreen(Screen):
    """Says the same whether the card has an address or not, and whether it exists."""

    bar = BarKind.SIGNING_IN
    help_topic = Topic.SIGNING_IN

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.sent, self.nothing_came = Label(), Label("label", ink="ink2")
        self.again = Button(says=ResetCodeAsked(), icon="refresh")
        beside = (self.sent, self.again, self.nothing_came)
        self.card = RenewalCard(words, CodeField(), (DIGITS, DIGITS), beside)
        self._visit = Visit()
        self._is_asking = False  # said, and not answered yet
        self.card.entered.connect(self._enter)
        self.card.turned.connect(self._show)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.head)
        self._page.addWidget(self.card, 1)

    # ---- being told
    def display(self, visit: Visit) -> None:
        self._visit = visit
        if self._is_asking and visit.trouble is not None:
            self._is_asking = False
            if isinstance(visit.trouble, CodeWrong):
                self.card.refuse_proof()
            if isinstance(visit.trouble, PasswordNotAllowed):
                self.card.refuse_new()
        self._show()

    def _show(self) -> None:
        words, visit, card = self.words, self._visit, self.card
        self.head.show_head(words("Set a new password"))
        card.show_steps(
            words("Type the code from the e-mail"),
            words("New password (4 to 20 letters and digits)"),
            words("Type the code again"),
        )
        trouble = visit.trouble
        said = explain_here(words, trouble) if trouble is not None else None
        is_wrong = isinstance(trouble, (CodeWrong, PasswordNotAllowed))
        card.trouble.explain(said, Tone.STOP if is_wrong else Tone.WAIT)
        self._show_sent()
        why_not = words("The line is down.") if visit.premises.is_line_down else ""
        card.show_keys(words("Use it"), why_not, is_asking=self._is_asking)
        if why_not:
            self.again.turn_off(why_not)
        else:
            self.again.turn_on()
        if self.has_style:
            self.arrange(self.style_now)

    def _show_sent(self) -> None:
        words = self.words
        is_another = self._visit.card is not None and self._visit.card.codes_asked > 1
        if is_another:
            sent = words("If we have your e-mail address, another code is on its way.")
        else:
            sent = words("If we have your e-mail address, a code of six digits is on its way.")
        self.sent.show_text(sent)
        self.again.show_text(words("Send another code"))
        self.nothing_came.show_text(
            words("Nothing came? Please bring card and proof of identity to the counter.")
        )

    def _enter(self) -> None:
        """Both stay in their fields until they are taken or refused, and leave with the page."""
        self._is_asking = True
        self._show()
        self.say(ResetEntered(self.card.proof, self.card.new.secret))

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.space(1), style.margin, style.space(3))
        self._page.setSpacing(style.gap)
        self.card.set_visible()
        make_room(self, *self.card.first_to_go(), *self._first_to_go(), self.head)

    def _first_to_go(self) -> tuple[Label, ...]:
        """Of what stands beside the code: with trouble, that says what to do."""
        if self.card.is_new:
            return ()
        return (self.nothing_came, self.sent) if self._visit.trouble else (self.nothing_came,)
