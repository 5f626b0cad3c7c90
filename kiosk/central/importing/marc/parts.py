"""Volumes and issues: which part of which set a MARC record describes."""

import re
import unicodedata

from pymarc import Field, Record

from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.title_ids import title_id
from kiosk.domain.titles import TitleId

_OWNER = re.compile(r"\(([^)]*)\)\s*(.*)")
_PARTS_OF_SETS = "bc"  # leader/19: part with a title of its own, part without
_ORDERED = {"上": 1, "前": 1, "中": 2, "下": 3, "後": 3, "続": 4}
_KANJI_DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}
_KANJI_NUMBER = re.compile("[〇一二三四五六七八九十]+")
_HIGHEST_RANK = 2**31 - 1
_STEP = 1000  # year and month, volume and number: 2026, 11 → 2026011


def set_of(record: Record, mapping: MarcMapping) -> TitleId | None:
    """The set, where the record is a volume of one and names its number.

    773$w of any volume or issue; 830$w only of what leader/19 calls a part of a set. Numbers of
    another catalogue than the record's own are none of ours.
    """
    fields = record.get_fields("773")
    if str(record.leader)[19] in _PARTS_OF_SETS:
        fields += record.get_fields("830")
    numbers = (_number(record, field) for field in fields)
    number = next((number for number in numbers if number), None)
    return title_id(f"{mapping.id_prefix}{number}") if number else None


def rank_of(part: str) -> int:
    """The order of a part in its set: 第2巻 → 2, 下 → 3, 2026年11月号 → 2026011; 0 for none."""
    wide = unicodedata.normalize("NFKC", part)
    numbers = [int(digits) for digits in re.findall("[0-9]{1,6}", wide)[:2]]
    if not numbers and (kanji := _KANJI_NUMBER.search(wide)):
        numbers = [_kanji_number(kanji[0])]
    if not numbers:
        return next((_ORDERED[sign] for sign in wide if sign in _ORDERED), 0)
    rank = numbers[0] if len(numbers) == 1 else numbers[0] * _STEP + numbers[1]
    return min(rank, _HIGHEST_RANK)


def _kanji_number(text: str) -> int:
    """二十三 → 23, 十 → 10, 二〇 → 20."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_KANJI_DIGITS[sign]) for sign in text))
    return 10 * (_KANJI_DIGITS.get(tens[-1:], 1)) + _KANJI_DIGITS.get(ones[:1], 0)


def _number(record: Record, field: Field) -> str | None:
    text = (field.get("w") or "").strip()
    owned = _OWNER.fullmatch(text)
    if owned is None:
        return text or None
    source = record.get("003")
    is_own = source is not None and (source.data or "").strip() == owned[1].strip()
    return owned[2].strip() if is_own else None
