"""What a title is, in words: reading, name, makers, edition, summary, and more like it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.searching import Query
from kiosk.domain.titles import Material, Title
from kiosk.events import SearchAsked
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.giving_way import fits
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button, Label
from kiosk.words.names import name_of
from kiosk.words.words import Words

_MOST_KEYS = 3


class AboutTitle(Part):
    """Its keys say SearchAsked for the same creator or subject."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title: Title | None = None
        self.reading = Label("label", ink="ink2")
        self.name = Label("head", bold=True)
        self.makers = Label("name")
        self.edition = Label("label", ink="ink2")
        self.summary = Label("body")
        self.more = [Button() for _ in range(_MOST_KEYS)]
        self._column, self._keys = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        for label in (self.reading, self.name, self.makers, self.edition, self.summary):
            self._column.addWidget(label)
        for key in self.more:
            self._keys.addWidget(key)
        self._keys.addStretch(1)
        self._column.addLayout(self._keys)

    def show_title(self, title: Title) -> None:
        self._title = title
        self.reading.show_text(as_catalogued(title.reading or ""))
        self.name.show_text(as_catalogued(title.name))
        self.makers.show_text(as_catalogued(makers_of(title)))
        self.edition.show_text(self._edition(title))
        self._show_more(title)

    def arrange(self, style: Style) -> None:
        self._column.setSpacing(style.space(1))
        self._keys.setSpacing(style.gap)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What may go where there is no room, the first to go first; name and makers never go."""
        first, second, third = self.more
        rest = (self.reading, self.summary, self.edition, first)
        return rest if self.style_now.is_large else (third, second, *rest)

    def show_all(self) -> None:
        if self._title is None:
            return
        self.summary.show_text(as_catalogued(self._title.summary))
        for part in (self.makers, *self.parts):
            part.setVisible(not is_blank(part))
        for key in self.more[1:]:
            key.setVisible(key in self.parts and not is_blank(key))

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
        year = words("Published %(year)d", year=title.year) if title.year else ""
        kind = "" if title.material is Material.BOOK else name_of(words, title.material)
        return "　".join(
            filter(None, (as_catalogued(title.publisher), year, as_catalogued(title.extent), kind))
        )

    def _show_more(self, title: Title) -> None:
        words = self._words
        wanted = [
            (words("More by %(name)s", name=as_catalogued(maker.name)), maker.name, "person")
            for maker in title.creators[:1]
        ]
        wanted += [(as_catalogued(subject), subject, "tag") for subject in title.subjects]
        for key in self.more:
            key.says = None
        for key, (text, sought, icon) in zip(self.more, wanted, strict=False):
            key.icon_name = icon
            key.says = SearchAsked(Query(sought))
            key.show_text(text)


def is_blank(part: QWidget) -> bool:
    """Whether there is nothing to be shown: no words, or a key that says nothing."""
    if isinstance(part, Button):
        return part.says is None
    return isinstance(part, Label) and not part.text()


def makers_of(title: Title) -> str:
    """Every creator with their role, as catalogued."""
    return "　".join(
        f"{maker.name} {maker.role}" if maker.role else maker.name for maker in title.creators
    )


def _sentences(text: str) -> list[str]:
    return [part + "。" for part in text.split("。") if part]
