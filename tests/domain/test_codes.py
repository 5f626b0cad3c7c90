"""What a scanned text is understood as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.codes import (
    Isbn,
    LibraryCard,
    PriceRow,
    SlipNumber,
    StaffCard,
    Unknown,
    understand,
)
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy, CheckScheme
from kiosk.domain.reservation_numbers import reservation_number

PLAIN = CardPolicy()
CARD = LibraryCard(CardNumber("01234567"))


@pytest.mark.rule("L1", "L9")
@pytest.mark.parametrize(
    "scanned",
    [
        "01234567",
        "A01234567A",
        "a01234567a",
        "C01234567D",
        "01234567\r\n",
        " 01234567\t",
        "０１２３４５６７",
        "\x02A01234567A\x03",
    ],
)
def test_a_library_card_is_known_however_the_scanner_hands_it_over(scanned: str) -> None:
    assert understand(scanned, PLAIN) == CARD


@pytest.mark.parametrize(
    "scanned",
    ["", "0123456", "012345678", "A01234567", "0123456X", "E01234567E", "AA", "A", "٠" * 8],
)
def test_what_has_another_form_is_no_library_card(scanned: str) -> None:
    assert understand(scanned, PLAIN) == Unknown()


def test_letters_that_the_library_does_not_use_are_refused() -> None:
    only_a = CardPolicy(start_stop="A")
    assert understand("a01234567a", only_a) == CARD
    assert understand("B01234567B", only_a) == Unknown()


@pytest.mark.rule("L1")
def test_a_card_with_a_wrong_check_digit_is_refused() -> None:
    checked = CardPolicy(digits=14, check=CheckScheme.M10W21)
    assert understand("A30234000517861A", checked) == LibraryCard(CardNumber("30234000517861"))
    assert understand("A30234000517862A", checked) == Unknown()


def test_a_check_character_that_is_no_digit_belongs_to_the_number() -> None:
    checked = CardPolicy(digits=9, check=CheckScheme.M16, start_stop="A")
    assert understand("A12345678:A", checked) == LibraryCard(CardNumber("12345678:"))
    assert understand("12345678:", checked) == LibraryCard(CardNumber("12345678:"))
    assert understand("A12345678+A", checked) == Unknown()


def test_a_books_upper_row_is_its_isbn_and_the_lower_its_price() -> None:
    assert understand("9784101010014", PLAIN) == Isbn("9784101010014")
    assert understand("1920193005504", PLAIN) == PriceRow()


def test_an_isbn_misread_by_the_scanner_is_nothing() -> None:
    assert understand("9784101010013", PLAIN) == Unknown()


def test_the_number_on_a_slip_is_known() -> None:
    number = reservation_number(3, 41)
    assert understand(number, PLAIN) == SlipNumber(number)
    assert understand(f"A{number}A", PLAIN) == SlipNumber(number)


def test_ten_digit_cards_go_before_the_numbers_of_slips() -> None:
    number = reservation_number(3, 41)
    assert understand(number, CardPolicy(digits=10)) == LibraryCard(CardNumber(number))


def test_a_staff_card_is_known_by_the_librarys_own_list() -> None:
    assert understand("A99990001A\r", PLAIN, {"A99990001A"}.__contains__) == StaffCard("A99990001A")


@given(st.text(max_size=300))
def test_no_text_whatever_makes_it_stumble(text: str) -> None:
    understand(text, PLAIN)
    understand(text, CardPolicy(digits=9, check=CheckScheme.M16))


def test_card_numbers_are_not_shown_where_values_are_written_down() -> None:
    assert "0123" not in repr(CARD)
    assert "0001" not in repr(StaffCard("A0001A"))
