"""The staff's door: after the staff card, the staff PIN opens it."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from kiosk.events import SignInGivenUp, StaffPinEntered
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.foot_strip import FootStrip
from kiosk.ui.parts.stripe import Stripe
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Button, Kind, Label
from kiosk.ui.typing.field import FieldState
from kiosk.ui.typing.number_pad import NumberPad
from kiosk.ui.typing.pin_field import PinField
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.explaining.staff import explain_at_staff_door
from kiosk.words.words import Words

SHORTEST, LONGEST = 4, 8  # digits of a staff PIN
_DIRECTIONS = QBoxLayout.Direction


class StaffDoorScreen(Screen):
    """The digits stay in the field until they are said, and no longer."""

    bar = BarKind.NONE
    has_band = False

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.heading = Label("title", bold=True)
        self.asked = Label("lead", bold=True)
        self.digits = Label("body", ink="ink2")
        self.field = PinField(words, SHORTEST, LONGEST)
        self.trouble = Explained(Tone.STOP, "x")
        self.pad = NumberPad(words, has_letters=False)
        self.patrons = Label("cap", ink="ink2")
        self.give_up = Button(says=SignInGivenUp(), kind=Kind.DANGER, icon="x", role="name")
        self._page, self._inner = QVBoxLayout(self), QVBoxLayout()
        self._head, self._body = QHBoxLayout(), QBoxLayout(_DIRECTIONS.LeftToRight)
        self._told = QVBoxLayout()
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self._head.addWidget(IconMark("tools", 48))
        self._head.addWidget(self.heading, stretch=1)
        for part in (self.asked, self.digits, self.field, self.trouble):
            self._told.addWidget(part)
        self._told.addStretch(1)
        self._body.addLayout(self._told, stretch=3)
        self._body.addWidget(self.pad, stretch=2)
        self._inner.addLayout(self._head)
        self._inner.addLayout(self._body, stretch=1)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addWidget(Stripe())
        self._page.addLayout(self._inner, stretch=1)
        self._page.addWidget(FootStrip(self.patrons, self.give_up))

    def _listen(self) -> None:
        self.pad.pressed.connect(self._add)
        self.pad.erased.connect(self._erase)
        self.pad.entered.connect(self._enter)

    def arrange(self, style: Style) -> None:
        is_tall = style.is_portrait
        self._inner.setContentsMargins(style.margin, style.space(3), style.margin, style.space(5))
        self._inner.setSpacing(style.space(4))
        self._head.setSpacing(style.space(4))
        self._body.setDirection(_DIRECTIONS.TopToBottom if is_tall else _DIRECTIONS.LeftToRight)
        self._body.setSpacing(style.space(6))
        self._told.setSpacing(style.space(4))
        grows = QSizePolicy.Policy.Fixed if is_tall else QSizePolicy.Policy.Expanding
        self.pad.setSizePolicy(QSizePolicy.Policy.Preferred, grows)
        make_room(self, self.digits, self.patrons, self.asked)

    def display(self, visit: Visit) -> None:
        words = self.words
        self.heading.show_text(words("Staff menu"))
        self.asked.show_text(words("Please enter the staff PIN."))
        self.digits.show_text(words("Four to eight digits"))
        self.patrons.show_text(words("This page is for the library's staff."))
        self.pad.show_verb(words("Open"))
        self.give_up.show_text(words("Stop"))
        self._show_trouble(visit.trouble)
        self._show_enter()
        if self.has_style:
            self.arrange(self.style_now)

    def _show_trouble(self, trouble: Exception | None) -> None:
        if trouble is None:
            self.trouble.explain(None)
            self.field.show_state(FieldState.ACTIVE)
            return
        said = explain_at_staff_door(self.words, trouble) or explain(self.words, trouble)
        self.trouble.explain(said, Tone.STOP, "x")
        self.field.show_state(FieldState.ERROR)

    # ---- typing
    def _add(self, digit: str) -> None:
        self.field.add(digit)
        self._show_enter()

    def _erase(self) -> None:
        self.field.erase()
        self._show_enter()

    def _enter(self) -> None:
        if not self.field.is_long_enough:
            return
        self.say(StaffPinEntered(self.field.secret))
        self.field.forget()
        self._show_enter()

    def _show_enter(self) -> None:
        if self.field.is_long_enough:
            self.pad.enter.turn_on()
        else:
            self.pad.enter.turn_off()
            self.pad.enter.setAccessibleDescription(plain(self.words("Four to eight digits")))
