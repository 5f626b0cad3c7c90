"""Japanese typed in Latin letters, Hepburn and Kunrei, read as kana."""

_ROWS = """
a:あいうえお k:かきくけこ s:さしすせそ t:たちつてと n:なにぬねの h:はひふへほ m:まみむめも
r:らりるれろ g:がぎぐげご z:ざじずぜぞ d:だぢづでど b:ばびぶべぼ p:ぱぴぷぺぽ
"""
_GLIDES = """
ky:き gy:ぎ sy:し sh:し zy:じ jy:じ ty:ち ch:ち ny:に hy:ひ by:び py:ぴ my:み ry:り j:じ
"""
_OTHERS = """
ya:や yu:ゆ yo:よ wa:わ wi:い we:え wo:お shi:し chi:ち tsu:つ fu:ふ ji:じ n':ん
fa:ふあ fi:ふい fe:ふえ fo:ふお she:しえ che:ちえ je:じえ ti:ち di:じ
"""
_LONGEST = 3
_DOUBLED = "kstcpgzdbjfhmr"
_BEFORE_LIPS = "bpm"


def _syllables() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in _ROWS.split():
        consonant, kana = row.split(":")
        table |= {
            (vowel if consonant == "a" else consonant + vowel): letter
            for vowel, letter in zip("aiueo", kana, strict=True)
        }
    for glide in _GLIDES.split():
        consonant, kana = glide.split(":")
        table |= {
            consonant + vowel: kana + small for vowel, small in zip("auo", "やゆよ", strict=True)
        }
    return table | dict(pair.split(":") for pair in _OTHERS.split())


_TABLE = _syllables()


def romaji_to_kana(latin: str) -> str | None:
    """Folded hiragana (small kana large) for lower-case Latin letters; None if they are no romaji.

    Long vowels stay as typed: "tokyo" has none, "toukyou" has two.
    """
    kana = []
    place = 0
    while place < len(latin):
        taken, read = _next(latin, place)
        if not taken:
            return None
        kana.append(read)
        place += taken
    return "".join(kana)


def _next(latin: str, place: int) -> tuple[int, str]:
    """How many letters make the next kana, and the kana; 0 where none is made."""
    for length in range(_LONGEST, 0, -1):
        read = _TABLE.get(latin[place : place + length])
        if read and place + length <= len(latin):
            return length, read
    letter, following = latin[place], latin[place + 1 : place + 2]
    if letter == "n" or (letter == "m" and following and following in _BEFORE_LIPS):
        return 1, "ん"
    if (
        following
        and letter in _DOUBLED
        and (following == letter or latin[place:].startswith("tch"))
    ):
        return 1, "つ"
    return 0, ""
