"""The text of a code, whatever the scanner sent around it."""

import pytest

from kiosk.hardware.barcode_scanner.code_text import code_of

JAPANESE = "吾輩は猫である\nこころ"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "shift_jis"])
def test_japanese_is_read_in_either_encoding(encoding: str) -> None:
    assert code_of(JAPANESE.encode(encoding) + b"\r\n") == JAPANESE


@pytest.mark.parametrize(
    "text", ["9784101010014", "A01234567B", "https://example.jp/?q=%E7%8C%AB", "A-$:/.+B"]
)
def test_plain_codes_stay_as_they_are(text: str) -> None:
    assert code_of(text.encode() + b"\r") == text


def test_bytes_of_no_encoding_are_still_some_text() -> None:
    assert code_of(b"\xe912345678\r") == "é12345678"


def test_control_characters_are_left_out_but_lines_and_tabs_within() -> None:
    assert code_of(b"\x02\x1b01\x1d2\t3\r4\x7f\x03\r\n") == "012\t3\n4"


def test_only_an_ending_is_no_code() -> None:
    assert code_of(b"\r\n\t") == ""
