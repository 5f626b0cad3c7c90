"""A number as NW-7 bars."""

import pytest

from kiosk.slips.barcode import NARROW, QUIET, draw_barcode
from kiosk.slips.paper import INNER_DOTS, png_of
from tests.slips.conftest import Scan


@pytest.mark.parametrize("number", ["0000000000", "2611200417", "9999999999"])
def test_a_scanner_reads_what_was_drawn(scan: Scan, number: str) -> None:
    assert scan(png_of(draw_barcode(number))) == {"codabar": f"A{number}A"}


def test_the_quiet_zones_are_kept() -> None:
    image = draw_barcode("2611200417").convert("L")
    ink = image.point(lambda light: 255 - light).getbbox()
    assert ink is not None
    assert ink[0] == QUIET >= 10 * NARROW
    assert image.width - ink[2] >= QUIET


def test_ten_digits_fit_on_the_paper() -> None:
    assert draw_barcode("2611200417").width <= INNER_DOTS + 2 * QUIET
