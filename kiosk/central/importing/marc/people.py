"""Who made a title, as a MARC record names them."""

from pymarc import Record

from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.marc.written import Written, clean, is_latin, texts, written
from kiosk.domain.titles import Creator

_PEOPLE = ("100", "110", "111", "700", "710", "711")
_PERSONS = frozenset({"100", "700"})
_NAME = {True: "a", False: "ab"}  # persons; corporate bodies with their parts


def creators_of(record: Record, mapping: MarcMapping) -> tuple[Creator, ...]:
    """Main and added entries, each once; those of works inside ($t) are none."""
    fields = written(record, _PEOPLE, mapping.kana_sources)
    named = (_creator(field, mapping) for field in fields if not texts(field.field, "t"))
    return tuple(dict.fromkeys(creator for creator in named if creator.name))


def _creator(entry: Written, mapping: MarcMapping) -> Creator:
    codes = _NAME[_tag(entry) in _PERSONS]
    name = entry.text(codes)
    if not is_latin(name):
        name = " ".join(name.replace(",", " ").replace("，", " ").split())  # 夏目, 漱石
    return Creator(name, entry.reading(codes), _role(entry, mapping))


def _role(entry: Written, mapping: MarcMapping) -> str | None:
    """The first that is told, in the mapping's words where it has them."""
    told = [clean(part.value) for part in entry.field.subfields if part.code in "e4"]
    role = next(iter(told), "").rstrip(".")
    return mapping.roles.get(role, role) or None


def _tag(entry: Written) -> str:
    """Of an 880 that is shown instead of its field, the field's."""
    if entry.field.tag != "880":
        return entry.field.tag
    return (entry.field.get("6") or "")[:3]
