"""Fields with their other scripts: which writing is the record's, and which is its reading.

In Japanese catalogues the field has the Japanese text and a linked 880 its reading in katakana
(`$6 245-01/$1`), often another in Latin letters (`$6 245-01/(B`). In American ones the field is
romanised and the linked 880 has the Japanese text.

Source: MARC 21 Format for Bibliographic Data, appendix A, "$6 - Linkage".
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pymarc import Field, Record

from kiosk.central.importing.hiragana import in_hiragana, is_reading

_LINK = re.compile(r"([0-9]{3})-([0-9]{2,3})(?:/(\(?[^/]{1,3}))?")
_LATIN = "(B"
_LATIN_CODES = ((0, 0x370), (0x1E00, 0x1F00))  # letters, and marks of romanisation
_ISBD_MARKS = re.compile(r"[\s/:;=,]+$")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{2})\.$")  # not that of an initial
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Written:
    """A field as it is to be shown, and the field with its reading."""

    field: Field
    kana: Field | None = None

    def text(self, codes: str, between: str = " ") -> str:
        """These subfields, in their order in the field."""
        return between.join(texts(self.field, codes))

    def reading(self, codes: str) -> str | None:
        return in_hiragana(" ".join(texts(self.kana, codes))) if self.kana is not None else None


def written(record: Record, tags: Sequence[str], kana_sources: Sequence[str]) -> Iterator[Written]:
    """Each field of these tags; kana_sources name in 003 who writes 880 for readings only."""
    source = record.get("003")
    is_for_readings = source is not None and (source.data or "").strip() in kana_sources
    alternatives = record.get_fields("880")
    for field in record.get_fields(*tags):
        link = _link(field)
        linked = [one for one in alternatives if _is_linked(one, field.tag, link)]
        yield _chosen(field, linked, is_for_readings=is_for_readings)


def texts(field: Field, codes: str) -> list[str]:
    """The subfields' texts, without the punctuation that divides subfields."""
    found = (clean(part.value) for part in field.subfields if part.code in codes)
    return [text for text in found if text]


def clean(text: str) -> str:
    """Without control characters and the ISBD marks at its end."""
    composed = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    return _FULL_STOP.sub("", _ISBD_MARKS.sub("", composed)).strip()


def is_latin(text: str) -> bool:
    """Whether no letter of another script is in it."""
    return all(
        any(first <= ord(letter) < end for first, end in _LATIN_CODES)
        for letter in text
        if letter.isalpha()
    )


def _chosen(field: Field, linked: list[Field], *, is_for_readings: bool) -> Written:
    kana = next((one for one in linked if _is_kana(one)), None)
    if not is_latin(_text(field)):
        return Written(field, kana)
    if is_for_readings or (kana is not None and any(_script(one) == _LATIN for one in linked)):
        return Written(field, kana)
    others = [one for one in linked if not is_latin(_text(one))]
    shown = next((one for one in others if not _is_kana(one)), next(iter(others), None))
    if shown is None:
        return Written(field)
    return Written(shown, kana if kana is not shown else None)


def _is_kana(field: Field) -> bool:
    return is_reading(_text(field))


def _text(field: Field) -> str:
    return " ".join(part.value for part in field.subfields if part.code.isalpha())


def _link(field: Field) -> re.Match[str] | None:
    return _LINK.match(field.get("6") or "")


def _is_linked(alternative: Field, tag: str, link: re.Match[str] | None) -> bool:
    back = _link(alternative)
    if link is None or back is None or link[2].strip("0") == "":
        return False
    return back[1] == tag and back[2] == link[2]


def _script(field: Field) -> str:
    link = _link(field)
    return (link[3] or "") if link else ""
