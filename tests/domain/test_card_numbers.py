import pytest

from kiosk.domain.card_numbers import bare_number
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy


@pytest.mark.rule("L1")
@pytest.mark.parametrize(
    ("read", "number"),
    [
        ("01234567", "01234567"),
        ("A01234567A", "01234567"),
        ("b01234567d", "01234567"),
        ("A01234567", "A01234567"),  # one of them alone belongs to something else
        ("A", "A"),
        ("", ""),
    ],
)
def test_start_and_stop_characters_are_no_part_of_the_number(read: str, number: str) -> None:
    assert bare_number(CardNumber(read), CardPolicy()) == number
