"""Choosing a password of one's own, before any other service opens (rule L3)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.events import NewPasswordEntered
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Label
from kiosk.ui.typing.entry_card import EntryCard, open_enter
from kiosk.ui.typing.field import FieldState
from kiosk.ui.typing.number_pad import NumberPad
from kiosk.ui.typing.password_field import PasswordField
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.words import Words

_SHORTEST, _LONGEST = 4, 20  # rule L4


class ChoosePasswordScreen(Screen):
    """Typed once, with 見る: what was typed can be seen before it is set."""

    bar = BarKind.SIGNING_IN

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.why = Label()
        self.name = Label("name", bold=True)
        self.field = PasswordField(words)
        self.rule = Label()
        self.trouble = Explained()
        self.look, self.not_first = Label("label", ink="ink2"), Label("label", ink="ink2")
        self.pad = NumberPad(words)
        self._visit = Visit()
        self._is_setting = False
        self.pad.pressed.connect(self._type)
        self.pad.erased.connect(lambda: self._show_typed(self.field.secret[:-1]))
        self.pad.entered.connect(self._enter)
        asked = (self.why, self.name, self.field, self.rule, self.trouble)
        self.entry = EntryCard((*asked, self.not_first, self.look), (self.pad,))
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.head)
        self._page.addWidget(self.entry, 1)

    # ---- being told
    def display(self, visit: Visit) -> None:
        self._is_setting = self._is_setting and visit.trouble is None
        self._visit = visit
        words = self.words
        self.head.show_head(words("Choose a password"))
        self.why.show_text(
            words("This is your first time. From now on you sign in with a password of your own.")
        )
        self.name.show_text(words("New password"))
        self.not_first.show_text(words("The first password cannot be chosen again."))
        self.look.show_text(words("Keep “Show” pressed to see what you typed."))
        self._show_trouble()
        self._show_keys()
        if self.has_style:
            self.arrange(self.style_now)

    def _show_trouble(self) -> None:
        trouble = self._visit.trouble
        said = explain(self.words, trouble) if trouble is not None else None
        self.trouble.explain(said, Tone.STOP)
        is_refused = trouble is not None and not self.field.secret
        self.field.show_state(FieldState.ERROR if is_refused else FieldState.ACTIVE)

    def _show_keys(self) -> None:
        words, typed = self.words, len(self.field.secret)
        self.rule.show_text(words("4 to 20 half-width letters and digits"))
        if 0 < typed < _SHORTEST:
            missing = _SHORTEST - typed
            self.rule.show_text(
                words.count("%(num)d more sign, please", "%(num)d more signs, please", missing)
            )
        self.pad.show_verb(words("Checking…") if self._is_setting else words("Use it"))
        is_down = self._visit.premises.is_line_down
        open_enter(
            self.pad,
            is_open=typed >= _SHORTEST and not is_down and not self._is_setting,
            why_not=words("The line is down.") if is_down else "",
        )

    # ---- typing
    def _type(self, key: str) -> None:
        if len(self.field.secret) < _LONGEST:
            self._show_typed(self.field.secret + key)

    def _show_typed(self, typed: str) -> None:
        self.field.show_text(typed)
        self.field.show_state(FieldState.ACTIVE)
        self._show_keys()

    def _enter(self) -> None:
        """The password goes with the event, and stays nowhere here."""
        if self.pad.enter.isEnabled():
            entered = NewPasswordEntered(self.field.secret)
            self.field.forget()
            self._is_setting = True
            self._show_keys()
            self.say(entered)

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.space(1), style.margin, style.space(3))
        self._page.setSpacing(style.gap)
        first_to_go: list[QWidget] = [self.look, self.not_first, self.why]
        if self._visit.trouble is not None:
            first_to_go += [self.rule, self.name]
        make_room(self, *first_to_go, self.head)
