"""A title as it is kept beside its index entry: a short list in JSON."""

import json
from dataclasses import astuple
from datetime import date

from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId


def pack_title(title: Title) -> bytes:
    fields = (
        title.id,
        title.name,
        title.reading,
        [astuple(creator) for creator in title.creators],
        title.publisher,
        title.year,
        title.material.value,
        [title.call_number.ndc, title.call_number.mark, title.call_number.volume],
        title.language,
        title.isbn,
        title.is_for_children,
        title.summary,
        title.subjects,
        title.series,
        title.extent,
        title.added_on.isoformat() if title.added_on else None,
        title.set_id,
        title.part,
        title.part_rank,
        title.work,
    )
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace")


def unpack_title(packed: bytes) -> Title:
    identity, name, reading, creators, publisher, year, material, spine, *rest = json.loads(packed)
    language, isbn, is_for_children, summary, subjects, series, extent, added_on, *place = rest
    set_id, part, part_rank, work = place or (None, "", 0, "")  # kept before there were sets
    return Title(
        id=TitleId(identity),
        name=name,
        reading=reading,
        creators=tuple(Creator(*creator) for creator in creators),
        publisher=publisher,
        year=year,
        material=Material(material),
        call_number=CallNumber(*spine),
        language=language,
        isbn=isbn,
        is_for_children=is_for_children,
        summary=summary,
        subjects=tuple(subjects),
        series=series,
        extent=extent,
        added_on=date.fromisoformat(added_on) if added_on else None,
        set_id=set_id,
        part=part,
        part_rank=part_rank,
        work=work,
    )
