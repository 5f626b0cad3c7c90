"""The sign "out of service": where to go instead, in every language that is spoken here."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.ui.drawn import Drawn, IconMark
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.style import Style
from kiosk.ui.surface import Surface
from kiosk.ui.text import Label
from kiosk.visit import Visit
from kiosk.words.words import Words

# The same two sentences for those who do not read the language of the screen.
OTHERS = (
    "This terminal is resting. Please ask at the counter.",
    "本机暂停使用，请到服务台咨询。",
    "이 단말기는 쉬고 있습니다. 안내대에 문의해 주세요.",
)


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
        self.others = tuple(Label("body", ink="ink2") for _ in OTHERS)
        self._card = Surface()
        self._cat = Drawn("sleeping_cat", 620)
        self._page = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.addWidget(self.counter)
        told.addWidget(self.welcome)
        row = QHBoxLayout(self._card)
        row.addWidget(IconMark("person", 56, "hereText"))
        row.addLayout(told, stretch=1)
        self._words.addStretch(1)
        for part in (self.heading, self.resting, self._card, *self.others):
            self._words.addWidget(part)
        self._words.addStretch(1)
        self._page.addWidget(self._cat)
        self._page.addLayout(self._words, stretch=1)

    def arrange(self, style: Style) -> None:
        side = style.grid("margin")
        self._page.setContentsMargins(side, side, side, side)
        self._page.setSpacing(style.space(7))
        self._words.setSpacing(style.space(4))
        within = style.space(5)
        layout = self._card.layout()
        if layout is not None:
            layout.setContentsMargins(within, within, within, within)
            layout.setSpacing(within)
        self._cat.setVisible(not style.is_portrait)

    def display(self, _visit: Visit) -> None:
        self.heading.show_text(self.words("We are sorry"))
        self.resting.show_text(self.words("This terminal is resting now."))
        self.counter.show_text(self.words("The staff at the counter"))
        self.welcome.show_text(self.words("Please ask us anything. No card has been kept in here."))
        for label, sentence in zip(self.others, OTHERS, strict=True):
            label.show_text(sentence)
