"""Makes a title of a MARC 21 record.

Source: MARC 21 Format for Bibliographic Data, https://www.loc.gov/marc/bibliographic/
"""

import re
import unicodedata
from collections.abc import Sequence

from pymarc import Record

from kiosk.central.importing.found import Found
from kiosk.central.importing.languages import language_code
from kiosk.central.importing.marc.calls import call_number_of, is_childrens_call
from kiosk.central.importing.marc.fixed import audience_of, entered_on, language_of, year_of
from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.marc.materials import material_of
from kiosk.central.importing.marc.parts import rank_of, set_of
from kiosk.central.importing.marc.people import creators_of
from kiosk.central.importing.marc.written import Written, clean, is_latin, texts, written
from kiosk.central.importing.refusals import RowRefused
from kiosk.central.importing.title_ids import title_id
from kiosk.central.importing.titles_csv import WRONG_ISBN
from kiosk.domain.isbn import read_isbn
from kiosk.domain.titles import Title

_WITHDRAWN = "d"  # leader/05
_YEAR = re.compile("[12][0-9]{3}")
_ISBN = re.compile(r"[0-9][0-9Xx\-\s]*")
_PUBLISHED = "1"  # second indicator of 264
_PARALLEL = "="


def found_title(row: int, record: Record, mapping: MarcMapping) -> Found[Title]:
    """A title, or the wish to withdraw it (leader/05 is d).

    Raises:
        RowRefused: it has no number, no name, or comes in no form that we know.
    """
    control = record.get("001")
    number = ((control.data or "") if control is not None else "").strip()
    if not number:
        raise RowRefused("The record has no control number (001).")
    key = title_id(f"{mapping.id_prefix}{number}")
    if str(record.leader)[5] == _WITHDRAWN:
        return Found(row, key, None)
    isbn, has_wrong = _isbn(record)
    title = _title(key, record, mapping, isbn)
    return Found(row, key, title, (WRONG_ISBN,) if has_wrong else ())


def _title(key: str, record: Record, mapping: MarcMapping, isbn: str | None) -> Title:
    heading = _heading(record, mapping)
    call_number = call_number_of(record, mapping)
    part = heading.text("np")
    return Title(
        id=title_id(key),
        name=_name(heading),
        reading=heading.reading("abnp"),
        creators=creators_of(record, mapping),
        publisher=_publisher(record, mapping),
        year=_year(record),
        material=material_of(record, call_number.ndc, mapping),
        call_number=call_number,
        language=_language(record, mapping),
        isbn=isbn,
        is_for_children=audience_of(record) in mapping.childrens_audience
        or is_childrens_call(record, mapping),
        summary=_first(record, mapping.summary),
        subjects=_subjects(record, mapping),
        series=_series(record, mapping),
        extent=_first(record, ("300a",)),
        added_on=entered_on(record),
        set_id=set_of(record, mapping),
        part=part,
        part_rank=rank_of(part),
    )


def _heading(record: Record, mapping: MarcMapping) -> Written:
    heading = next(written(record, ("245",), mapping.kana_sources), None)
    if heading is None or not heading.text("a"):
        raise RowRefused("The record has no title (245 $a).")
    return heading


def _name(heading: Written) -> str:
    """Title, part, and what explains it, in their order: 細雪 上巻."""
    name, mark = "", ""
    for part in heading.field.subfields:
        text = clean(part.value)
        if part.code not in "abnp" or not text:
            continue
        if part.code == "b" and (is_latin(name) or mark == _PARALLEL):
            name += f" {mark}"
        name = f"{name} {text}".strip()
        mark = _PARALLEL if part.value.rstrip().endswith(_PARALLEL) else ":"
    return name


def _isbn(record: Record) -> tuple[str | None, bool]:
    """The first that is right, and whether one was wrong; notes behind the number are none."""
    starts = (_ISBN.match(value.strip()) for value in _values(record, ("020a",)))
    numbers = [start[0] if start else "" for start in starts]
    right = [isbn for number in numbers if (isbn := read_isbn(number))]
    return next(iter(right), None), len(right) < len(numbers)


def _publisher(record: Record, mapping: MarcMapping) -> str:
    entries = written(record, ("264", "260"), mapping.kana_sources)
    names = (entry.text("b", " ; ") for entry in entries if _is_published(entry))
    return next((name.strip("[]") for name in names if name), "")


def _year(record: Record) -> int | None:
    """Of publication, as printed; else as coded."""
    fields = (Written(field) for field in record.get_fields("264", "260"))
    dates = (entry.text("c") for entry in fields if _is_published(entry))
    found = (_YEAR.search(unicodedata.normalize("NFKC", text)) for text in dates)
    return next((int(year[0]) for year in found if year), year_of(record))


def _is_published(entry: Written) -> bool:
    """264 tells makers and distributors too."""
    is_264 = entry.field.tag == "264" or (entry.field.get("6") or "").startswith("264")
    return not is_264 or entry.field.indicator2 == _PUBLISHED


def _language(record: Record, mapping: MarcMapping) -> str:
    codes = [*_values(record, ("041a",)), language_of(record)]
    found = (language_code(code[:3]) for code in codes)
    return next((code for code in found if code), mapping.usual_language)


def _subjects(record: Record, mapping: MarcMapping) -> tuple[str, ...]:
    """With their subdivisions: 日本文学--歴史."""
    entries = written(record, mapping.subjects, mapping.kana_sources)
    named = ("--".join(texts(entry.field, "abvxyz")) for entry in entries)
    return tuple(dict.fromkeys(subject for subject in named if subject))


def _series(record: Record, mapping: MarcMapping) -> str | None:
    for tag in ("490", "830"):
        entries = written(record, (tag,), mapping.kana_sources)
        names = (entry.text("av", " ; ") for entry in entries)
        if series := next(filter(None, names), None):
            return series
    return None


def _first(record: Record, places: Sequence[str]) -> str:
    return next(filter(None, map(clean, _values(record, places))), "")


def _values(record: Record, places: Sequence[str]) -> list[str]:
    return [
        value
        for place in places
        for field in record.get_fields(place[:3])
        for value in field.get_subfields(place[3:])
    ]
