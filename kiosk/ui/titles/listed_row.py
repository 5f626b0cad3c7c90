"""One title of the patron's list: its spine label, its name and place, and a key to take it off."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.domain.titles import FoundTitle
from kiosk.events import TitleUnlisted
from kiosk.ui.covers.spine_label import SpineLabel
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button
from kiosk.ui.titles.related_row import Entry, RelatedRow
from kiosk.words.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ListedRow(Part):
    """Says TitleChosen where the title is touched, and TitleUnlisted at the key beside it."""

    def __init__(self, words: Words, found: FoundTitle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = found.title
        name = as_catalogued(" ".join(filter(None, (title.name, title.part))))
        creator = as_catalogued(title.creators[0].name) if title.creators else ""
        self.label = SpineLabel(words)
        self.label.show_call_number(title.call_number)
        self.row = RelatedRow(words, Entry(found, name, creator))
        self.remove = Button(says=TitleUnlisted(title.id), icon="x")
        said = words("Take “%(title)s” off the list", title=title.name)
        self.remove.setAccessibleName(plain(said))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.label, 0, _MIDDLE)
        self._line.addWidget(self.row, 1)
        self._line.addWidget(self.remove, 0, _MIDDLE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self, style: Style) -> None:
        self._line.setSpacing(style.gap)
        self.remove.setFixedSize(style.least_target, style.least_target)
        self.label.setVisible(not style.is_large)

    # ---- what Qt asks
    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self.has_style:
            return 0
        self.label.arrange(self.style_now)
        return max(self.row.heightForWidth(self._beside(width)), self._least)

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    @property
    def _least(self) -> int:
        label = 0 if self.style_now.is_large else self.label.height()
        return max(label, self.style_now.least_target)

    def _beside(self, width: int) -> int:
        """What is left for the title."""
        style = self.style_now
        label = 0 if style.is_large else self.label.width() + style.gap
        return width - label - style.gap - style.least_target
