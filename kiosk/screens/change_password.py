"""Another password, for who knows the one they have (rule L4)."""

from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.errors import CardOrPasswordWrong, PasswordNotAllowed
from kiosk.events import PasswordChangeEntered
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.screen import Screen
from kiosk.ui.typing.password_field import PasswordField
from kiosk.ui.typing.renewal_card import RenewalCard
from kiosk.visit import Deed, OwnDetails, Visit
from kiosk.words.errors import explain_here
from kiosk.words.helping import Topic
from kiosk.words.words import Words

_OLD = 4, 64  # signs; an older rule may have allowed more than today's


class ChangePasswordScreen(Screen):
    help_topic = Topic.MY_LIBRARY

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.card = RenewalCard(words, PasswordField(words), _OLD)
        self._details = OwnDetails()
        self._visit = Visit()
        self.card.entered.connect(self._enter)
        self.card.turned.connect(self._show)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.head)
        self._page.addWidget(self.card, 1)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        before, self._details = self._details, visit.signed.details
        self._visit = visit
        if before.asked is Deed.PASSWORD_CHANGED and self._details.asked is None:
            if isinstance(visit.trouble, CardOrPasswordWrong):
                self.card.refuse_proof()
            if isinstance(visit.trouble, PasswordNotAllowed):
                self.card.refuse_new()
        self._show()

    def _show(self) -> None:
        words, visit, card = self.words, self._visit, self.card
        self.head.show_head(words("Change the password"))
        card.show_steps(
            words("The password that you have now"),
            words("New password (4 to 20 letters and digits)"),
            words("Type the old one again"),
        )
        trouble = visit.trouble
        said = explain_here(words, trouble) if trouble is not None else None
        is_wrong = isinstance(trouble, (CardOrPasswordWrong, PasswordNotAllowed))
        card.trouble.explain(said, Tone.STOP if is_wrong else Tone.WAIT)
        why_not = words("The line is down.") if visit.premises.is_line_down else ""
        is_asking = self._details.asked is not None
        card.show_keys(words("Use it"), why_not, is_asking=is_asking)
        if self.has_style:
            self.arrange(self.style_now)

    def _enter(self) -> None:
        """Both stay in their fields until they are taken or refused, and leave with the page."""
        self.say(PasswordChangeEntered(self.card.proof, self.card.new.secret))

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.space(1), style.margin, style.space(3))
        self._page.setSpacing(style.gap)
        self.card.set_visible()
        make_room(self, *self.card.first_to_go(), self.head)
