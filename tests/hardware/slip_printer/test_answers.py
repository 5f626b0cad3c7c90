"""A printer's bytes are told apart, and its bits are understood."""

import pytest

from kiosk.domain.devices import Condition
from kiosk.hardware.slip_printer.answers import Answer, Answers, Kind
from kiosk.hardware.slip_printer.state import PrinterState

WELL = (0x12, 0x12, 0x12, 0x12)
XON, XOFF = b"\x11", b"\x13"


def test_a_printer_that_is_well_is_ready() -> None:
    assert PrinterState.of_answers(*WELL).health.condition is Condition.READY


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ((0x1A, 0x12, 0x12, 0x12), "offline"),
        ((0x1A, 0x16, 0x12, 0x12), "cover_open"),
        ((0x1A, 0x32, 0x12, 0x7E), "paper_out"),
        ((0x12, 0x12, 0x12, 0x72), "paper_out"),
        ((0x12, 0x12, 0x12, 0x1E), "paper_low"),
        ((0x1A, 0x52, 0x1A, 0x12), "cutter"),
        ((0x1A, 0x52, 0x32, 0x12), "offline"),  # no hand helps
        ((0x1A, 0x52, 0x52, 0x12), "offline"),  # the head is hot
        ((0x1A, 0x36, 0x12, 0x72), "cover_open"),  # which lifts the paper off its sensor
    ],
)
def test_what_keeps_it_from_printing_has_a_code(
    answers: tuple[int, int, int, int], why: str
) -> None:
    assert PrinterState.of_answers(*answers).health.why == why


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ((0x10, 0x00, 0x00, 0x00), ""),
        ((0x38, 0x00, 0x00, 0x00), "cover_open"),
        ((0x18, 0x00, 0x0C, 0x00), "paper_out"),
        ((0x10, 0x00, 0x03, 0x00), "paper_low"),
        ((0x18, 0x08, 0x00, 0x00), "cutter"),
        ((0x18, 0x20, 0x00, 0x00), "offline"),
    ],
)
def test_what_it_tells_unasked_means_the_same(told: tuple[int, int, int, int], why: str) -> None:
    assert PrinterState.of_own_accord(*told).health.why == why


def test_answers_are_told_apart_however_they_are_cut() -> None:
    answers = Answers()
    unasked = b"\x18\x00\x0c\x00"
    came = XON + b"\x12" + unasked[:2] + XOFF + b"\x1a" + unasked[2:] + b"\x03"
    told = [answer for byte in came for answer in answers.take(bytes([byte]))]
    assert told == [
        Answer(Kind.STATUS, b"\x12"),
        Answer(Kind.STATUS, b"\x1a"),
        Answer(Kind.UNASKED, unasked),
        Answer(Kind.THROUGH, b"\x03"),
    ]


def test_no_byte_at_all_ends_the_understanding() -> None:
    answers = Answers()
    for byte in bytes(range(256)) * 2:
        list(answers.take(bytes([byte])))
    assert list(answers.take(b"\x10\x00\x00\x00\x12"))[-1] == Answer(Kind.STATUS, b"\x12")
