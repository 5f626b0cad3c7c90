"""Turns the readings that others catalogue into ours: hiragana, words divided by spaces."""

import re
import unicodedata

_KATAKANA = re.compile("[ァ-ヶ]")
_HIRAGANA = re.compile("[ぁ-ゖ]")
_KANA_APART = ord("ァ") - ord("ぁ")
_OF_A_READING = re.compile(r"[ァ-ヺヽヾぁ-ゖゝゞー]")
_KANJI = re.compile(r"[㐀-鿿豈-﫿𠀀-𲎯々〆〇]")


def in_hiragana(text: str) -> str | None:
    """The reading; what is no letter divides words. None where there is none."""
    kana = unicodedata.normalize("NFKC", text)
    kana = _KATAKANA.sub(lambda letter: chr(ord(letter[0]) - _KANA_APART), kana)
    words = re.findall(r"[\wー]+", kana)
    return " ".join(words) or None


def in_katakana(hiragana: str) -> str:
    return _HIRAGANA.sub(lambda letter: chr(ord(letter[0]) + _KANA_APART), hiragana)


def is_reading(text: str) -> bool:
    """Whether it is written in kana; letters of other scripts may stand between."""
    wide = unicodedata.normalize("NFKC", text)
    return _OF_A_READING.search(wide) is not None and _KANJI.search(wide) is None


def is_japanese(text: str) -> bool:
    """Whether kana or kanji are in it (those of Chinese too)."""
    wide = unicodedata.normalize("NFKC", text)
    return _OF_A_READING.search(wide) is not None or _KANJI.search(wide) is not None
