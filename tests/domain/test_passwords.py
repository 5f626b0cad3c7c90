from datetime import date

import pytest

from kiosk.domain.errors import PasswordNotAllowed
from kiosk.domain.passwords import check_new_password, initial_password
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import PasswordPolicy

POLICY = PasswordPolicy()
BORN_ON = date(2020, 9, 10)


@pytest.mark.rule("L2")
@pytest.mark.parametrize(
    ("card", "initial"),
    [
        ("01234567", "45670910"),  # the guide's own example
        ("A01234567B", "45670910"),  # start and stop characters are no digits
        ("a01234567d", "45670910"),
        ("00000000", "00000910"),
        ("123", "1230910"),  # shorter than the rule foresees: what is there
    ],
)
def test_the_initial_password_is_the_end_of_the_number_and_the_birthday(
    card: str, initial: str
) -> None:
    assert initial_password(CardNumber(card), BORN_ON, POLICY) == initial


@pytest.mark.rule("L4")
@pytest.mark.parametrize("password", ["abcd", "0000", "A" * 20, "sakura2026", "4567091"])
def test_4_to_20_letters_and_digits_may_be_chosen(password: str) -> None:
    check_new_password(password, "45670910", POLICY)


@pytest.mark.rule("L3", "L4")
@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("abc", "length"),
        ("", "length"),
        ("A" * 21, "length"),
        ("ａｂｃｄ１２", "letters"),  # full-width
        ("さくら2026", "letters"),
        ("sakura 2026", "letters"),
        ("sakura-2026", "letters"),
        ("passwörd", "letters"),
        ("abc\u0664", "letters"),  # a digit, but not of this alphabet
        ("abcd\n", "letters"),
        ("45670910", "initial"),
    ],
)
def test_others_are_refused_with_the_reason(password: str, reason: str) -> None:
    with pytest.raises(PasswordNotAllowed) as refused:
        check_new_password(password, "45670910", POLICY)
    assert refused.value == PasswordNotAllowed(reason, shortest=4, longest=20)


def test_the_bounds_are_the_librarys() -> None:
    with pytest.raises(PasswordNotAllowed) as refused:
        check_new_password("abcdefg", "45670910", PasswordPolicy(shortest=8, longest=64))
    assert refused.value == PasswordNotAllowed("length", shortest=8, longest=64)
