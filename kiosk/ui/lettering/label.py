"""Words to be read: furigana above, fixed line boxes, never cut off."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.domain.looks import Language
from kiosk.ui.lettering.markup import plain
from kiosk.ui.lettering.typesetting import Letters, Sentence, Setting, letters_of, set_sentence
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Styled

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Label(QLabel, Styled):
    """One text in one role. It grows in lines, and keeps at least `lines` line boxes free.

    Takes {漢字|かんじ} for readings and **word** for bold. `ink` names a colour token;
    `language` the one of the text where it is not the screen's.
    """

    def __init__(
        self,
        role: str = "body",
        ink: str = "ink",
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = _LEFT,
        lines: int = 1,
        literary: bool = False,
        numbers: bool = False,
        language: Language | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.role, self.ink, self.lines = role, ink, lines
        self._bold, self._literary, self._numbers = bold, literary, numbers
        self._language = language
        self._marked = ""
        self._sentence: Sentence | None = None
        self._settings: dict[int | None, Setting] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        if text == self._marked:
            return
        self._marked = text
        self.setText(plain(text))
        self.setAccessibleName(plain(text))
        self._set_anew()

    def show_ink(self, ink: str) -> None:
        self.ink = ink
        self.update()

    def arrange(self, _style: Style) -> None:
        self._set_anew()

    @property
    def letters(self) -> Letters:
        return letters_of(
            self.style_now,
            self.role,
            bold=self._bold,
            numbers=self._numbers,
            literary=self._literary,
            language=self._language,
        )

    @property
    def sentence(self) -> Sentence:
        if self._sentence is None:
            self._sentence = Sentence(self._marked, self.letters)
        return self._sentence

    def setting(self, width: int | None = None) -> Setting:
        """The text in lines of at most this width; None for one line."""
        if width not in self._settings:
            self._settings[width] = set_sentence(self.sentence, width)
        return self._settings[width]

    # ---- what Qt asks
    def sizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        return self._size_of(self.setting())

    def minimumSizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        return QSize(ceil(self.sentence.least_width), self._height_of(self.setting()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height_of(self.setting(width)) if self.has_style else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            ink = self.style_now.colour(self.ink)
            self.setting(self.width()).paint(painter, QRectF(self.rect()), self.alignment(), ink)

    def _size_of(self, setting: Setting) -> QSize:
        return QSize(ceil(setting.width), self._height_of(setting))

    def _height_of(self, setting: Setting) -> int:
        missing = max(0, self.lines - len(setting.lines))
        return setting.height + missing * setting.letters.line

    def _set_anew(self) -> None:
        self._sentence = None
        self._settings.clear()
        self.updateGeometry()
        self.update()
