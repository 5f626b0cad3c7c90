"""Files in MARC's exchange format: a broken record costs itself only."""

import random
import tracemalloc
from pathlib import Path

import pytest
from pymarc import Record

from kiosk.central.importing.found import NotTaken
from kiosk.central.importing.marc.exchange import exchange_records
from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.marc.source import MarcSource
from kiosk.central.importing.refusals import FileRefused
from tests.central.importing.marc.records import data, record, write

CAT, DOG, BIRD = (record(number) for number in ("1", "2", "3"))
BROKEN_OFF = "The record is broken off; was the file cut?"
BROKEN = "The record is broken: leader, directory and fields do not fit."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "titles.mrc"


def read(file: Path) -> list[str]:
    """The control number of each record, or why there is none."""
    return [
        one.reason if isinstance(one, NotTaken) else str(one[1]["001"].data)
        for one in exchange_records(file)
    ]


def test_records_come_in_their_order_and_are_counted(file: Path) -> None:
    write(file, CAT, DOG)
    assert [(one[0], str(one[1]["001"].data)) for one in exchange_records(file)] == [  # type: ignore[index]
        (1, "1"),
        (2, "2"),
    ]


@pytest.mark.parametrize("between", [b"\n", b"\r\n", b"\r\n\r\n", b"\0", b"\x1a", b"\x1d\x1d\0"])
def test_what_programs_write_between_records_does_no_harm(file: Path, between: bytes) -> None:
    write(file, CAT.as_marc() + between, DOG.as_marc() + between)
    assert read(file) == ["1", "2"]


def test_marc_8_is_read_where_the_leader_says_so(file: Path) -> None:
    composed = data("245", ("a", "Se~nora cafe"))
    made = record("1", composed).as_marc().replace(b"Se~nora cafe", b"Se\xe4nora caf\xe2e"[:12])
    old = bytearray(made)
    old[9:10] = b" "
    write(file, bytes(old))
    [one] = exchange_records(file)
    assert not isinstance(one, NotTaken)
    assert one[1]["245"]["a"].startswith("Señora caf")


def test_japanese_in_marc_8_is_read(file: Path) -> None:
    escape, back = b"\x1b$1", b"\x1b(B"
    text = escape + bytes.fromhex("213a67") + back  # some kanji of EACC
    made = record("1", data("245", ("a", "X" * len(text)))).as_marc()
    old = bytearray(made.replace(b"X" * len(text), text))
    old[9:10] = b" "
    write(file, bytes(old))
    [one] = exchange_records(file)
    assert not isinstance(one, NotTaken)
    assert len(one[1]["245"]["a"]) == 1


def test_bytes_that_are_no_utf_8_are_refused_with_their_record(file: Path) -> None:
    bad = record("2", data("245", ("a", "XXXX"))).as_marc().replace(b"XXXX", b"\xff\xfe\xfd\xfc")
    write(file, CAT, bad, BIRD)
    reason = "The record is not in the encoding that its leader names."
    assert read(file) == ["1", reason, "3"]


@pytest.mark.parametrize(
    "broken",
    [
        b"99999" + DOG.as_marc()[5:],
        b"\xff\xff\xff\xff\xff" + DOG.as_marc()[5:],
        b"00000" + b"\x1d",
        b"nonsense\x1d",
        DOG.as_marc()[:12] + b"00000" + DOG.as_marc()[17:],
        DOG.as_marc()[:12] + b"xxxxx" + DOG.as_marc()[17:],
        DOG.as_marc()[:24] + b"\x1d",
        DOG.as_marc()[:30] + b"zz" + DOG.as_marc()[32:],
    ],
)
def test_a_broken_record_is_named_and_its_neighbours_come(file: Path, broken: bytes) -> None:
    write(file, CAT, broken, BIRD)
    assert read(file) == ["1", BROKEN, "3"]


@pytest.mark.parametrize("lost", range(1, 60, 7))
def test_a_file_cut_in_the_middle_gives_what_is_whole(file: Path, lost: int) -> None:
    file.write_bytes((CAT.as_marc() + DOG.as_marc())[:-lost])
    assert read(file) == ["1", BROKEN_OFF]


def test_a_record_that_is_too_long_is_refused_and_never_held(file: Path) -> None:
    with file.open("wb") as out:
        out.write(CAT.as_marc())
        for _ in range(300):
            out.write(b"x" * 100_000)
        out.write(b"\x1d" + DOG.as_marc())
    tracemalloc.start()
    assert read(file) == ["1", "The record is longer than 99999 bytes.", "2"]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 3_000_000


def test_an_empty_file_holds_nothing(file: Path) -> None:
    file.write_bytes(b"")
    assert read(file) == []


def test_a_file_that_is_not_there_is_refused(file: Path) -> None:
    with pytest.raises(FileRefused, match=r".*") as refused:
        read(file)
    assert refused.value.reason == "The file cannot be read: No such file or directory."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        read(tmp_path)


@pytest.mark.parametrize("seed", range(200))
def test_whatever_stands_in_a_file_breaks_no_more_than_records(
    file: Path, mapping: MarcMapping, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - nonsense, not secrets
    content = bytearray(_long_record().as_marc() * 3)
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    file.write_bytes(content)
    assert list(MarcSource(file, mapping, exchange_records).read())


def _long_record() -> Record:
    kana = data("880", ("6", "245-01/$1"), ("a", "ミナト ノ ネコ"))
    return record("1", data("245", ("6", "880-01"), ("a", "港の猫"), indicators="10"), kana)
