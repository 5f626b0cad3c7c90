"""Readings in Latin letters, for those who read no kana: Hepburn, with long vowels marked."""

import re
import unicodedata

# Modified Hepburn, as the catalogues of libraries abroad write Japanese titles.
_SOUNDS = """
あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so
た ta ち chi つ tsu て te と to な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho
ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa ゐ i ゑ e を o
が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do
ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ゔ vu
きゃ kya きゅ kyu きょ kyo しゃ sha しゅ shu しょ sho ちゃ cha ちゅ chu ちょ cho
にゃ nya にゅ nyu にょ nyo ひゃ hya ひゅ hyu ひょ hyo みゃ mya みゅ myu みょ myo
りゃ rya りゅ ryu りょ ryo ぎゃ gya ぎゅ gyu ぎょ gyo じゃ ja じゅ ju じょ jo
ぢゃ ja ぢゅ ju ぢょ jo びゃ bya びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo
いぇ ye うぃ wi うぇ we うぉ wo ゔぁ va ゔぃ vi ゔぇ ve ゔぉ vo ゔゅ vyu
しぇ she じぇ je ちぇ che つぁ tsa つぃ tsi つぇ tse つぉ tso てぃ ti てゅ tyu でぃ di でゅ dyu
とぅ tu どぅ du ふぁ fa ふぃ fi ふぇ fe ふぉ fo ふゅ fyu すぃ si ずぃ zi くぁ kwa くぃ kwi くぇ kwe
くぉ kwo くゎ kwa ぐぁ gwa ぐゎ gwa ぁ a ぃ i ぅ u ぇ e ぉ o ゃ ya ゅ yu ょ yo ゎ wa
"""
_TABLE = dict(zip(_SOUNDS.split()[::2], _SOUNDS.split()[1::2], strict=True))

# As they are spoken where they stand alone; は and へ only where they do not begin.
_PARTICLES = {
    "は": "wa",
    "へ": "e",
    "には": "ni wa",
    "では": "de wa",
    "とは": "to wa",
    "への": "e no",
}
_SMALL_IN_NAMES = {"の", "が"}  # 清水次郎長: Shimizu no Jirochō
_SPOKEN = {"こんにちは": "こんにちわ", "こんばんは": "こんばんわ"}

# How words begin in which two vowels meet, but are no long one: 湖, 井上, 仕事歌, 女王, 思う.
_PARTS = """
みず|うみ いの|うえ みの|うえ まつ|うら かつ|うら しごと|うた じょ|おう ば|あい おも|う
まよ|う さそ|う つど|う あらそ|う ととの|う
"""
_APART = {parts.replace("|", ""): parts for parts in _PARTS.split()}
_JOINED = re.compile("^(?:" + "|".join(_APART) + ")")

_HIRAGANA = str.maketrans({chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)})
_SIGNS = str.maketrans({"・": " ", "=": " ", "、": ",", "。": ".", "〜": "-", "~": "-"})
_DIVIDERS = re.compile("[・=＝-]")
_REPEATED = re.compile("(.)([ゝゞ])")
_PIECE = re.compile("(っ*)(?:([ぁ-ゖ][ぁぃぇぉゃゅょゎ])|([ぁ-ゖ]))")
_N_APART = re.compile("ん(?=[aiueoy])")
_LENGTHENED = re.compile("([aiueo])ー+")
_LONG = re.compile("aa|uu|ee|o[ou]")
_MACRONS = str.maketrans("aiueo", "āīūēō")
_READABLE = re.compile(r"[A-Za-z0-9āīūēōĀĪŪĒŌ ’.,:;!?&'()-]*")


def romanised(reading: str) -> str | None:
    """A title's reading, as a heading: "Wagahai wa neko de aru". None: it holds other signs."""
    words = _spelled(reading)
    latin = [
        _PARTICLES[word] if place and word in _PARTICLES else _word(word)
        for place, word in enumerate(words)
    ]
    return _readable(_capital(" ".join(latin)))


def romanised_name(reading: str, name: str) -> str | None:
    """A person's reading, "Natsume, Sōseki", or a body's: "Minato Shi". None: other signs.

    Args:
        reading: words divided by spaces.
        name: as catalogued; a space in it divides the family's name from the given one.
    """
    words = [
        _word(word) if word in _SMALL_IN_NAMES else _capital(_word(word))
        for word in _spelled(reading)
    ]
    family, space, _ = name.partition(" ")
    first = len(_DIVIDERS.findall(family)) + 1
    if space and first < len(words):
        words[first - 1] += ","
    return _readable(" ".join(words))


def _spelled(reading: str) -> list[str]:
    kana = unicodedata.normalize("NFKC", reading).translate(_HIRAGANA)
    return _REPEATED.sub(_repeat, kana).translate(_SIGNS).split()


def _repeat(marked: re.Match[str]) -> str:
    letter, mark = marked.groups()
    return letter + (unicodedata.normalize("NFC", f"{letter}\u3099") if mark == "ゞ" else letter)


def _word(kana: str) -> str:
    divided = _JOINED.sub(lambda joined: _APART[joined[0]], _SPOKEN.get(kana, kana))
    return "".join(map(_part, divided.split("|")))


def _part(kana: str) -> str:
    sounds = _PIECE.sub(_sound, kana).replace("っ", "")
    apart = _N_APART.sub("n’", sounds).replace("ん", "n")
    long = _LENGTHENED.sub(lambda vowel: vowel[1].translate(_MACRONS), apart)
    return _LONG.sub(lambda vowels: vowels[0][0].translate(_MACRONS), long)


def _sound(piece: re.Match[str]) -> str:
    """One kana or two, with its consonant doubled after a small つ."""
    small, two, one = piece.groups()
    if two and two not in _TABLE:
        return small + _TABLE.get(two[0], two[0]) + _TABLE[two[1]]
    sound = _TABLE.get(two or one, one)
    if not small or sound[0] in "aiueo" or sound not in _TABLE.values():
        return sound
    return ("t" if sound.startswith("ch") else sound[0]) + sound


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _readable(text: str) -> str | None:
    return text if text and _READABLE.fullmatch(text) else None
