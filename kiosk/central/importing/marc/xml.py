"""Streams records out of a MARCXML file."""

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from pymarc import Field, Indicators, Leader, Record, Subfield
from pymarc.exceptions import PymarcException

from kiosk.central.importing.csv_rows import readable
from kiosk.central.importing.found import NotTaken
from kiosk.central.importing.refusals import FileRefused

_AT_ONCE = 64 * 1024
_LONGEST = 4 * 1024 * 1024  # bytes without the end of a record: no record is as long
_LEADER_LENGTH = 24
_CONTROL = "controlfield"

Attributes = dict[str, str]


def xml_records(file: Path) -> Iterator[tuple[int, Record] | NotTaken]:
    """Each record, or why it is none.

    Raises:
        FileRefused: it cannot be read or is no XML; what stood before was given.
    """
    building = _Building()
    parser = _parser(building)
    with readable(file), file.open("rb") as stream:
        unended = 0
        while block := stream.read(_AT_ONCE):
            error = _feed(parser, block)
            unended = 0 if building.ready else unended + len(block)
            yield from building.take()
            if error is not None:
                raise error
            if unended > _LONGEST:
                raise FileRefused("There is no end of a record for too long.")
        if error := _feed(parser, b"", is_last=True):
            raise error
    if not building.count:
        raise FileRefused("The file holds no MARC record.")


def _feed(
    parser: expat.XMLParserType, block: bytes, *, is_last: bool = False
) -> FileRefused | None:
    try:
        parser.Parse(block, is_last)
    except expat.ExpatError as error:
        return FileRefused(f"From line {error.lineno} on it is no XML; was the file cut?")
    except FileRefused as refused:
        return refused
    return None


def _parser(building: "_Building") -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = building.start
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.characters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_declaration: object) -> None:
    raise FileRefused("It declares a document type, which MARCXML does not have.")


class _Building:
    """The record that is being read, and those that are ready; namespaces are not looked at."""

    def __init__(self) -> None:
        self.count = 0
        self.ready: list[tuple[int, Record] | NotTaken] = []
        self._record: Record | None = None
        self._field: Field | None = None
        self._code = ""
        self._text: list[str] = []
        self._is_broken = False

    def take(self) -> list[tuple[int, Record] | NotTaken]:
        ready, self.ready = self.ready, []
        return ready

    def start(self, name: str, attributes: Attributes) -> None:
        self._text = []
        match _local(name):
            case "record":
                self.count += 1
                self._record, self._is_broken = Record(), False
            case "controlfield":
                self._field = Field(attributes.get("tag", ""), data="")
            case "datafield":
                indicators = Indicators(attributes.get("ind1", " "), attributes.get("ind2", " "))
                self._field = Field(attributes.get("tag", ""), indicators, [])
            case "subfield":
                self._code = attributes.get("code", "")

    def characters(self, text: str) -> None:
        self._text.append(text)

    def end(self, name: str) -> None:
        text = "".join(self._text)
        match _local(name):
            case "leader" if self._record is not None:
                self._end_leader(self._record, text)
            case "subfield" if self._field is not None and not self._field.control_field:
                self._is_broken |= not self._code
                self._field.subfields.append(Subfield(self._code, text))
            case "controlfield" | "datafield" as kind:
                self._end_field(kind, text)
            case "record" if self._record is not None:
                self._end_record(self._record)
        self._text = []

    def _end_leader(self, record: Record, text: str) -> None:
        try:
            record.leader = Leader(text.ljust(_LEADER_LENGTH))
        except PymarcException:
            self._is_broken = True

    def _end_field(self, kind: str, text: str) -> None:
        if self._record is None or self._field is None:
            return
        if self._field.control_field != (kind == _CONTROL) or not self._field.tag.strip():
            self._is_broken = True
        else:
            if kind == _CONTROL:
                self._field.data = text
            self._record.fields.append(self._field)
        self._field = None

    def _end_record(self, record: Record) -> None:
        broken = NotTaken(self.count, "The record is broken: leader or fields are not as they are.")
        self.ready.append(broken if self._is_broken else (self.count, record))
        self._record = None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
