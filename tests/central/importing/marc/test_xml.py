"""Files in MARCXML."""

from pathlib import Path

import pytest
from pymarc import record_to_xml

from kiosk.central.importing.found import NotTaken
from kiosk.central.importing.marc.xml import xml_records
from kiosk.central.importing.refusals import FileRefused
from tests.central.importing.marc.records import data, record

SLIM = "http://www.loc.gov/MARC21/slim"
CAT = record("1", data("245", ("6", "880-01"), ("a", "港の猫 & 犬"), indicators="10"))
DOG = record("2")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "titles.xml"


def collection(*records: str) -> str:
    inner = "".join(records)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="{SLIM}">{inner}</collection>'
    )


def xml(made: object) -> str:
    text: str = record_to_xml(made).decode()  # type: ignore[no-untyped-call]
    return text


def read(file: Path) -> list[str]:
    return [
        one.reason if isinstance(one, NotTaken) else str(one[1]["001"].data)
        for one in xml_records(file)
    ]


def test_a_record_in_xml_is_the_record(file: Path) -> None:
    file.write_text(collection(xml(CAT), xml(DOG)), encoding="utf-8")
    first, second = xml_records(file)
    assert not isinstance(first, NotTaken)
    assert not isinstance(second, NotTaken)
    assert (first[0], str(first[1])) == (1, str(CAT))
    assert (second[0], str(second[1])) == (2, str(DOG))


def test_a_prefix_and_another_wrapping_do_no_harm(file: Path) -> None:
    inner = (
        f'<m:record xmlns:m="{SLIM}"><m:leader>00000nam a2200000 i 4500</m:leader>'
        '<m:controlfield tag="001">7</m:controlfield></m:record>'
    )
    file.write_text(f"<answer><items>{inner}</items></answer>", encoding="utf-8")
    assert read(file) == ["7"]


@pytest.mark.parametrize(
    "broken",
    [
        "<record><leader>too long, this leader, for any record</leader></record>",
        '<record><datafield tag="245"><subfield>x</subfield></datafield></record>',
        '<record><controlfield tag="245">x</controlfield></record>',
        '<record><datafield tag="001"><subfield code="a">x</subfield></datafield></record>',
        "<record><controlfield>x</controlfield></record>",
    ],
)
def test_a_broken_record_is_named_and_its_neighbours_come(file: Path, broken: str) -> None:
    file.write_text(collection(xml(CAT), broken, xml(DOG)), encoding="utf-8")
    first, named, last = read(file)
    assert (first, last) == ("1", "2")
    assert named.startswith("The record is broken")


def refused(file: Path) -> tuple[list[str], str]:
    """What was given before, and the reason."""
    given: list[str] = []
    with pytest.raises(FileRefused, match=r".*") as stopped:
        given.extend(str(one[1]["001"].data) for one in xml_records(file))  # type: ignore[index]
    return given, stopped.value.reason


def test_a_file_cut_in_the_middle_gives_what_is_whole(file: Path) -> None:
    file.write_text(collection(xml(CAT), xml(DOG))[:-100], encoding="utf-8")
    assert refused(file) == (["1"], "From line 2 on it is no XML; was the file cut?")


def test_a_document_type_is_refused(file: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    file.write_text(f"{bomb}<collection>&b;</collection>", encoding="utf-8")
    assert refused(file) == ([], "It declares a document type, which MARCXML does not have.")


@pytest.mark.parametrize("content", ["<rss><item/></rss>", "<record/>nonsense", "", "no xml"])
def test_what_holds_no_record_is_refused(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(FileRefused):
        list(xml_records(file))


def test_a_record_without_end_is_not_waited_for(file: Path) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.write("<collection><record>")
        for _ in range(80):
            out.write("<x/>" * 25_000)
    assert refused(file)[1] == "There is no end of a record for too long."
