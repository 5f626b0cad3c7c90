"""The bar at the foot of every screen: ways back, languages, sizes, colours, the way out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import Scheme, TextSize
from kiosk.events import (
    BackAsked,
    Event,
    HelpAsked,
    HomeAsked,
    LogoutAsked,
    SignInAsked,
    SignInGivenUp,
)
from kiosk.ui.keys.button import Button
from kiosk.ui.keys.glyph_keys import MarkKey, SchemeKey, SizeKey, SizesKey
from kiosk.ui.keys.language_keys import LanguageKey, OtherLanguagesKey, offered
from kiosk.ui.keys.slab import Kind
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.panel.bar_layout import BarKeys, arranged
from kiosk.ui.panel.look_panel import Choice
from kiosk.ui.screen import BarKind
from kiosk.visit import Visit
from kiosk.words.names import name_of
from kiosk.words.words import Words


class Bar(Part):
    """Says what its keys say; asks for a panel where a key opens one."""

    said = Signal(object)
    panel_asked = Signal(object)  # Choice

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._kind = BarKind.PATRON
        self._is_signed = False
        self.keys = _make_keys(words, self)
        for key, choice in (
            (self.keys.other_languages, Choice.LANGUAGE),
            (self.keys.language, Choice.LANGUAGE),
            (self.keys.sizes, Choice.SIZE),
            (self.keys.schemes, Choice.SCHEME),
        ):
            key.clicked.connect(lambda _checked=False, choice=choice: self._ask(choice))

    def say(self, event: Event) -> None:
        self.said.emit(event)

    def display(self, visit: Visit, kind: BarKind) -> None:
        self._kind, self._is_signed = kind, visit.signed is not None
        self._name_keys()
        for language_key in self.keys.each_language:
            language_key.select(language_key.language_offered is visit.look.language)
        for size_key in self.keys.each_size:
            size_key.select(size_key.size_offered is visit.look.size)
        for scheme_key in self.keys.each_scheme:
            scheme_key.select(scheme_key.scheme_offered is visit.look.scheme)
        if self.has_style:
            self.arrange(self.style_now)

    def show_help(self, *, is_open: bool) -> None:
        """Whether help lies over the page: its key closes it then."""
        self.keys.help.select(is_open)
        self.keys.help_mark.select(is_open)

    def arrange(self, style: Style) -> None:
        """Put the keys of this kind where they stand, and hide the others."""
        if not self.width():
            return
        places = arranged(self.keys, self._kind, self._way_out(), style, self.size())
        for key in self.findChildren(Button):
            if key in places:
                key.setGeometry(places[key])
            key.setVisible(key in places)
        self.update()

    def in_order(self) -> Sequence[Button]:
        """The keys that can be seen, as a keyboard walks through them."""
        seen = [key for key in self.findChildren(Button) if not key.isHidden()]
        return sorted(seen, key=lambda key: (key.y() // 50, key.x()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), style.colour("sunken"))
            line = "edge" if style.is_black_yellow else "line"
            painter.fillRect(0, 0, self.width(), style.stroke("line"), style.colour(line))

    def _way_out(self) -> Button:
        if self._kind is BarKind.SIGNING_IN:
            return self.keys.give_up
        return self.keys.log_out if self._is_signed else self.keys.log_in

    def _ask(self, choice: Choice) -> None:
        self.panel_asked.emit(choice)

    def _name_keys(self) -> None:
        words, keys = self._words, self.keys
        keys.home.show_text(words("Start"))
        keys.back.show_text(words("Back"))
        keys.log_in.show_text(words("Sign in"))
        keys.log_out.show_text(words("Sign out"))
        keys.give_up.show_text(words("Stop"))
        keys.language.show_text(words("Language"))
        others = tuple(each for each in offered(words) if each is not words.language)
        keys.other_languages.show_languages(others, words("Other languages"))
        keys.help.show_text(words("Help"))
        keys.help_mark.show_glyph("？", words("Help"))
        keys.sizes.show_glyph(words("A"), words("Size of the letters"))
        keys.schemes.setAccessibleName(plain(words("Colours of the screen")))
        for size_key in keys.each_size:
            size_key.show_glyph(words("A"), name_of(words, size_key.size_offered))
        for scheme_key in keys.each_scheme:
            scheme_key.show_glyph(words("A"), name_of(words, scheme_key.scheme_offered))


def _make_keys(words: Words, bar: Bar) -> BarKeys:
    return BarKeys(
        home=Button(says=HomeAsked(), icon="home", parent=bar),
        back=Button(says=BackAsked(), icon="back", parent=bar),
        each_language=tuple(LanguageKey(each, bar) for each in offered(words)),
        other_languages=OtherLanguagesKey(bar),
        language=Button(icon="globe", parent=bar),
        each_size=tuple(SizeKey(each, bar) for each in TextSize),
        sizes=SizesKey(bar),
        each_scheme=tuple(SchemeKey(each, bar) for each in Scheme),
        schemes=Button(icon="contrast", parent=bar),
        help=Button(says=HelpAsked(), icon="help", parent=bar),
        help_mark=MarkKey(bar, says=HelpAsked()),
        log_in=Button(says=SignInAsked(), icon="card", parent=bar),
        log_out=Button(says=LogoutAsked(), kind=Kind.DARK, icon="logout", parent=bar),
        give_up=Button(says=SignInGivenUp(), kind=Kind.DANGER, icon="x", parent=bar),
    )
