"""How the screen speaks and looks for this visit: language, text size, colour scheme."""

from enum import IntEnum, StrEnum


class Language(StrEnum):
    JAPANESE = "ja"
    EASY_JAPANESE = "easy"
    ENGLISH = "en"
    CHINESE = "zh"
    KOREAN = "ko"


class TextSize(IntEnum):
    STANDARD = 0
    LARGE = 1
    LARGER = 2
    LARGEST = 3


class Scheme(StrEnum):
    LIGHT = "light"
    CREAM = "cream"
    DARK = "dark"
    BLACK_YELLOW = "black_yellow"
