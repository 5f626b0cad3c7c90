"""The sign "out of service": where to go instead, in every language that is spoken here."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.devices import Condition
from kiosk.domain.looks import Language
from kiosk.ui.keys.row import RowLabel
from kiosk.ui.lettering.fitted import SMALLEST
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.beside_cat import BesideCat
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.surface import Surface
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Label
from kiosk.visit import Visit
from kiosk.words.words import Words

# The same two sentences for those who do not read the language of the screen.
OTHERS = {
    Language.JAPANESE: "この検索機は、いまお休みしています。カウンターでおたずねください。",
    Language.ENGLISH: "This terminal is resting. Please ask at the counter.",
    Language.CHINESE: "本机暂停使用，请到服务台咨询。",
    Language.KOREAN: "이 단말기는 쉬고 있습니다. 안내대에 문의해 주세요.",
}
_SPOKEN = {Language.EASY_JAPANESE: Language.JAPANESE}  # who reads the one reads the other


class OutOfServiceScreen(Screen):
    """Stays until staff take the sign down."""

    bar = BarKind.NONE
    is_resting = True

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.heading = Label("display", literary=True)
        self.resting = Label("lead")
        self.counter = Label("name", bold=True)
        self.welcome = Label("body", ink="ink2")
        self.nothing_kept = Label("body", ink="ink2")
        self.others = {
            language: Label("body", ink="ink2", language=language) for language in OTHERS
        }
        self.codes = RowLabel("cap", ink="ink2", numbers=True)
        self._card = Surface()
        self._row = QHBoxLayout(self._card)
        self._page = BesideCat()
        self._lay_out()

    def _lay_out(self) -> None:
        told, others, words = QVBoxLayout(), QVBoxLayout(), self._page.words
        for part in (self.counter, self.welcome):
            told.addWidget(part)
        for part in (self.nothing_kept, *self.others.values()):
            others.addWidget(part)
        for column in (told, others):
            column.setSpacing(0)
        self._row.addWidget(IconMark("person", 56, "hereText"))
        self._row.addLayout(told, stretch=1)
        words.addStretch(1)
        words.addWidget(self.heading)
        words.addWidget(self.resting)
        words.addWidget(self._card)
        words.addLayout(others)
        words.addStretch(1)
        self._page.front.row.addWidget(self.codes, stretch=1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def arrange(self, style: Style) -> None:
        side, above = style.space(5), style.space(4)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(side)
        self.codes.shrink_to(SMALLEST)
        make_room(self, self.nothing_kept, self.welcome)

    def display(self, visit: Visit) -> None:
        self.heading.show_text(self.words("We are sorry"))
        self.resting.show_text(self.words("This terminal is resting now."))
        self.counter.show_text(self.words("The staff at the counter"))
        self.welcome.show_text(self.words("Please ask us anything."))
        self.nothing_kept.show_text(self.words("No card has been left in this terminal."))
        language = self.words.language
        for other, label in self.others.items():
            label.show_text(OTHERS[other])
            label.setVisible(other is not _SPOKEN.get(language, language))
        self.codes.show_text(_codes(visit))
        if self.has_style:
            self.arrange(self.style_now)


def _codes(visit: Visit) -> str:
    """What staff may want to know, small: the devices that are not well, and why."""
    unwell = (known for known in visit.premises.devices if known.condition is not Condition.READY)
    return "　".join(f"{known.device} {known.why}".strip() for known in unwell)
