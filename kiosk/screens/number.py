"""A telephone or FAX number, typed on the pad or on the keyboard of the desk."""

from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.details import ContactKind
from kiosk.domain.errors import ContactNotUnderstood
from kiosk.events import ContactEntered
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.screen import Screen
from kiosk.ui.text import Label
from kiosk.ui.typing.entry_card import EntryCard, open_enter
from kiosk.ui.typing.field import Field, FieldState
from kiosk.ui.typing.number_pad import NumberPad
from kiosk.visit import OwnDetails, Visit
from kiosk.words.errors import explain_here
from kiosk.words.helping import Topic
from kiosk.words.words import Words

_SHORTEST, _LONGEST = 10, 11  # digits of a number in Japan, with the area code


class NumberScreen(Screen):
    help_topic = Topic.MY_LIBRARY

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.name, self.rule, self.purpose = Label("name", bold=True), Label(), Label(ink="ink2")
        self.field, self.trouble = Field(numbers=True), Explained()
        self.pad = NumberPad(words, has_letters=False)
        self._details, self._is_line_down = OwnDetails(), False
        self.pad.pressed.connect(self._type)
        self.pad.erased.connect(lambda: self._show_typed(self.field.text[:-1]))
        self.pad.entered.connect(self._enter)
        asked = (self.name, self.field, self.rule, self.trouble, self.purpose)
        self.entry = EntryCard(asked, (self.pad,))
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.head)
        self._page.addWidget(self.entry, 1)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        words, trouble = self.words, visit.trouble
        self._details, self._is_line_down = visit.signed.details, visit.premises.is_line_down
        is_fax = self._details.contact is ContactKind.FAX
        name = words("FAX number") if is_fax else words("Telephone number")
        self.head.show_head(name)
        self.name.show_text(words("New number"))
        self.purpose.show_text(self._said_purpose(is_fax=is_fax))
        is_wrong = isinstance(trouble, ContactNotUnderstood)
        said = explain_here(words, trouble) if trouble is not None else None
        self.trouble.explain(said, Tone.STOP if is_wrong else Tone.WAIT)
        self.field.show_state(FieldState.ERROR if is_wrong else FieldState.ACTIVE)
        self._show_keys()
        if self.has_style:
            self.arrange(self.style_now)

    def _said_purpose(self, *, is_fax: bool) -> str:
        if is_fax:
            return self.words("When a reservation is ready, we can send a FAX there.")
        return self.words("When a reservation is ready, we can call there, or ring once.")

    def _show_keys(self) -> None:
        words, missing = self.words, _SHORTEST - len(self.field.text)
        self.rule.show_text(words("With the area code: 10 or 11 digits"))
        if 0 < missing < _SHORTEST:
            self.rule.show_text(
                words.count("%(num)d more digit, please", "%(num)d more digits, please", missing)
            )
        is_asking = self._details.asked is not None
        self.pad.show_verb(words("Checking…") if is_asking else words("Use it"))
        is_open = missing <= 0 and not is_asking and not self._is_line_down
        why_not = words("The line is down.") if self._is_line_down else ""
        open_enter(self.pad, is_open=is_open, why_not=why_not)

    # ---- typing
    def _type(self, key: str) -> None:
        if key.isdigit() and len(self.field.text) < _LONGEST:
            self._show_typed(self.field.text + key)

    def _show_typed(self, typed: str) -> None:
        self.field.show_text(typed)
        self.field.show_state(FieldState.ACTIVE)
        self._show_keys()

    def _enter(self) -> None:
        """The number stays in its field until it is taken: nothing is typed twice."""
        kind = self._details.contact
        if self.pad.enter.isEnabled() and kind is not None:
            self.say(ContactEntered(kind, self.field.text))

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.space(1), style.margin, style.space(3))
        self._page.setSpacing(style.gap)
        make_room(self, self.purpose, self.name, self.head)
