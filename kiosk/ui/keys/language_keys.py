"""Keys for languages, each name in its own words and letters."""

from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import Language
from kiosk.events import LanguageChosen
from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import Face
from kiosk.ui.look.style import Style
from kiosk.words.names import LANGUAGE_NAMES
from kiosk.words.words import Words

_SHORT_NAMES = {Language.EASY_JAPANESE: "やさしい"}
_IN_ORDER = (
    Language.JAPANESE,
    Language.ENGLISH,
    Language.CHINESE,
    Language.KOREAN,
    Language.EASY_JAPANESE,
)
_PADDING = 14
_PADDING_OF_NAMES = 18
_GLOBE = 38
_LINE = 1.25
_TIGHT = 1.15  # line height of a name in two lines, parts of the letter
_EM_TOP = 0.88

_Row = list[tuple[str, QFont]]


def offered(words: Words) -> tuple[Language, ...]:
    """The languages that are finished, in the order of their keys."""
    return tuple(language for language in _IN_ORDER if language in words.offered)


class LanguageKey(Button):
    """One language, in the words of those who speak it."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(says=LanguageChosen(language), language=language, parent=parent)
        self.language_offered = language
        self.padding, self.leading = _PADDING, _TIGHT
        self.show_text(LANGUAGE_NAMES[language])


class OtherLanguagesKey(Button):
    """The names of the languages not spoken now: a stranger finds their own among them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icon="globe", parent=parent)
        self._names: tuple[Language, ...] = ()

    def show_languages(self, languages: tuple[Language, ...], name: str) -> None:
        self._names = languages
        self.show_text("")
        self.setAccessibleName(f"{name} {' '.join(map(_name, languages))}")

    def sizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        fonts = self._rows(self.style_now)
        widest = max((_row_width(row) for row in fonts), default=0)
        width = 2 * _PADDING_OF_NAMES + self.style_now.grown(_GLOBE) + _PADDING + ceil(widest)
        return QSize(width, self.style_now.least_target)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint_words(self, painter: QPainter, box: QRectF, shown: Face) -> None:
        style = self.style_now
        rows = self._rows(style)
        px, globe = style.px("cap"), style.grown(_GLOBE)
        pitch = min(px * _LINE, box.height() / max(1, len(rows)))
        content = globe + _PADDING + max((_row_width(row) for row in rows), default=0)
        x = box.center().x() - content / 2
        painter.drawPixmap(
            round(x), round(box.center().y() - globe / 2), style.icon("globe", globe, shown.ink)
        )
        top = box.center().y() - pitch * len(rows) / 2
        painter.setPen(shown.ink)
        for at, row in enumerate(rows):
            baseline = top + at * pitch + (pitch - px) / 2 + _EM_TOP * px
            _paint_row(painter, row, x + globe + _PADDING, baseline)

    def _rows(self, style: Style) -> list[_Row]:
        """Two lines, やさしい にほんご alone on the second one where there is room."""
        is_short = style.is_portrait
        named = [
            (
                _SHORT_NAMES.get(each, _name(each)) if is_short else _name(each),
                style.font("cap", language=each),
            )
            for each in self._names
        ]
        if is_short:
            half = (len(named) + 1) // 2
            rows = [named[:half], named[half:]]
        else:
            last = [
                pair
                for pair, each in zip(named, self._names, strict=True)
                if each is Language.EASY_JAPANESE
            ]
            rows = [[pair for pair in named if pair not in last], last]
        return [row for row in rows if row]


def _name(language: Language) -> str:
    return LANGUAGE_NAMES[language]


def _row_width(row: _Row) -> float:
    space = row[0][1].pixelSize() / 3
    return sum(QFontMetricsF(font).horizontalAdvance(text) + space for text, font in row) - space


def _paint_row(painter: QPainter, row: _Row, x: float, y: float) -> None:
    for text, font in row:
        painter.setFont(font)
        painter.drawText(round(x), round(y), text)
        x += QFontMetricsF(font).horizontalAdvance(text) + row[0][1].pixelSize() / 3
