"""In what form a MARC record's title comes: book, magazine, CD."""

from fnmatch import fnmatchcase

from pymarc import Record

from kiosk.central.importing.marc.fixed import fixed
from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.refusals import RowRefused
from kiosk.domain.titles import Material

_ITEM_FORM = 23  # of 008
_LARGE_PRINT = "d"
_CONTENTS = slice(24, 28)  # of 008
_COMIC = "6"
_TEXT = "at"  # leader/06: printed or written language


def material_of(record: Record, ndc: str, mapping: MarcMapping) -> Material:
    """By leader/06 with 007/00-01 ("g/vd"), else with leader/07 ("as"), else alone ("a").

    Raises:
        RowRefused: the mapping does not know the form.
    """
    kind = str(record.leader)[6]
    physical = record.get("007")
    carrier = (physical.data or "")[:2] if physical is not None else ""
    for form in (f"{kind}/{carrier}", str(record.leader)[6:8], kind):
        if form in mapping.materials:
            return _closer(record, ndc, mapping, mapping.materials[form])
    raise RowRefused(f"Its form (leader/06 {kind!r}) is none that the mapping knows.")


def _closer(record: Record, ndc: str, mapping: MarcMapping, material: Material) -> Material:
    """Which kind of book."""
    if material is not Material.BOOK or str(record.leader)[6] not in _TEXT:
        return material
    data = fixed(record)
    if data[_ITEM_FORM] == _LARGE_PRINT:
        return Material.LARGE_PRINT
    if _COMIC in data[_CONTENTS]:
        return Material.COMIC
    by_class = mapping.ndc_materials.items()
    return next((form for pattern, form in by_class if fnmatchcase(ndc, pattern)), material)
