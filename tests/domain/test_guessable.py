"""Which passwords somebody would try first."""

from datetime import date

import pytest

from kiosk.domain.errors import PasswordNotAllowed
from kiosk.domain.guessable import Guess, Known, guess_of
from kiosk.domain.passwords import check_new_password
from kiosk.domain.policy import PasswordPolicy

MIDORI = Known("A01239854B", date(2020, 9, 5), "086-223-8157")


@pytest.mark.parametrize(
    "password",
    [
        "0905",
        "905",
        "0509",
        "202009",
        "20200905",
        "200905",
        "09052020",
        "05092020",
        "090520",
        "050920",
        "202095",
        "r020905",
        "R2905",
        "020905",
    ],
)
def test_a_birthday_in_any_usual_order(password: str) -> None:
    assert guess_of(password, MIDORI) is Guess.ABOUT_YOU


@pytest.mark.parametrize(
    ("born_on", "password"),
    [
        (date(1989, 1, 7), "s640107"),  # the last day of one era
        (date(1989, 1, 8), "h010108"),
        (date(2019, 5, 1), "r010501"),
        (date(1925, 3, 9), "t140309"),
        (date(1901, 3, 9), "19010309"),
    ],
)
def test_a_birthday_in_the_years_of_its_era(born_on: date, password: str) -> None:
    assert guess_of(password, Known("0", born_on)) is Guess.ABOUT_YOU


@pytest.mark.parametrize("password", ["01239854", "9854", "0123985", "239854", "98540905"])
def test_digits_of_the_card_alone_or_with_the_birthday(password: str) -> None:
    assert guess_of(password, MIDORI) is Guess.ABOUT_YOU


@pytest.mark.parametrize("password", ["0862238157", "2238157", "8157", "223815720200905"])
def test_the_end_of_the_telephone_number(password: str) -> None:
    assert guess_of(password, MIDORI) is Guess.ABOUT_YOU


@pytest.mark.parametrize(
    "password",
    ["0000", "zzzzzzzz", "AAAA", "1122", "1212", "sakusaku", "123123", "aaaa1111"],
)
def test_the_same_again_and_again(password: str) -> None:
    assert guess_of(password, MIDORI) is Guess.PATTERN


@pytest.mark.parametrize(
    "password",
    [
        "1234",
        "4321",
        "7890",
        "abcd",
        "dcba",
        "qwert",
        "poiuyt",
        "mnbvcxz",
        "abc123",
        "Qwerty123",
        "147258369",
        "2580",
        "1234567890abc",
    ],
)
def test_keys_in_a_row(password: str) -> None:
    assert guess_of(password, MIDORI) is Guess.PATTERN


@pytest.mark.parametrize(
    "password",
    ["sakura2026", "midori26", "8306", "7419", "h4Tz", "9054", "0906", "3985x", "abcd8", "12ab"],
)
def test_what_has_to_be_tried_may_be_chosen(password: str) -> None:
    assert guess_of(password, MIDORI) is None


@pytest.mark.rule("L4")
@pytest.mark.parametrize("password", ["0000", "0905", "9854"])
def test_a_library_that_keeps_to_the_guide_lets_all_be_chosen(password: str) -> None:
    check_new_password(password, "98540905", PasswordPolicy(), MIDORI)


@pytest.mark.parametrize(
    ("password", "reason"),
    [("0000", "pattern"), ("0905", "about_you"), ("98540905", "initial"), ("000", "length")],
)
def test_a_library_may_refuse_them_with_the_reason(password: str, reason: str) -> None:
    policy = PasswordPolicy(refuses_guessable=True)
    with pytest.raises(PasswordNotAllowed) as refused:
        check_new_password(password, "98540905", policy, MIDORI)
    assert refused.value.reason == reason


def test_the_longest_password_takes_no_time() -> None:
    assert guess_of("12" * 31 + "1x", MIDORI) is None


def test_what_is_known_of_somebody_is_no_part_of_a_traceback() -> None:
    assert repr(MIDORI) == "Known()"
