"""What is told from typing by its time alone."""

import pytest

from kiosk.hardware.barcode_scanner.code_text import LONGEST
from kiosk.hardware.barcode_scanner.key_bursts import KeyBurst
from kiosk.hardware.barcode_scanner.scanner_settings import Ending, ScannerSettings


def burst_of(text: str, ending: Ending = Ending.ANY) -> KeyBurst:
    burst = KeyBurst(ScannerSettings(ending=ending))
    for at_ms, sign in enumerate(text):
        burst.take(sign, at_ms)
    return burst


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("A01234567B\n", "A01234567B"),
        ("9784101010014\t", "9784101010014"),
        ("123456\n", "123456"),
        ("12\n3456\n", "12\n3456"),
        ("1234567\nab", "1234567\nab"),
    ],
)
def test_six_characters_and_an_ending_are_a_code(typed: str, code: str) -> None:
    assert burst_of(typed).code() == code


@pytest.mark.parametrize("typed", ["", "\n", "12345\n", "1234567890", "\x1b\x1b\x1b\x1b\x1b\x1b\n"])
def test_anything_else_is_typing(typed: str) -> None:
    assert burst_of(typed).code() is None


def test_a_scanner_without_an_ending_needs_its_six_characters_only() -> None:
    assert burst_of("123456", Ending.PAUSE).code() == "123456"
    assert burst_of("12345", Ending.PAUSE).code() is None


def test_keys_belong_together_while_less_than_a_gap_is_between_them() -> None:
    burst = KeyBurst(ScannerSettings())
    assert burst.is_joined_by(10_000)
    burst.take("1", 10_000)
    assert burst.is_joined_by(10_034)
    assert not burst.is_joined_by(10_035)


def test_a_slower_scanner_has_a_longer_gap() -> None:
    burst = KeyBurst(ScannerSettings(gap_ms=80))
    burst.take("1", 0)
    assert burst.is_joined_by(79)


def test_what_is_too_long_is_neither_code_nor_typing() -> None:
    assert burst_of("1" * LONGEST + "\n").code() == ""
    assert burst_of("1" * (2 * LONGEST)).code() == ""
