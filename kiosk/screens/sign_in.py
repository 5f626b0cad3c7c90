"""Signing in with a library card: the card or its number, then the password."""

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.devices import Device
from kiosk.domain.errors import CardOrPasswordWrong
from kiosk.domain.patrons import CardNumber
from kiosk.events import CardPresented, ForgottenAsked, PasswordEntered
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.step_heading import StepHeading
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.signing_in.card_step import CardStep
from kiosk.ui.signing_in.idle_note import idle_note
from kiosk.ui.signing_in.purpose import purpose_said
from kiosk.ui.text import Button, Label
from kiosk.ui.typing.entry_card import EntryCard, open_enter
from kiosk.ui.typing.field import Field, FieldState
from kiosk.ui.typing.number_pad import NumberPad
from kiosk.ui.typing.password_field import PasswordField
from kiosk.visit import Visit
from kiosk.words.errors import Explanation, explain, explain_unknown_or_wrong
from kiosk.words.helping import Topic
from kiosk.words.words import Words

_SHORTEST, _LONGEST_NUMBER, _LONGEST_PASSWORD = 4, 20, 64
_CARD, _ENTRY = 640, 1160  # parts of the width


class SignInScreen(Screen):
    """The same page before and after the card; a typed number stays, a password never does."""

    bar = BarKind.SIGNING_IN
    help_topic = Topic.SIGNING_IN

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.card = CardStep(words)
        self.step_read, self.step_password = StepHeading(1), StepHeading(2)
        self.no_card = Label("name", bold=True)
        self.number_name, self.number = Label(), Field(numbers=True)
        self.password_name, self.password = Label(), PasswordField(words)
        self.trouble, self.first_time = Explained(), Explained(Tone.HINT)
        self.forgotten = Button(says=ForgottenAsked())
        self.number_pad = NumberPad(words, has_letters=False)
        self.password_pad = NumberPad(words)
        self._visit = Visit()
        self._typed = ""  # of the card's number
        self._is_retyping = self._is_checking = False
        self._listen()
        self._build()

    def _listen(self) -> None:
        self.number_pad.pressed.connect(self._type_number)
        self.number_pad.erased.connect(lambda: self._show_typed(self._typed[:-1]))
        self.number_pad.entered.connect(self._enter_number)
        self.password_pad.pressed.connect(self._type_password)
        self.password_pad.erased.connect(lambda: self.password.show_text(self.password.secret[:-1]))
        self.password_pad.entered.connect(self._enter_password)
        for pad in (self.number_pad, self.password_pad):
            pad.pressed.connect(self._show_keys)
            pad.erased.connect(self._show_keys)
        self.card.again.clicked.connect(self._retype)

    def _build(self) -> None:
        self.entry = EntryCard(
            (
                self.step_read,
                self.step_password,
                self.no_card,
                self.number_name,
                self.number,
                self.password_name,
                self.password,
                self.trouble,
                self.first_time,
                self.forgotten,
            ),
            (self.number_pad, self.password_pad),
        )
        self._page = QVBoxLayout(self)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.addWidget(self.card, _CARD)
        self._cards.addWidget(self.entry, _ENTRY)
        self._page.addWidget(self.head)
        self._page.addLayout(self._cards, 1)

    # ---- being told
    def display(self, visit: Visit) -> None:
        if visit.card != self._visit.card:
            self._is_retyping = self._is_checking = False
            self._typed = ""
            self.password.forget()
            self.password_pad.show_numbers()
        self._is_checking = self._is_checking and visit.trouble is None
        self._visit = visit
        self._show_words()
        self._show_fields()
        self._show_trouble()
        self._show_keys()
        if self.has_style:
            self.arrange(self.style_now)

    @property
    def has_card(self) -> bool:
        """Whether the password is asked for."""
        card = self._visit.card
        return card is not None and card.waits_for_password and not self._is_retyping

    @property
    def has_ic_card(self) -> bool:
        card = self._visit.card
        return card is not None and card.ic is not None

    def _show_words(self) -> None:
        words, visit = self.words, self._visit
        note = idle_note(words, visit.premises.idle_signed_in_s)
        self.head.show_head(words("Sign in"), purpose_said(words, visit), note)
        self.card.show_read(
            is_read=self.has_card,
            can_scan=visit.premises.works(Device.SCANNER),
            can_lay=visit.premises.works(Device.CARD_READER),
        )
        of_card = words("Password of your library card")
        self.step_password.show_text(of_card if self.has_ic_card else words("Enter your password"))
        self.no_card.show_text(
            words("Or type the number of your card")
            if visit.premises.works(Device.SCANNER)
            else words("Type your card number")
        )
        self.number_name.show_text(words("Card number"))
        self.password_name.show_text(words("Password (4 to 20 letters and digits)"))
        self.forgotten.show_text(words("I have forgotten my password"))

    def _show_fields(self) -> None:
        card = self._visit.card
        if self.has_card and card is not None:
            shown = self.words("IC card") if self.has_ic_card else card.masked
            self.number.show_text(shown)
            self.number.show_state(FieldState.DONE)
            self.step_read.show_text(shown, is_done=True)
        else:
            self.number.show_state(FieldState.ACTIVE)
            self.number.show_text(self._typed)
        is_wrong = self._visit.trouble is not None and not self.password.secret
        self.password.show_state(FieldState.ERROR if is_wrong else FieldState.ACTIVE)
        self._show_hint()

    def _show_hint(self) -> None:
        """How the first password is made; or that there is a new one, set a moment ago."""
        words, card = self.words, self._visit.card
        if card is not None and card.has_new_password:
            what = words("Your new password is set.")
            hint = Explanation(what, words("Please sign in with it now."))
            self.first_time.explain(hint, Tone.HINT, "check")
            return
        rule = words("The last 4 digits of the number, then month and day of birth.")
        example = words("Number …8901, born on 5 March: **8901 0305**")
        self.first_time.explain(
            Explanation(words("The first time"), f"{rule}\n{example}"), Tone.HINT
        )

    def _show_trouble(self) -> None:
        trouble = self._visit.trouble
        said = explain(self.words, trouble) if trouble is not None else None
        if self.has_ic_card and isinstance(trouble, CardOrPasswordWrong):
            said = explain_unknown_or_wrong(self.words)
        self.trouble.explain(said, Tone.STOP)

    def _show_keys(self, _key: str = "") -> None:
        words = self.words
        is_down = self._visit.premises.is_line_down
        why_not = words("The line is down.") if is_down else ""
        log_in = words("Checking…") if self._is_checking else words("Sign in")
        for pad, verb, typed in (
            (self.number_pad, words("Next"), self._typed),
            (self.password_pad, log_in, self.password.secret),
        ):
            pad.show_verb(verb)
            is_open = len(typed) >= _SHORTEST and not is_down and not self._is_checking
            open_enter(pad, is_open=is_open, why_not=why_not)

    # ---- typing
    def _type_number(self, key: str) -> None:
        if key.isdigit() and len(self._typed) < _LONGEST_NUMBER:
            self._show_typed(self._typed + key)

    def _show_typed(self, typed: str) -> None:
        self._typed = typed
        self.number.show_text(typed)

    def _type_password(self, key: str) -> None:
        if len(self.password.secret) < _LONGEST_PASSWORD:
            self.password.show_text(self.password.secret + key)
            self.password.show_state(FieldState.ACTIVE)

    def _retype(self) -> None:
        self._is_retyping = True
        self.password.forget()
        self.display(self._visit)

    def _enter_number(self) -> None:
        if self.number_pad.enter.isEnabled():
            self.say(CardPresented(CardNumber(self._typed)))

    def _enter_password(self) -> None:
        """The password goes with the event, and stays nowhere here."""
        if self.password_pad.enter.isEnabled():
            entered = PasswordEntered(self.password.secret)
            self.password.forget()
            self._is_checking = True
            self._show_keys()
            self.say(entered)

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        margin = style.margin
        self._page.setContentsMargins(margin, style.space(1), margin, style.space(3))
        self._page.setSpacing(style.gap)
        self._cards.setSpacing(style.grid("gutter"))
        way = QBoxLayout.Direction
        self._cards.setDirection(way.TopToBottom if style.is_portrait else way.LeftToRight)
        self._cards.setStretch(0, 0 if style.is_portrait else _CARD)
        for is_alone in (style.is_large, True):
            self._set_visible(is_alone=is_alone and self.has_card)
            make_room(self, *self._first_to_go())
            if fits(self):
                break

    def _set_visible(self, *, is_alone: bool) -> None:
        """is_alone: where room is short, the card that was read has one line only."""
        asks_password = self.has_card
        self.card.setVisible(not is_alone)
        self.step_read.setVisible(is_alone)
        self.step_password.setVisible(asks_password)
        self.no_card.setVisible(not asks_password)
        _set_visible((self.number_name, self.number), is_visible=not is_alone)
        of_password = (self.password_name, self.password, self.password_pad)
        _set_visible(of_password, is_visible=asks_password)
        self.number_pad.setVisible(not asks_password)
        is_library_card = asks_password and not self.has_ic_card
        self.first_time.setVisible(is_library_card and self._visit.trouble is None)
        self.forgotten.setVisible(is_library_card)

    def _first_to_go(self) -> list[QWidget]:
        """What leaves first when the letters are large."""
        about = [self.head.about] if self.head.about.text() else []
        head = [self.head.note, *about]
        card = self.card
        if not self.has_card:
            last = [] if self._visit.trouble is None else [self.no_card]
            how = [card.never_read, self.number_name, card.my_number]
            if not self._visit.premises.works(Device.CARD_READER):
                how = [self.number_name]
            picture = [card.picture] if self._visit.premises.works(Device.SCANNER) else []
            return [*picture, *head, *how, *last, self.head]
        if self._visit.trouble is None:
            hint = [] if self.has_ic_card else [self.first_time]
            return [card.picture, *head, *hint, self.head]
        read = self.number_name if self.step_read.isHidden() else self.step_read
        return [card.picture, *head, read, self.password_name, self.head]


def _set_visible(parts: Iterable[QWidget], *, is_visible: bool) -> None:
    for part in parts:
        part.setVisible(is_visible)
