"""What comes out: the one layout dot for dot, letters that are right, codes that scanners read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pytest
from PIL import Image, ImageChops

from kiosk.domain.looks import Language
from kiosk.domain.slips import Slip
from kiosk.hardware.slip_printer import commands
from kiosk.hardware.slip_printer.escpos import EscposSlipPrinter
from kiosk.hardware.slip_printer.letters import can_say
from kiosk.hardware.slip_printer.raster import fitted, strips
from kiosk.hardware.slip_printer.setup import Cut, Mode, PrinterSetup
from tests.devices.slips import SLIP, reserved
from tests.devices.virtual_printer.machine import VirtualPrinter
from tests.devices.virtual_printer.paper import png_of
from tests.reading_codes import can_read_codes, read_codes

SLIPS = {
    "Japanese": SLIP,
    "easy Japanese": reserved(Language.EASY_JAPANESE),
    "English": reserved(Language.ENGLISH),
    "a Chinese book": reserved(title="骆驼祥子"),
    "a Korean book": reserved(Language.ENGLISH, "토지 제1부"),
}
NUMBER = "A2611200417A"


@dataclass
class Printed:
    piece: Image.Image
    data: bytes
    said: str

    @property
    def is_lettered(self) -> bool:
        return commands.JAPANESE in self.data


Scan = Callable[[Printed], dict[str, str]]


@pytest.fixture
def scan(tmp_path: Path) -> Scan:
    """Reads a slip as a scanner does: what each kind of code says."""
    if not can_read_codes():
        pytest.skip("zbarimg of Debian's zbar-tools is not installed")
    return lambda one: read_codes(png_of(one.piece), tmp_path)


class Print(Protocol):
    def __call__(self, slip: Slip, **settings: object) -> Printed: ...


@pytest.fixture
def printed(tmp_path: Path) -> Print:
    def print_one(slip: Slip, **settings: object) -> Printed:
        file = tmp_path / "slip.bin"
        file.unlink(missing_ok=True)
        setup = PrinterSetup(f"file:{file}", **settings)  # type: ignore[arg-type]
        EscposSlipPrinter(setup).print(slip)
        virtual = VirtualPrinter(setup.dots)
        virtual.hear(file.read_bytes())
        assert virtual.faults == []
        [piece] = virtual.paper.pieces
        return Printed(piece, file.read_bytes(), virtual.said)

    return print_one


@pytest.mark.parametrize("width_mm", [58, 80])
@pytest.mark.parametrize(
    ("book", "mode"),
    [(book, Mode.RASTER) for book in SLIPS] + [("Japanese", Mode.TEXT), ("English", Mode.TEXT)],
)
def test_bars_and_code_are_read_from_every_paper(
    printed: Print, scan: Scan, book: str, mode: Mode, width_mm: int
) -> None:
    slip = SLIPS[book]
    read = scan(printed(slip, mode=mode, width_mm=width_mm))
    assert read == {"codabar": NUMBER, "qrcode": slip.text}


@pytest.mark.parametrize("width_mm", [58, 80])
def test_a_long_title_s_code_is_read_too(printed: Print, scan: Scan, width_mm: int) -> None:
    slip = reserved(title="港町の暮らしと人びとの記録 " * 24)
    assert scan(printed(slip, width_mm=width_mm))["qrcode"] == slip.text


def test_the_one_layout_comes_out_dot_for_dot(printed: Print) -> None:
    drawn = Image.open(BytesIO(SLIP.picture)).convert("1")
    piece = printed(SLIP).piece
    same = piece.crop((0, 0, *drawn.size))
    assert ImageChops.difference(same.convert("L"), drawn.convert("L")).getbbox() is None


def test_white_rows_and_white_edges_are_not_sent(printed: Print) -> None:
    whole = 576 // 8 * Image.open(BytesIO(SLIP.picture)).height
    assert len(printed(SLIP).data) < whole * 0.6


def test_no_strip_is_more_than_a_small_buffer_holds() -> None:
    picture = fitted(SLIP.picture, 576)
    heights = [strip.height for strip in strips(picture)]
    assert sum(heights) == picture.height
    assert max(len(strip.command) for strip in strips(picture)) <= 1024


def test_dots_are_never_taken_for_a_command_that_is_obeyed_at_once() -> None:
    """A real printer would answer, or open a drawer, in the middle of a picture."""
    rows = b"".join(bytes((0x10, then, 0x01, 0x10, 0x14, 0x08)) for then in (4, 5, 0x14))
    picture = Image.frombytes("1", (48, 3), bytes(byte ^ 0xFF for byte in rows))
    virtual = VirtualPrinter(48)
    answered: list[bytes] = []
    virtual.answer = answered.append
    for strip in strips(picture):
        virtual.hear(strip.command)
    virtual.hear(commands.cut(Cut.FULL))
    assert (virtual.faults, answered) == ([], [])
    assert virtual.paper.pieces[0].height > 3


@pytest.mark.parametrize("cut", Cut)
def test_every_way_to_end_a_slip_frees_it(printed: Print, cut: Cut) -> None:
    assert commands.cut(cut) in printed(SLIP, cut=cut).data


# ---- in the printer's own letters


@pytest.mark.parametrize("width_mm", [58, 80])
@pytest.mark.parametrize("language", [Language.JAPANESE, Language.ENGLISH])
def test_letters_say_what_the_code_says_and_nothing_else(
    printed: Print, language: Language, width_mm: int
) -> None:
    slip = reserved(language)
    lettered = printed(slip, mode=Mode.TEXT, width_mm=width_mm)
    assert lettered.is_lettered
    assert without_spaces(lettered.said) == without_spaces(slip.text)
    assert len(lettered.data) < len(printed(slip, width_mm=width_mm).data)


@pytest.mark.parametrize("letter", ["𠮷", "髙", "é", "①", "한", "们", "🐈"])
def test_letters_that_not_every_printer_has_make_the_slip_a_picture(
    printed: Print, letter: str
) -> None:
    assert not can_say(letter)
    slip = reserved(title=f"{letter}の本")
    piece = printed(slip, mode=Mode.TEXT)
    assert not piece.is_lettered
    assert png_of(piece.piece) == png_of(printed(slip, mode=Mode.RASTER).piece)


@pytest.mark.parametrize("text", ["図書館～本－館", "〜−‖", "ﾊﾝｶｸ", "Soseki (1905) [v.1] ~"])
def test_signs_that_codes_differ_in_are_right(text: str) -> None:
    assert can_say(text)


@pytest.mark.parametrize("mode", Mode)
def test_nothing_of_the_patron_is_on_paper(printed: Print, scan: Scan, mode: Mode) -> None:
    """Whoever finds a slip learns what somebody reads, never who."""
    one = printed(SLIP, mode=mode)
    said = one.said + "".join(scan(one).values())
    assert SLIP.number in said
    allowed = without_spaces(SLIP.text + NUMBER)
    assert set(without_spaces(said)) <= set(allowed)
    for number in re.findall(r"\d{5,}", said):
        assert number == SLIP.number


def test_the_simplest_slip_without_a_number_has_no_bars(printed: Print, scan: Scan) -> None:
    slip = replace(SLIP, number="")
    assert "codabar" not in scan(printed(slip, mode=Mode.TEXT))


def without_spaces(text: str) -> str:
    return "".join(text.split())
