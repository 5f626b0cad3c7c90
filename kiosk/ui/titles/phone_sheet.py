"""Where a title stands, for a phone's camera: read without account and without network."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.slips import Slip
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.qr_picture import QrPicture
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.text import Label
from kiosk.words.words import Words

_TOP = Qt.AlignmentFlag.AlignTop


class PhoneSheet(Sheet):
    """The code, and beside or below it the same in words."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.head = PageHead()
        self.how = Label()
        self.code = QrPicture()
        self.said = Label()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        beside = QVBoxLayout()
        beside.addWidget(self.how)
        beside.addWidget(self.said)
        beside.addStretch(1)
        self._both.addWidget(self.code, 1)
        self._both.addLayout(beside, 1)
        self.body.addWidget(self.head)
        self.body.addLayout(self._both, 1)

    def show_slip(self, slip: Slip | None) -> None:
        """None while it is laid out."""
        words = self._words
        self.head.show_head(words("To phone"))
        self.how.show_text(
            words("Please hold your phone’s camera over the code. It needs no network.")
        )
        text = slip.text if slip is not None else ""
        self.code.show_code(slip.qr if slip is not None else b"", text)
        self.said.show_text(as_catalogued(text))
        self.close_key.show_text(words("Close"))
        self.arrange_anew()

    def arrange(self, style: Style) -> None:
        super().arrange(style)
        way = QBoxLayout.Direction
        self._both.setDirection(way.TopToBottom if style.is_portrait else way.LeftToRight)
        self._both.setSpacing(style.space(5))
        if self.is_open:
            make_room(self, *((self.said,) if self.said.text() else ()))
