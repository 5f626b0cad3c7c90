"""The number of a reservation goes into the QR code of its slip, and comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.carried_reservations import as_line, read_line
from kiosk.domain.carried_titles import read_line as read_titles
from kiosk.domain.reservation_numbers import LAST_COUNT, LAST_KIOSK, reservation_number

NUMBER = reservation_number(1, 17)
numbers = st.builds(reservation_number, st.integers(1, LAST_KIOSK), st.integers(0, LAST_COUNT))


def test_a_number_is_one_line_that_begins_with_our_mark() -> None:
    assert as_line(NUMBER) == f"KIOSKR:{NUMBER};"


@given(numbers.map(as_line))
def test_what_was_carried_away_comes_back_whatever_a_scanner_does_to_letters(line: str) -> None:
    for heard in (line, line.lower(), line.swapcase(), f"{line}\nみなと市立図書館\n坊っちゃん"):
        assert read_line(heard) == line.removeprefix("KIOSKR:").removesuffix(";")
    assert read_titles(line) is None


@pytest.mark.parametrize("divider", [":", "+", "'"])
def test_a_scanner_may_type_for_another_countrys_keyboard(divider: str) -> None:
    assert read_line(as_line(NUMBER).replace(":", divider)) == NUMBER


@pytest.mark.parametrize(
    "text", ["", NUMBER, f"KIOSKR:{NUMBER}", "KIOSKR:0000000001;", "KIOSK1:a;"]
)
def test_a_number_cut_short_or_misread_is_none(text: str) -> None:
    assert read_line(text) is None
