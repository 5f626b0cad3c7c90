"""Where a line may end: between phrases, or, in a phrase too long for it, between letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from kiosk.ui.lettering.markup import Run

_PARTS = re.compile(
    r"(?P<newline>\n)|(?P<gap>[ \u3000\u200b]+)"
    r"|(?P<word>[^\s\u200b\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+)|(?P<letter>.)",
    re.DOTALL,
)
_NEVER_FIRST = set(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー」』）】〉》］｝〕”’‐–〜～…‥％℃"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%"
)
_NEVER_LAST = set("「『（【〈《［｛〔“‘([{")
_CLOSES_A_PHRASE = set("、。！？」』）】〉》］｝〕，．")
_QUOTED = set("」』）】〉》］｝〕")
_PARTICLES_OF_QUOTES = set("をにがはへのとも")
_POINTERS = ("この", "その", "あの", "どの")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_KANJI = re.compile(r"[々〆㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")
_LATIN = re.compile(r"[A-Za-z]")
_PARTICLES = set("をにで")  # before a polite お or ご: カウンターで|おたずねください
_STEM_ENDS = set("いきしちみりえけげせべめれ")
_SECOND_VERBS = set("取置直込返合替")  # go on with the verb before: 読み取り, 入れ直す
_NOUN_ENDS = set("方機一")  # go on with what is before: お急ぎの方, 読み取り機, もう一度
_NOUNS = ("方法", "機械", "機器", "一覧", "一部")  # unless they begin one of these
_STARTS_A_PHRASE = re.compile(r"[ァ-ヺA-Za-z0-9０-９Ａ-Ｚａ-ｚ「『（【〈《［]")


class Joint(IntEnum):
    """What stands between a letter and the one before it."""

    TIGHT = 0  # no line ends here
    LETTER = 1  # a line ends here only if its phrase is longer than a line
    PHRASE = 2
    NEWLINE = 3


@dataclass(frozen=True, slots=True)
class Atom:
    """What is never parted: a letter, a word of Latin letters, or what has one reading."""

    text: str
    reading: str | None = None
    is_bold: bool = False
    joint: Joint = Joint.LETTER  # to the one before
    gap: str = ""  # the space before it, dropped where a line begins


def atoms(runs: Sequence[Run]) -> tuple[Atom, ...]:
    """The sentence as letters, each knowing whether a line may begin with it."""
    made = list(_cut(runs))
    has_told_phrases = any("\u200b" in run.text for run in runs) or (
        any(run.reading for run in runs) and any(" " in run.text for run in runs)
    )
    joined = [
        replace(atom, joint=_joint(made, at, is_guessing=not has_told_phrases))
        for at, atom in enumerate(made)
    ]
    return tuple(_without_a_lone_end(joined))


def _cut(runs: Sequence[Run]) -> Iterator[Atom]:
    gap, is_new_line = "", False
    for run in runs:
        for text, kind in _parts(run):
            if kind == "newline":
                is_new_line = True
            elif kind == "gap":
                gap += text
            else:
                joint = Joint.NEWLINE if is_new_line else Joint.LETTER
                yield Atom(text, run.reading, run.is_bold, joint, gap)
                gap, is_new_line = "", False


def _parts(run: Run) -> Iterator[tuple[str, str]]:
    if run.reading is not None:
        yield run.text, "letter"
        return
    for found in _PARTS.finditer(run.text):
        yield found.group(), str(found.lastgroup)


def _joint(made: Sequence[Atom], at: int, *, is_guessing: bool) -> Joint:
    this = made[at]
    if at == 0 or this.joint is Joint.NEWLINE:
        return Joint.NEWLINE if at else Joint.TIGHT
    before = made[at - 1]
    last, first = before.text[-1], this.text[0]
    if first in _NEVER_FIRST or last in _NEVER_LAST:
        return Joint.TIGHT
    if this.gap and before.text.isdigit() and _LATIN.match(first):
        return Joint.LETTER  # 4 December, 4 days left
    if this.gap and before.text == "My":
        return Joint.LETTER  # My ライブラリ
    following = made[at + 1].text[0] if at + 1 < len(made) else ""
    if this.gap or last in _CLOSES_A_PHRASE:
        is_going_on = not this.gap and last in _QUOTED and _goes_on(first, following)
        return Joint.LETTER if is_going_on else Joint.PHRASE
    if last.isascii() and last.isdigit():
        return Joint.TIGHT  # 24番, 2階
    if is_guessing and _points(made, at) and _KANJI.match(first):
        return Joint.LETTER
    if is_guessing and _begins_a_phrase(last, first, following):
        return Joint.PHRASE
    return Joint.LETTER


def _goes_on(first: str, following: str) -> bool:
    """Whether a particle stays with what is quoted before it; 「です」 is none."""
    return first in _PARTICLES_OF_QUOTES or (first == "で" and following != "す")


def _points(made: Sequence[Atom], at: int) -> bool:
    """Whether the two letters before, at the head of a phrase, point to what follows: この館."""
    head = "".join(atom.text for atom in made[max(0, at - 3) : at])
    return head.endswith(_POINTERS) and (len(head) < 3 or head[0] in _CLOSES_A_PHRASE)


def _begins_a_phrase(last: str, first: str, following: str) -> bool:
    """A guess that is right for most Japanese: particles and endings are hiragana."""
    if first in "おご" and (_KANJI.match(following or " ") or last in _PARTICLES):
        return True
    if not _HIRAGANA.match(last):
        return first in _NEVER_LAST
    if last in "おご" and _KANJI.match(first):
        return False
    if first in _SECOND_VERBS and last in _STEM_ENDS:
        return False
    if first in _NOUN_ENDS and first + following not in _NOUNS:
        return False
    return bool(_KANJI.match(first) or _STARTS_A_PHRASE.match(first))


def _without_a_lone_end(joined: list[Atom]) -> list[Atom]:
    """No letter stands alone on the last line: it stays with the one before."""
    letters = [at for at, atom in enumerate(joined) if atom.text not in _NEVER_FIRST]
    if len(letters) > 1 and len(joined[letters[-1]].text) == 1:
        end = letters[-1]
        if joined[end].joint in (Joint.LETTER, Joint.PHRASE) and not joined[end].gap.strip(
            "\u200b"
        ):
            joined[end] = replace(joined[end], joint=Joint.TIGHT)
    return joined
