"""The ten digits of a reservation's slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.reservation_numbers import (
    is_reservation_number,
    kiosk_of,
    reservation_number,
)

kiosks = st.integers(1, 999)
counts = st.integers(0, 999_999)


def test_a_number_is_kiosk_counter_and_check_digit() -> None:
    assert reservation_number(3, 17) == "0030000178"


@given(kiosks, counts)
def test_a_number_tells_its_kiosk(kiosk: int, count: int) -> None:
    number = reservation_number(kiosk, count)
    assert is_reservation_number(number)
    assert kiosk_of(number) == kiosk


@given(kiosks, counts, st.integers(0, 9), st.integers(1, 9))
def test_a_mistyped_digit_is_found(kiosk: int, count: int, place: int, by: int) -> None:
    digits = list(reservation_number(kiosk, count))
    digits[place] = str((int(digits[place]) + by) % 10)
    assert not is_reservation_number("".join(digits))


@pytest.mark.parametrize(
    "text", ["", "003000017", "00300001788", "００３００００１７８", "003000017x"]
)
def test_what_is_not_ten_digits_is_no_number(text: str) -> None:
    assert not is_reservation_number(text)


@pytest.mark.parametrize(("kiosk", "count"), [(0, 1), (1000, 1), (1, -1), (1, 1_000_000)])
def test_a_number_outside_its_digits_is_not_made(kiosk: int, count: int) -> None:
    with pytest.raises(AssertionError):
        reservation_number(kiosk, count)
