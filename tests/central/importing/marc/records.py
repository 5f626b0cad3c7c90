"""MARC records of invented books, built for tests."""

from pathlib import Path

from pymarc import Field, Indicators, Leader, Record, Subfield

LEADER = "00000nam a2200000 i 4500"  # a new printed book, in UTF-8
FIXED = "240401s2026    ja            000 0 jpn  "

Part = tuple[str, str]


def control(tag: str, data: str) -> Field:
    return Field(tag, data=data)


def data(tag: str, *parts: Part, indicators: str = "  ") -> Field:
    return Field(tag, Indicators(*indicators), [Subfield(*part) for part in parts])


def record(number: str, *fields: Field, leader: str = LEADER, fixed: str = FIXED) -> Record:
    """A record with its own fields after the control fields; one with 008 or 245 keeps its own."""
    made = Record()
    made.leader = Leader(leader)
    tags = {field.tag for field in fields}
    made.fields.append(control("001", number))
    if "008" not in tags:
        made.fields.append(control("008", fixed))
    if "245" not in tags:
        made.fields.append(data("245", ("a", f"本の{number}"), indicators="10"))
    made.fields.extend(fields)
    return made


def withdrawn(number: str) -> Record:
    return record(number, leader="00000dam a2200000 i 4500")


def with_status(status: str) -> str:
    """A leader with another sign in one of its places: "06=j"."""
    place, sign = status.split("=")
    return LEADER[: int(place)] + sign + LEADER[int(place) + len(sign) :]


def write(file: Path, *records: Record | bytes) -> Path:
    pieces = [one if isinstance(one, bytes) else one.as_marc() for one in records]
    file.write_bytes(b"".join(pieces))
    return file
