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

FIND_EVERY_DIGIT = [CheckScheme.M10W21, CheckScheme.M10W31, CheckScheme.M16]
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


@pytest.mark.parametrize("scheme", FIND_EVERY_DIGIT)
@given(body=bodies, place=st.integers(0, 19), add=st.integers(1, 9))
def test_a_scheme_that_promises_it_finds_every_single_digit_mistyped(
    scheme: CheckScheme, body: str, place: int, add: int
) -> None:
    number = body + check_digit(body, scheme)
    mistyped = _mistyped(number, place % len(number), add)
    assert not is_right(mistyped, scheme)


@given(body=bodies, add=st.integers(1, 9), scheme=checked_schemes)
def test_every_scheme_finds_its_own_digit_mistyped(
    body: str, add: int, scheme: CheckScheme
) -> None:
    number = body + check_digit(body, scheme)
    assert not is_right(_mistyped(number, len(body), add), scheme)


@pytest.mark.parametrize(
    ("scheme", "right", "wrong"),
    [
        (CheckScheme.MODULO_7, "012345675", "082345675"),  # a 1 read as 8: seven more
        (CheckScheme.MODULO_7_COMPLEMENT, "012345672", "082345672"),
        (CheckScheme.M11W27, "000000000", "000000060"),  # remainders 0 and 10 are written 0
    ],
)
def test_the_other_schemes_cannot_find_every_one(
    scheme: CheckScheme, right: str, wrong: str
) -> None:
    assert is_right(right, scheme)
    assert is_right(wrong, scheme)


def _mistyped(number: str, place: int, add: int) -> str:
    """Another sign at one place; the check character of M16 may be no digit."""
    known = number[place]
    other = str((int(known) + add) % 10) if known.isdigit() else str(add)
    return number[:place] + other + number[place + 1 :]


def test_start_and_stop_count_in_modulus_sixteen() -> None:
    assert check_digit("01234567", CheckScheme.M16, "A", "B") == "3"
    assert not is_right("012345674", CheckScheme.M16, "A", "B")
