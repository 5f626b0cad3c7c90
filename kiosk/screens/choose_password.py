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
from kiosk.ui.typing.new_password import NewPassword
from kiosk.ui.typing.number_pad import NumberPad
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.helping import Topic
from kiosk.words.words import Words


class ChoosePasswordScreen(Screen):
    """The initial password is no choice; nothing else opens before."""

    bar = BarKind.SIGNING_IN
    help_topic = Topic.SIGNING_IN

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.head = PageHead()
        self.why = Label()
        self.new = NewPassword(words)
        self.trouble = Explained()
        self.not_first = Label("label", ink="ink2")
        self.pad = NumberPad(words)
        self._visit = Visit()
        self._is_setting = False
        self.pad.pressed.connect(self._type)
        self.pad.erased.connect(self._erase)
        self.pad.entered.connect(self._enter)
        new = self.new
        asked = (self.why, new.name, new.field, new.rule, self.trouble, self.not_first, new.look)
        self.entry = EntryCard(asked, (self.pad,))
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
        self.not_first.show_text(words("The first password cannot be chosen again."))
        self._show_trouble()
        self._show_keys()
        if self.has_style:
            self.arrange(self.style_now)

    def _show_trouble(self) -> None:
        trouble = self._visit.trouble
        said = explain(self.words, trouble) if trouble is not None else None
        self.trouble.explain(said, Tone.STOP)
        self.new.is_refused = trouble is not None
        self.new.show()

    def _show_keys(self) -> None:
        words = self.words
        self.pad.show_verb(words("Checking…") if self._is_setting else words("Use it"))
        is_down = self._visit.premises.is_line_down
        open_enter(
            self.pad,
            is_open=self.new.is_long_enough and not is_down and not self._is_setting,
            why_not=words("The line is down.") if is_down else "",
        )

    # ---- typing
    def _type(self, key: str) -> None:
        self.new.add(key)
        self._show_keys()

    def _erase(self) -> None:
        self.new.erase()
        self._show_keys()

    def _enter(self) -> None:
        """The password goes with the event, and stays nowhere here."""
        if self.pad.enter.isEnabled():
            entered = NewPasswordEntered(self.new.secret)
            self.new.forget()
            self._is_setting = True
            self._show_keys()
            self.say(entered)

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.space(1), style.margin, style.space(3))
        self._page.setSpacing(style.gap)
        first_to_go: list[QWidget] = [self.new.look, self.not_first, self.why]
        if self._visit.trouble is not None:
            first_to_go += [self.new.rule, self.new.name]
        make_room(self, *first_to_go, self.head)
