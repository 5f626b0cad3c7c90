"""What the keys of the board do to a text: marks, small kana, katakana, erasing."""

from collections.abc import Mapping
from enum import StrEnum


class Mode(StrEnum):
    """What the board types."""

    HIRAGANA = "かな"
    KATAKANA = "カナ"
    LATIN = "ABC"
    NUMBERS = "123"


_VOICED = str.maketrans(
    "かきくけこさしすせそたちつてとはひふへほう"
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔ",
    "がぎぐげござじずぜぞだぢづでどばびぶべぼゔ"
    "かきくけこさしすせそたちつてとはひふへほばびぶべぼう",
)
_HALF_VOICED = str.maketrans("はひふへほばびぶべぼぱぴぷぺぽ", "ぱぴぷぺぽぱぴぷぺぽはひふへほ")
_SMALL = str.maketrans(
    "あいうえおつやゆよわ" + "ぁぃぅぇぉっゃゅょゎ" + "づゔ",
    "ぁぃぅぇぉっゃゅょゎ" + "あいうえおつやゆよわ" + "っぅ",
)
_DISTANCE = ord("ア") - ord("あ")  # both scripts stand in Unicode in the same order


def voice(text: str) -> str:
    """Put ゛ on the last kana, or take it away: か⇄が, う⇄ゔ, ぱ→ば."""
    return _with_last(text, _VOICED)


def half_voice(text: str) -> str:
    """Put ゜ on the last kana, or take it away: は⇄ぱ, ば→ぱ."""
    return _with_last(text, _HALF_VOICED)


def shrink(text: str) -> str:
    """Make the last kana small, or large again: つ⇄っ, や⇄ゃ."""
    return _with_last(text, _SMALL)


def without_last(text: str) -> str:
    """Erase one letter; a kana goes together with its mark."""
    return text[:-1]


def katakana(text: str) -> str:
    return "".join(chr(ord(each) + _DISTANCE) if _is_hiragana(each) else each for each in text)


def hiragana(text: str) -> str:
    return "".join(chr(ord(each) - _DISTANCE) if _is_katakana(each) else each for each in text)


def _with_last(text: str, table: Mapping[int, int | str | None]) -> str:
    if not text:
        return text
    last = text[-1]
    changed = hiragana(last).translate(table)
    return text[:-1] + (katakana(changed) if _is_katakana(last) else changed)


def _is_hiragana(letter: str) -> bool:
    return "ぁ" <= letter <= "ゖ"


def _is_katakana(letter: str) -> bool:
    return "ァ" <= letter <= "ヶ"
