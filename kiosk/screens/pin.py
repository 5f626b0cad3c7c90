"""The four digits of a My Number card, with the tries that are left."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.errors import LastTryKept, PinLocked
from kiosk.events import PinEntered
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.step_heading import StepHeading
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Label
from kiosk.ui.typing.entry_card import EntryCard, open_enter
from kiosk.ui.typing.field import FieldState
from kiosk.ui.typing.mixing import mixed
from kiosk.ui.typing.number_pad import NumberPad
from kiosk.ui.typing.pin_field import PinField
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.helping import Topic
from kiosk.words.words import Words

_DIGITS = 4
_LAST_TRY = 1  # kept on the card: the PIN guard never spends it


class PinScreen(Screen):
    """Reading the tries, asking and proving are one page; the digits never outlive their event."""

    bar = BarKind.SIGNING_IN
    help_topic = Topic.SIGNING_IN

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.step_card, self.step_pin = StepHeading(1), StepHeading(2)
        self.which = Label()
        self.field = PinField(words, _DIGITS, _DIGITS)
        self.tries = Label("name", bold=True)
        self.trouble = Explained()
        self.keep, self.never_read = Label("label", ink="ink2"), Label("label", ink="ink2")
        self.pad = NumberPad(words, has_letters=False, mix=mixed)
        self._visit = Visit()
        self._is_proving = self._is_begun = False
        self.pad.pressed.connect(self._type)
        self.pad.erased.connect(self._erase)
        self.pad.entered.connect(self._enter)
        asked = (self.step_card, self.step_pin, self.which, self.field, self.tries)
        notes = (self.trouble, self.keep, self.never_read)
        self.entry = EntryCard((*asked, *notes), (self.pad,))
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.head)
        self._page.addWidget(self.entry, 1)

    # ---- being told
    def display(self, visit: Visit) -> None:
        if visit.card != self._visit.card:
            self.field.forget()
        self._is_proving = self._is_proving and visit.trouble is None
        self._visit = visit
        if not self._is_begun:
            self._is_begun = True
            self.pad.show_mixed(is_mixed=visit.premises.mixes_pin_digits)
        words = self.words
        self.head.show_head(self.heading)
        self.step_card.show_text(words("Leave the card on the reader"), is_done=True)
        self.step_pin.show_text(words("Enter the four-digit PIN"))
        self.which.show_text(words("It is the PIN of the user certificate."))
        self.keep.show_text(self._what_of_the_card())
        self.never_read.show_text(
            words(
                "Your 12-digit My Number is not read or kept. Three wrong tries lock the card; "
                "the last one is never used here."
            )
        )
        self._show_tries()
        self._show_trouble()
        self._show_keys()
        for part in (self.step_card, self.step_pin, self.which, self.field, self.pad):
            part.setVisible(self._asks)
        if self.has_style:
            self.arrange(self.style_now)

    @property
    def heading(self) -> str:
        return self.words("Sign in with your My Number card")

    @property
    def verb(self) -> str:
        return self.words("Sign in")

    @property
    def tries_left(self) -> int | None:
        """None while the card is being read."""
        return self._visit.card.tries_left if self._visit.card is not None else None

    @property
    def has_try(self) -> bool:
        return self.tries_left is not None and self.tries_left > _LAST_TRY

    @property
    def _asks(self) -> bool:
        """Whether a PIN can be of any use, as far as is known: the card may still be read."""
        return self.tries_left is None or self.has_try

    def _what_of_the_card(self) -> str:
        if self._asks:
            return self.words("Please leave the card there until the page changes.")
        return self.words("Please take the card off the reader.")

    def _show_tries(self) -> None:
        left = self.tries_left
        if left is None:
            self.tries.show_text(self.words("Reading the card…"))
            return
        self.tries.show_ink("ink" if left - _LAST_TRY > 1 else "stop")
        told = self.words.count(
            "%(num)d try is left on the card.", "%(num)d tries are left on the card.", left
        )
        self.tries.show_text(told)
        self.tries.setAccessibleDescription(plain(self.never_read.text()))

    def _show_trouble(self) -> None:
        trouble = self._visit.trouble or self._no_try
        said = explain(self.words, trouble) if trouble is not None else None
        self.trouble.explain(said, Tone.STOP)
        says_tries = isinstance(trouble, LastTryKept | PinLocked)
        self.tries.setVisible(not says_tries)
        is_wrong = trouble is not None and not self.field.secret
        self.field.show_state(FieldState.ERROR if is_wrong else FieldState.ACTIVE)

    @property
    def _no_try(self) -> Exception | None:
        """What the card itself says, before anything is typed."""
        if self.tries_left is None or self.has_try:
            return None
        return LastTryKept() if self.tries_left == _LAST_TRY else PinLocked()

    def _show_keys(self) -> None:
        words = self.words
        self.pad.show_verb(words("Checking…") if self._is_proving else self.verb)
        is_down = self._visit.premises.is_line_down
        is_open = self.has_try and self.field.is_long_enough
        why_not = words("The line is down.") if is_down else ""
        if self.tries_left is not None and not self.has_try:
            why_not = words("Please use your library card.")
        open_enter(
            self.pad, is_open=is_open and not is_down and not self._is_proving, why_not=why_not
        )

    # ---- typing
    def _type(self, key: str) -> None:
        self.field.add(key)
        self.field.show_state(FieldState.ACTIVE)
        self._show_keys()

    def _erase(self) -> None:
        self.field.erase()
        self._show_keys()

    def _enter(self) -> None:
        """The digits go with the event, and stay nowhere here."""
        if self.pad.enter.isEnabled():
            entered = PinEntered(self.field.secret)
            self.field.forget()
            self.pad.show_mixed(is_mixed=self.pad.is_mixed)
            self._is_proving = True
            self._show_keys()
            self.say(entered)

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.space(1), style.margin, style.space(3))
        self._page.setSpacing(style.gap)
        make_room(self, *self._first_to_go(), self.head)

    def _first_to_go(self) -> list[QWidget]:
        if not self._asks:
            return [self.never_read, self.keep]
        asked = [] if self.trouble.isHidden() else [self.step_pin]
        return [self.keep, self.which, self.step_card, *asked, self.never_read]
