"""Kana from the Latin letters of a keyboard on the desk."""

from functools import cache

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "g": "がぎぐげご",
    "s": "さしすせそ",
    "z": "ざじずぜぞ",
    "t": "たちつてと",
    "d": "だぢづでど",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "m": "まみむめも",
    "r": "らりるれろ",
}
_OTHERS = {
    "ya": "や",
    "yu": "ゆ",
    "yo": "よ",
    "wa": "わ",
    "wo": "を",
    "shi": "し",
    "chi": "ち",
    "tsu": "つ",
    "fu": "ふ",
    "ji": "じ",
    "fa": "ふぁ",
    "fi": "ふぃ",
    "fe": "ふぇ",
    "fo": "ふぉ",
    "ja": "じゃ",
    "ju": "じゅ",
    "jo": "じょ",
    "je": "じぇ",
    "vu": "ゔ",
    "nn": "ん",
    "n'": "ん",
}
_GLIDES = {"a": "ゃ", "u": "ゅ", "o": "ょ"}
_CONSONANTS = "bcdfghjkmprstvwyz"


def continued(text: str, letter: str) -> str:
    """The text after one more letter from the keyboard.

    Letters that are not yet a kana stay Latin at the end: "k", then "か".
    """
    if letter == "-":
        return text + "ー"
    start = len(text.rstrip(_CONSONANTS + "n"))
    if not (letter.isascii() and (letter.isalpha() or letter == "'")):
        return text[:start] + finished(text[start:]) + letter
    return text[:start] + _kana(text[start:] + letter.lower())


def finished(text: str) -> str:
    """The text once nothing more comes: a single n is ん."""
    return text[:-1] + "ん" if text.endswith("n") else text


def _kana(letters: str) -> str:
    table = _table()
    for start in range(len(letters)):
        if (kana := table.get(letters[start:])) is not None:
            return _doubled(letters[:start]) + kana
    if (
        len(letters) > 1
        and letters[-2] == "n"
        and letters[-1] in _CONSONANTS
        and letters[-1] != "y"
    ):
        return letters[:-2] + "ん" + letters[-1]
    return letters


def _doubled(letters: str) -> str:
    """A consonant before a finished kana is the first of two: っ."""
    return "".join("ん" if each == "n" else "っ" for each in letters)


@cache
def _table() -> dict[str, str]:
    table = dict(_OTHERS)
    for consonant, row in _ROWS.items():
        table |= {consonant + vowel: kana for vowel, kana in zip("aiueo", row, strict=True)}
        if consonant:
            table |= {f"{consonant}y{v}": row[1] + small for v, small in _GLIDES.items()}
    for spelling, kana in (("sh", "し"), ("ch", "ち")):
        table |= {spelling + v: kana + small for v, small in _GLIDES.items()}
        table[spelling + "e"] = kana + "ぇ"
    return table
