"""The slip of a reservation, read back from its picture."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from kiosk.domain.looks import Language
from kiosk.domain.reservations import Reservation
from kiosk.domain.titles import CallNumber
from kiosk.slips.reservation import PillowSlips
from kiosk.words.words import Words
from tests.slips.conftest import ListeningFonts, Scan
from tests.slips.samples import STANDPOINT, TOKYO

LONG_TITLE = "世界の終りとハードボイルド・ワンダーランドをめぐる旅の記録、上巻"


def _picture(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


@pytest.mark.parametrize("language", Words.offered)
def test_a_scanner_reads_the_number(
    slips: PillowSlips, reservation: Reservation, scan: Scan, language: Language
) -> None:
    slip = slips.reservation(reservation, language)
    assert scan(slip.picture)["codabar"] == "A2611200417A"


@pytest.mark.parametrize("language", Words.offered)
def test_a_phone_reads_what_the_slip_says(
    slips: PillowSlips, reservation: Reservation, scan: Scan, language: Language
) -> None:
    slip = slips.reservation(reservation, language)
    assert scan(slip.picture)["qrcode"] == slip.text
    assert scan(slip.qr) == {"qrcode": slip.text}


def test_a_phone_reads_the_slip_of_a_very_long_title(
    slips: PillowSlips, reservation: Reservation, scan: Scan
) -> None:
    endless = replace(reservation, title_name=LONG_TITLE * 100)
    slip = slips.reservation(endless, Language.JAPANESE)
    assert scan(slip.qr) == {"qrcode": slip.text}


def test_paper_is_576_dots_wide_and_black_or_white(
    slips: PillowSlips, reservation: Reservation
) -> None:
    picture = _picture(slips.reservation(reservation, Language.JAPANESE).picture)
    assert picture.width == 576
    assert picture.mode == "1"


@pytest.mark.parametrize("language", Words.offered)
def test_nothing_touches_the_edges_of_the_paper(
    slips: PillowSlips, reservation: Reservation, language: Language
) -> None:
    long = replace(reservation, title_name=LONG_TITLE, is_kept=True, position=None)
    picture = _picture(slips.reservation(long, language).picture).convert("L")
    ink = picture.point(lambda light: 255 - light).getbbox()
    assert ink is not None
    assert ink[0] >= 20
    assert ink[2] <= 576 - 20


def test_a_long_title_wraps_and_makes_the_paper_longer(
    slips: PillowSlips, reservation: Reservation
) -> None:
    short = _picture(slips.reservation(reservation, Language.JAPANESE).picture)
    titled = replace(reservation, title_name=LONG_TITLE)
    long = _picture(slips.reservation(titled, Language.JAPANESE).picture)
    assert long.height >= short.height + 2 * 60


def test_the_whole_of_a_long_title_is_on_the_paper(words: Words, reservation: Reservation) -> None:
    fonts = ListeningFonts()
    titled = replace(reservation, title_name=LONG_TITLE)
    PillowSlips(words, STANDPOINT, fonts, TOKYO).reservation(titled, Language.JAPANESE)
    lines = {text for text in fonts.heard if len(text) > 1 and text in LONG_TITLE}
    assert any(LONG_TITLE.startswith(line) for line in lines)
    assert any(LONG_TITLE.endswith(line) for line in lines)
    assert not any("…" in text for text in fonts.heard)


@pytest.mark.parametrize("language", Words.offered)
def test_the_paper_says_nothing_but_what_the_qr_code_says(
    words: Words, reservation: Reservation, language: Language
) -> None:
    fonts = ListeningFonts()
    slip = PillowSlips(words, STANDPOINT, fonts, TOKYO).reservation(reservation, language)
    drawn = {text for text in fonts.heard if not _is_reading(text)}
    assert {text for text in drawn if text.strip() not in slip.text} == set()


def _is_reading(text: str) -> bool:
    return all("ぁ" <= character <= "ゖ" for character in text)


def test_the_slip_without_a_call_number_has_no_label(
    slips: PillowSlips, reservation: Reservation
) -> None:
    bare = replace(reservation, call_number=CallNumber(""))
    without = _picture(slips.reservation(bare, Language.JAPANESE).picture)
    with_label = _picture(slips.reservation(reservation, Language.JAPANESE).picture)
    assert without.height < with_label.height


def test_the_same_reservation_gives_the_same_slip(
    slips: PillowSlips, reservation: Reservation
) -> None:
    first = slips.reservation(reservation, Language.JAPANESE)
    assert slips.reservation(reservation, Language.JAPANESE) == first
