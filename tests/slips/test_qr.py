"""Plain text as a QR code."""

import pytest

from kiosk.slips.paper import INNER_DOTS, png_of
from kiosk.slips.qr import draw_qr
from tests.slips.conftest import Scan


@pytest.mark.parametrize(
    "text", ["Your reservation", "予約のひかえ\n吾輩は猫である", "𠮷田 한국", "猫"]
)
def test_a_camera_reads_what_was_said(scan: Scan, text: str) -> None:
    assert scan(png_of(draw_qr(text))) == {"qrcode": text}


@pytest.mark.parametrize("length", [1, 100, 500])
def test_the_code_fits_on_the_paper(length: int) -> None:
    assert draw_qr("猫" * length).width <= INNER_DOTS
