"""What a title is, in words: reading, name, makers, edition, summary, and more like it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.searching import Query
from kiosk.domain.titles import Material, Title
from kiosk.events import SearchAsked
from kiosk.ui.catalogued import as_catalogued
from kiosk.ui.giving_way import fits
from kiosk.ui.style import Style
from kiosk.ui.styled import Part
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
        self.edition.show_text(as_catalogued(self._edition(title)))
        self._show_more(title)

    def arrange(self, style: Style) -> None:
        self._column.setSpacing(style.space(1))
        self._keys.setSpacing(style.gap)

    def make_room(self, page: QWidget) -> None:
        """Leave out what the page has no room for: from the summary whole sentences first."""
        if self._title is None:
            return
        self._show_all(self._title)
        sentences = _sentences(self._title.summary)
        while not fits(page):
            if len(sentences) > 1:
                sentences.pop()
                self.summary.show_text(as_catalogued("".join(sentences)))
                continue
            shown = [part for part in self._in_order() if not part.isHidden()]
            if not shown:
                return
            shown[0].setVisible(False)

    def _show_all(self, title: Title) -> None:
        self.summary.show_text(as_catalogued(title.summary))
        for label in (self.reading, self.makers, self.edition, self.summary):
            label.setVisible(bool(label.text()))
        for key in self.more:
            key.setVisible(key.says is not None)

    def _in_order(self) -> tuple[QWidget, ...]:
        """The first to go first; the name and its makers never go."""
        second, third = self.more[1:]
        return third, second, self.reading, self.summary, self.edition, self.more[0]

    def _edition(self, title: Title) -> str:
        words = self._words
        year = words("Published %(year)d", year=title.year) if title.year else ""
        kind = "" if title.material is Material.BOOK else name_of(words, title.material)
        return "　".join(filter(None, (title.publisher, year, title.extent, kind)))

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


def makers_of(title: Title) -> str:
    """Every creator with their role, as catalogued."""
    return "　".join(
        f"{maker.name} {maker.role}" if maker.role else maker.name for maker in title.creators
    )


def _sentences(text: str) -> list[str]:
    return [part + "。" for part in text.split("。") if part]
