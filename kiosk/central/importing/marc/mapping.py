"""What a mapping file says of MARC 21 records, where catalogues differ."""

from dataclasses import dataclass
from typing import Annotated

from kiosk.domain.bounds import Matches
from kiosk.domain.titles import Material

Place = Annotated[str, Matches("[0-9]{3}[a-z0-9]", 'a tag and a subfield, "090a"')]
Tag = Annotated[str, Matches("[0-9]{3}", "a tag of three digits")]


@dataclass(frozen=True, slots=True)
class MarcMapping:
    id_prefix: Annotated[str, Matches("[A-Za-z0-9._:-]*", "letters, digits and . _ : -")]
    kana_sources: tuple[str, ...]  # 003 of who writes 880 for readings, whatever the script
    call_ndc: tuple[Place, ...]  # the library's own call number goes before the catalogue's class
    call_mark: tuple[Place, ...]
    call_volume: tuple[Place, ...]
    other_ndc: tuple[Place, ...]  # where 084 has none
    ndc_scheme: str  # how $2 of 084 begins: "njb" of "njb/10"
    subjects: tuple[Tag, ...]
    summary: tuple[Place, ...]
    childrens_audience: Annotated[str, Matches("[a-z]*", "letters of 008/22")]
    childrens_marks: tuple[str, ...]  # before the class: "K" of "K913"
    usual_language: Annotated[str, Matches("[a-z]{2}", "a code of two letters")]
    materials: dict[str, Material]  # by leader and 007, see materials.py
    ndc_materials: dict[str, Material]  # of books, by patterns of the class: "726.6*"
    roles: dict[str, str]  # what stands in $4 or $e, as patrons read it; "" for authors
