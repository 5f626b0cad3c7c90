"""The fonts of one text in one role, and the height of its line boxes."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.domain.looks import Language
from kiosk.ui.look.style import Style

RUBY = 0.5  # a reading's size, parts of the letter below
EM_TOP = 0.88  # above the baseline, parts of the letter
RUBY_FOOT = 0.84  # a reading stands on this height above the baseline
_RUBY_TOP = RUBY_FOOT + RUBY * EM_TOP  # its highest stroke


@dataclass(frozen=True, eq=False)
class Letters:
    """The fonts of one text and the height of its line box."""

    regular: QFont
    bold: QFont
    ruby: QFont
    px: int
    line: int

    @property
    def overhang(self) -> int:
        """How far a reading in the first line reaches above its line box."""
        return max(0, round(_RUBY_TOP * self.px - ((self.line - self.px) / 2 + EM_TOP * self.px)))

    def font(self, *, is_bold: bool) -> QFont:
        return self.bold if is_bold else self.regular

    def width(self, text: str, *, is_bold: bool = False) -> float:
        return measured(text, self.font(is_bold=is_bold))


@lru_cache(maxsize=256)
def letters_of(
    style: Style,
    role: str,
    *,
    bold: bool = False,
    numbers: bool = False,
    literary: bool = False,
    language: Language | None = None,
    line: int | None = None,
) -> Letters:
    """The letters of a role.

    language: another than the screen's, as of a title in Japanese; line: another height of
    the line box than the role's own.
    """

    def font(*, is_bold: bool) -> QFont:
        return style.font(role, bold=is_bold, numbers=numbers, literary=literary, language=language)

    ruby = style.font(role, language=language)
    ruby.setPixelSize(max(1, round(RUBY * style.px(role))))
    return Letters(
        font(is_bold=bold), font(is_bold=True), ruby, style.px(role), line or style.line(role)
    )


def measured(text: str, font: QFont) -> float:
    """How far the next letter stands from the beginning of this text."""
    return QFontMetricsF(font).horizontalAdvance(text)
