"""What a title is, in words: reading, name, makers, edition, summary, and more like it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.related import Heading
from kiosk.domain.titles import Material, Title
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.giving_way import fits
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.key_flow import KeyFlow
from kiosk.ui.text import Button, Label
from kiosk.ui.titles.entries import part_name, year_said
from kiosk.ui.titles.heading_key import show_heading
from kiosk.words.names import name_of
from kiosk.words.readings import credited, reading_of, reads_kana
from kiosk.words.words import Words

_MOST_KEYS = 2


class AboutTitle(Part):
    """Its keys say SearchAsked for the headings under which most patrons look further."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title: Title | None = None
        self._has_others = False  # headings that have no key here
        self.reading = Label("label", ink="ink2")
        self.name = Label("head", bold=True)
        self.makers = Label("name")
        self.edition = Label("label", ink="ink2")
        self.summary = Label("body")
        self.more = [Button() for _ in range(_MOST_KEYS)]
        self.keys = KeyFlow()
        self.all_similar = Button()
        self.keys.take_keys((*self.more, self.all_similar))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for label in (self.reading, self.name, self.makers, self.edition, self.summary):
            self._column.addWidget(label)
        self._column.addWidget(self.keys)

    def show_title(self, title: Title, headings: Sequence[Heading] = ()) -> None:
        self._title = title
        self.reading.show_text(as_catalogued(reading_of(self._words, title)))
        self.name.show_text(self._name(title))
        self.makers.show_text(as_catalogued(makers_of(self._words, title)))
        self.edition.show_text(self._edition(title))
        self._show_more(headings)

    def arrange(self, style: Style) -> None:
        self._column.setSpacing(style.space(1))

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What may go where there is no room, the first to go first; the name never goes."""
        first, second = self.more
        rest = (self.reading, self.summary, self.edition, first)
        if self.style_now.is_large:
            return (*rest, self.makers)
        if not reads_kana(self._words):  # a stranger asks for it by its reading: that stays longer
            rest = (self.summary, self.edition, self.reading, first)
        return (second, *rest)

    def show_all(self, *, has_similar: bool) -> None:
        """has_similar: whether all headings stand behind a key here."""
        if self._title is None:
            return
        self.summary.show_text(as_catalogued(self._title.summary))
        for part in (self.makers, *self.parts):
            part.setVisible(not is_blank(part))
        for key in self.more[1:]:
            key.setVisible(key in self.parts and not is_blank(key))
        self.all_similar.setVisible(self._has_others and has_similar)

    def fill_summary(self, page: QWidget) -> None:
        """Where the whole summary has no room, as many of its sentences as have."""
        if self._title is None or not self.summary.isHidden():
            return
        sentences = _sentences(self._title.summary)[:-1]
        while sentences and self.summary.isHidden():
            self.summary.show_text(as_catalogued("".join(sentences)))
            self.summary.setVisible(True)
            self.summary.setVisible(fits(page))
            sentences.pop()

    def _edition(self, title: Title) -> str:
        words = self._words
        year = year_said(words, title)
        kind = "" if title.material is Material.BOOK else name_of(words, title.material)
        return "　".join(
            filter(None, (as_catalogued(title.publisher), year, as_catalogued(title.extent), kind))
        )

    def _name(self, title: Title) -> str:
        """With the volume, where that is part of a set."""
        name = as_catalogued(title.name)
        if not title.part:
            return name
        return f"{name}　{part_name(self._words, title)}"

    def _show_more(self, headings: Sequence[Heading]) -> None:
        for key in self.more:
            key.says = None
        for key, heading in zip(self.more, headings, strict=False):
            show_heading(key, self._words, heading)
        self.all_similar.show_text(self._words("Similar"))
        self._has_others = len(headings) > len(self.more)


def is_blank(part: QWidget) -> bool:
    """Whether there is nothing to be shown: no words, or a key that says nothing."""
    if isinstance(part, Button):
        return part.says is None
    return isinstance(part, Label) and not part.text()


def makers_of(words: Words, title: Title) -> str:
    """Every creator with their role."""
    return "　".join(credited(words, maker) for maker in title.creators)


def _sentences(text: str) -> list[str]:
    return [part + "。" for part in text.split("。") if part]
