"""The code that confirms a new address: where it was sent, another one, or later."""

from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.details import ContactKind
from kiosk.events import ContactChosen, DetailsAsked
from kiosk.ui.details.code_field import CodeField
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.text import Button, Label
from kiosk.ui.typing.entry_card import EntryCard, open_enter
from kiosk.ui.typing.field import FieldState
from kiosk.ui.typing.number_pad import NumberPad
from kiosk.words.errors import Explanation
from kiosk.words.words import Words


class CodeEntry(EntryCard):
    """`pad.entered` tells that the code is to be confirmed, `again` that another is wanted."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.name, self.sent_to = Label("name", bold=True), Label()
        self.field = CodeField()
        self.trouble = Explained()
        self.unused = Label("label", ink="ink2")
        self.again = Button()
        self.anew = Button(says=ContactChosen(ContactKind.EMAIL))
        self.later = Button(says=DetailsAsked(), icon="clock")
        self.pad = NumberPad(words, has_letters=False)
        others = _SideBySide(self.again, self.anew)
        asked = (self.name, self.sent_to, self.field, self.trouble, others)
        super().__init__((*asked, self.later, self.unused), (self.pad,))
        self._why_not = ""
        self.pad.pressed.connect(self._type)
        self.pad.erased.connect(self._erase)

    def show_entry(
        self, sent_to: str, why_not: str, *, is_asking: bool, has_address: bool = True
    ) -> None:
        """sent_to: the whole sentence; why_not: what keeps anything from being sent.

        has_address: whether another code can be sent: who came back for the code types it anew.
        """
        words = self._words
        self.name.show_text(words("Type the code from the e-mail"))
        self.sent_to.show_text(sent_to)
        self.sent_to.setVisible(bool(sent_to))
        self.again.show_text(words("Send another code"))
        self.again.setVisible(has_address)
        self.anew.show_text(words("Type the address anew"))
        self.later.show_text(words("Type it later"))
        self.unused.show_text(words("Until then this address is not used."))
        self.pad.show_verb(words("Checking…") if is_asking else words("Use it"))
        self._why_not = words("Just a moment, please.") if is_asking else why_not
        if why_not:
            self.again.turn_off(why_not)
        else:
            self.again.turn_on()
        self._show_keys()

    def explain(self, explanation: Explanation | None, *, is_wrong: bool) -> None:
        """is_wrong: it is about the code that was typed, which is to be typed anew."""
        self.trouble.explain(explanation, Tone.STOP if is_wrong else Tone.WAIT)
        is_open = is_wrong and not self.field.text
        self.field.show_state(FieldState.ERROR if is_open else FieldState.ACTIVE)

    def forget(self) -> None:
        self.field.show_text("")
        self._show_keys()

    def _type(self, key: str) -> None:
        self.field.add(key)
        self.field.show_state(FieldState.ACTIVE)
        self._show_keys()

    def _erase(self) -> None:
        self.field.erase()
        self._show_keys()

    def _show_keys(self) -> None:
        is_open = self.field.is_whole and not self._why_not
        open_enter(self.pad, is_open=is_open, why_not=self._why_not)


class _SideBySide(Part):
    def __init__(self, *keys: Button) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for key in keys:
            self._line.addWidget(key, 1)

    def arrange(self, style: Style) -> None:
        self._line.setSpacing(style.gap)
