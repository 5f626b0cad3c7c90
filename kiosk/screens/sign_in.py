"""Signing in with a library card: the card or its number, then the password."""

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.patrons import CardNumber
from kiosk.events import CardPresented, PasswordEntered
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.card_picture import CardPicture
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.step_heading import StepHeading
from kiosk.ui.parts.surface import Surface
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Button, Label
from kiosk.ui.typing.entry_card import EntryCard, open_enter
from kiosk.ui.typing.field import Field, FieldState
from kiosk.ui.typing.number_pad import NumberPad
from kiosk.ui.typing.password_field import PasswordField
from kiosk.visit import ReserveThis, SeeMyLibrary, Visit
from kiosk.words.errors import Explanation, explain
from kiosk.words.words import Words

_SHORTEST, _LONGEST_NUMBER, _LONGEST_PASSWORD = 4, 20, 64
_PICTURE, _PICTURE_IN_PORTRAIT = 400, 240  # px high
_CARD, _ENTRY = 640, 1160  # parts of the width
_SECONDS_A_MINUTE = 60
_SEAL = "図"  # on the card in the picture, which is of no one library


class SignInScreen(Screen):
    """The same page before and after the card; a typed number stays, a password never does."""

    bar = BarKind.SIGNING_IN

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.step_card, self.step_password = StepHeading(1), StepHeading(2)
        self.step_read, self.no_card = StepHeading(1), Label("name", bold=True)
        self.picture = CardPicture(words, _SEAL)
        self.how, self.my_number = Label(), Label("label", ink="ink2")
        self.never_read = Label("label", ink="ink2")
        self.number_name, self.number = Label(), Field(numbers=True)
        self.password_name, self.password = Label(), PasswordField(words)
        self.trouble, self.first_time = Explained(), Explained(Tone.HINT)
        self.forgotten = Label("label", ink="ink2")
        self.again = Button(icon="card")
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
        self.again.clicked.connect(self._retype)

    def _build(self) -> None:
        self.card = Surface()
        self._card_column = QVBoxLayout(self.card)
        for part in (self.step_card, self.picture, self.how, self.my_number):
            self._card_column.addWidget(part)
            if part in (self.step_card, self.picture):
                self._card_column.addStretch(1)
        self._card_column.addWidget(self.never_read)
        self._card_column.addWidget(self.again)
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
        return card is not None and card.number is not None and not self._is_retyping

    def _show_words(self) -> None:
        words = self.words
        self.head.show_head(words("Sign in"), self._purpose(), self._idle_note())
        self.picture.show_read(is_read=self.has_card)
        self.step_card.show_text(words("Hold up your card"), is_done=self.has_card)
        self.step_password.show_text(words("Enter your password"))
        self.no_card.show_text(words("Or type the number of your card"))
        self.how.show_text(words("Hold the **barcode** of the card to the **red light** below."))
        self.my_number.show_text(words("My Number card: lay it on the reader at the right."))
        self.never_read.show_text(words("Its 12-digit number is never read, asked for or stored."))
        self.number_name.show_text(words("Card number"))
        self.password_name.show_text(words("Password (4 to 20 letters and digits)"))
        self.forgotten.show_text(
            words("Forgotten it? Please bring card and proof of identity to the counter.")
        )
        self.again.show_text(words("Type another number"))

    def _show_fields(self) -> None:
        card = self._visit.card
        if self.has_card and card is not None:
            self.number.show_text(card.masked)
            self.number.show_state(FieldState.DONE)
            self.step_read.show_text(card.masked, is_done=True)
        else:
            self.number.show_state(FieldState.ACTIVE)
            self.number.show_text(self._typed)
        is_wrong = self._visit.trouble is not None and not self.password.secret
        self.password.show_state(FieldState.ERROR if is_wrong else FieldState.ACTIVE)
        rule = self.words("The last 4 digits of the number, then month and day of birth.")
        example = self.words("Number …8901, born on 5 March: **8901 0305**")
        hint = Explanation(self.words("The first time"), f"{rule}\n{example}")
        self.first_time.explain(hint, Tone.HINT)

    def _show_trouble(self) -> None:
        trouble = self._visit.trouble
        said = explain(self.words, trouble) if trouble is not None else None
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

    def _purpose(self) -> str:
        chosen = self._visit.search.chosen
        match self._visit.purpose:
            case ReserveThis() if chosen is not None:
                name = as_catalogued(chosen.title.name)
                return self.words("Goes on to reserve “%(title)s”", title=name)
            case SeeMyLibrary():
                return self.words("Goes on to My Library")
        return ""

    def _idle_note(self) -> str:
        idle_s = self._visit.premises.idle_signed_in_s
        minutes, rest = divmod(idle_s, _SECONDS_A_MINUTE)
        if rest:
            return self.words.count(
                "After %(num)d second without a touch, the screen is hidden",
                "After %(num)d seconds without a touch, the screen is hidden",
                idle_s,
            )
        return self.words.count(
            "After %(num)d minute without a touch, the screen is hidden",
            "After %(num)d minutes without a touch, the screen is hidden",
            minutes,
        )

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
        side, above = style.space(5), style.space(4)
        self._card_column.setContentsMargins(side, above, side, above)
        self._card_column.setSpacing(style.space(2))
        self.picture.setFixedHeight(_PICTURE_IN_PORTRAIT if style.is_portrait else _PICTURE)
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
        of_card = (self.number_pad, self.how, self.my_number, self.never_read)
        _set_visible(of_card, is_visible=not asks_password)
        self.first_time.setVisible(asks_password and self._visit.trouble is None)
        _set_visible((self.forgotten, self.again), is_visible=asks_password)

    def _first_to_go(self) -> list[QWidget]:
        """What leaves first when the letters are large."""
        about = [self.head.about] if self.head.about.text() else []
        head = [self.head.note, *about]
        if not self.has_card:
            last = [] if self._visit.trouble is None else [self.no_card]
            return [
                self.picture,
                *head,
                self.never_read,
                self.number_name,
                self.my_number,
                *last,
                self.head,
            ]
        if self._visit.trouble is None:
            return [
                self.picture,
                self.head.note,
                self.forgotten,
                *about,
                self.first_time,
                self.head,
            ]
        read = self.number_name if self.step_read.isHidden() else self.step_read
        return [self.picture, *head, self.forgotten, read, self.password_name, self.head]


def _set_visible(parts: Iterable[QWidget], *, is_visible: bool) -> None:
    for part in parts:
        part.setVisible(is_visible)
