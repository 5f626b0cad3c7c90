"""Check digits of library cards: published vectors, and both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.check_digits import check_digit, is_right
from kiosk.domain.policy import CheckScheme

VECTORS = [
    (CheckScheme.M10W21, "12345678", "2"),
    (CheckScheme.M10W21, "3023400051786", "1"),
    (CheckScheme.M10W31, "000009999", "8"),
    (CheckScheme.M11W27, "01234567", "4"),
    (CheckScheme.M16, "01234567", "4"),
    (CheckScheme.M16, "12345678", ":"),
    (CheckScheme.MODULO_7, "99991234567", "0"),
    (CheckScheme.MODULO_7, "01234567", "5"),
    (CheckScheme.MODULO_7_COMPLEMENT, "01234567", "2"),
]

checked_schemes = st.sampled_from([s for s in CheckScheme if s is not CheckScheme.NONE])
bodies = st.text("0123456789", min_size=4, max_size=19)


@pytest.mark.parametrize(("scheme", "body", "last"), VECTORS)
def test_a_scheme_gives_the_published_digit(scheme: CheckScheme, body: str, last: str) -> None:
    assert check_digit(body, scheme) == last


@pytest.mark.parametrize(("scheme", "body", "last"), VECTORS)
def test_another_digit_is_refused(scheme: CheckScheme, body: str, last: str) -> None:
    assert is_right(body + last, scheme)
    assert not any(is_right(body + other, scheme) for other in "0123456789:" if other != last)


def test_without_a_scheme_any_digits_are_a_number() -> None:
    assert check_digit("01234567", CheckScheme.NONE) == ""
    assert is_right("01234567", CheckScheme.NONE)
    assert not is_right("0123456X", CheckScheme.NONE)


@given(body=bodies, scheme=checked_schemes)
def test_what_a_scheme_made_it_finds_right(body: str, scheme: CheckScheme) -> None:
    assert is_right(body + check_digit(body, scheme), scheme)


@given(body=bodies, place=st.integers(0, 18), add=st.integers(1, 9))
def test_one_digit_mistyped_is_always_found_by_modulus_ten(body: str, place: int, add: int) -> None:
    number = body + check_digit(body, CheckScheme.M10W21)
    place %= len(body)
    mistyped = str((int(number[place]) + add) % 10)
    assert not is_right(number[:place] + mistyped + number[place + 1 :], CheckScheme.M10W21)


def test_start_and_stop_count_in_modulus_sixteen() -> None:
    assert check_digit("01234567", CheckScheme.M16, "A", "B") == "3"
    assert not is_right("012345674", CheckScheme.M16, "A", "B")
