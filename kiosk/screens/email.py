"""A new e-mail address: typed, then confirmed by the code that comes there (rule L6)."""

from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.details import ContactKind
from kiosk.domain.errors import CodeWrong, ContactNotUnderstood
from kiosk.events import ContactEntered, EmailCodeEntered
from kiosk.ui.details.address_entry import AddressEntry
from kiosk.ui.details.code_entry import CodeEntry
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.screen import Screen
from kiosk.visit import Deed, OwnDetails, Visit
from kiosk.words.errors import explain_here
from kiosk.words.helping import Topic
from kiosk.words.words import Words


class EmailScreen(Screen):
    """Address and code are one page, so that the address is there to be sent another code."""

    help_topic = Topic.MY_LIBRARY

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.address, self.code = AddressEntry(words), CodeEntry(words)
        self._details = OwnDetails()
        self._is_another = False  # code that is asked for
        self.address.sent.connect(self._send)
        self.code.again.clicked.connect(self._send)
        self.code.pad.entered.connect(self._confirm)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.head)
        self._page.addWidget(self.address, 1)
        self._page.addWidget(self.code, 1)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        before, self._details = self._details, visit.signed.details
        is_answered = before.asked is not None and self._details.asked is None
        is_void = before.asked is Deed.CODE_SENT or isinstance(visit.trouble, CodeWrong)
        if is_answered and is_void:
            self.code.forget()
        self._show(visit)
        if self.has_style:
            self.arrange(self.style_now)

    def _show(self, visit: Visit) -> None:
        words, details, trouble = self.words, self._details, visit.trouble
        why_not = words("The line is down.") if visit.premises.is_line_down else ""
        is_asking = details.asked is not None
        said = explain_here(words, trouble) if trouble is not None else None
        self.head.show_head(words("Confirm your e-mail address"))
        sender = details.found.sender_address if details.found else ""
        self.address.show_entry(sender, why_not, is_sending=is_asking)
        self.address.explain(said, is_wrong=isinstance(trouble, ContactNotUnderstood))
        has_address = bool(self.address.address)
        self.code.show_entry(self._sent_to(), why_not, is_asking=is_asking, has_address=has_address)
        self.code.explain(said, is_wrong=isinstance(trouble, CodeWrong))
        self.head.setVisible(details.wants_code)
        self.address.setVisible(not details.wants_code)
        self.code.setVisible(details.wants_code)

    def _sent_to(self) -> str:
        words, details = self.words, self._details
        pending = details.found.email_pending if details.found else ""
        if not pending:
            return ""
        if self._is_another and details.done is Deed.CODE_SENT:
            return words("Another code was sent to **%(address)s**.", address=pending)
        return words("It was sent to **%(address)s**.", address=pending)

    # ---- saying
    def _send(self) -> None:
        self._is_another = self._details.wants_code
        self.say(ContactEntered(ContactKind.EMAIL, self.address.address))

    def _confirm(self) -> None:
        if self.code.pad.enter.isEnabled():
            self.say(EmailCodeEntered(self.code.field.text))

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        above = style.space(1) if style.is_large else style.gap
        self._page.setContentsMargins(style.margin, above, style.margin, style.space(2))
        self._page.setSpacing(style.gap)
        if self._details.wants_code:
            told = [self.code.sent_to] if self.code.sent_to.text() else []
            make_room(self, self.code.unused, self.head, *told, self.code.name)
