"""How writings are made alike, so that a title is found however it is typed."""

import re
import unicodedata

from kiosk.domain.spellings import IN_KANA
from kiosk.domain.variants import ONE_FORM

_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_OLD_KANA = {"ゐ": "い", "ゑ": "え", "ヷ": "ば", "ヸ": "び", "ヹ": "べ", "ヺ": "ぼ"}
_SPACED_MARKS = str.maketrans({"゛": "\u3099", "゜": "\u309a"})
_LATIN = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}

_TO_HIRAGANA = str.maketrans({**_KATAKANA_TO_HIRAGANA, "ー": None, **_LATIN})
_TO_ONE_FORM = str.maketrans({**_SMALL, **_OLD_KANA, **ONE_FORM})

_VU = re.compile("ゔ([ぁぃぇぉ]?)")
_VU_AS = {"": "ぶ", "ぁ": "ば", "ぃ": "び", "ぇ": "べ", "ぉ": "ぼ"}
_REPEATED = re.compile("(?s:(.))([々ゝゞ])")
_DIACRITICS = re.compile("[\u0300-\u036f]")
_NO_LETTER = re.compile(r"[^\w+#]|_")  # C++ and C# are looked for under their names

_WORD = re.compile(
    r"[㐀-鿿豈-﫿𠀀-𲎯々〆〇]+[ぁ-ゖゝゞ]*|[ァ-ヺヽヾー]+[ぁ-ゖゝゞ]*|[ぁ-ゖゝゞー]+|[0-9]+"
    r"|[^\W\d_㐀-鿿豈-﫿𠀀-𲎯々〆〇ぁ-ゖゝゞァ-ヺヽヾー]+[+#]*|[^\s]"
)

_AS_HEARD = str.maketrans("をはへぢづ", "おわえじず")
_LONG_O = re.compile("(?<=[おこそとのほもよろごぞどぼぽ])[うお]")
_LONG_U = re.compile("(?<=[うくすつぬふむゆるぐずぶぷ])う")


def fold(text: str) -> str:
    """Make writings alike that a patron takes for the same; what is no letter is dropped.

    Width comes before kana: half-width marks join their kana first. Dakuten are kept.
    """
    wide = unicodedata.normalize("NFKC", text.translate(_SPACED_MARKS)).casefold()
    if not wide.isascii():
        wide = _fold_kana(_without_diacritics(wide))
    return _NO_LETTER.sub("", wide)


def fold_as_heard(folded: str) -> str:
    """A looser form of what `fold` gave: particles as spoken, long vowels short."""
    return _LONG_U.sub("", _LONG_O.sub("", folded.translate(_AS_HEARD)))


def in_kana(folded: str) -> str:
    """Words that are written now in kanji, now in kana (子供, 子ども, こども), all in kana."""
    return _SPELLINGS.sub(lambda word: _IN_KANA[word[0]], folded)


def split_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, divided at spaces, marks and changes of script.

    Joined they are what `fold` makes of the whole.
    """
    wide = unicodedata.normalize("NFKC", text.translate(_SPACED_MARKS))
    return tuple(word for part in _WORD.findall(wide) if (word := fold(part)))


def split_query(text: str) -> tuple[str, ...]:
    """What a patron typed, divided at spaces only, each part folded."""
    return tuple(word for part in text.split() if (word := fold(part)))


def is_kana(folded: str) -> bool:
    return all("ぁ" <= letter <= "ゖ" for letter in folded)


def _without_diacritics(text: str) -> str:
    apart = _DIACRITICS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", apart)


def _fold_kana(text: str) -> str:
    hiragana = text.translate(_TO_HIRAGANA)
    repeated = _REPEATED.sub(_repeat, hiragana)
    return _VU.sub(lambda vu: _VU_AS[vu[1]], repeated).translate(_TO_ONE_FORM)


def _repeat(marked: re.Match[str]) -> str:
    letter, mark = marked.groups()
    if mark == "ゞ":
        return letter + unicodedata.normalize("NFC", f"{letter}\u3099")
    return letter + letter


_IN_KANA = {fold(written): fold(kana) for written, kana in IN_KANA.items()}
_SPELLINGS = re.compile("|".join(sorted(_IN_KANA, key=len, reverse=True)))
