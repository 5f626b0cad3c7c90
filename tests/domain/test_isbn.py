"""Book numbers as they are typed and scanned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.isbn import is_mistyped_isbn, is_price_row, read_isbn


@pytest.mark.parametrize(
    ("written", "isbn"),
    [
        ("9784949999120", "9784949999120"),
        ("978-4-94-999912-0", "9784949999120"),
        ("９７８‐４‐９４‐９９９９１２‐０", "9784949999120"),
        ("ISBN", None),
        ("9784949999121", None),
        ("4003101014", "9784003101018"),
        ("0-8044-2957-X", "9780804429573"),
        ("0-8044-2957-1", None),
        ("1923000020009", None),
        ("", None),
    ],
)
def test_an_isbn_is_read_in_any_writing(written: str, isbn: str | None) -> None:
    assert read_isbn(written) == isbn


def test_the_lower_barcode_of_a_book_is_known_for_a_price() -> None:
    assert is_price_row("1923000020009")
    assert not is_price_row("9784949999120")


@given(st.text(st.characters()) | st.text("0123456789X-", max_size=15))
def test_anything_may_be_typed(text: str) -> None:
    isbn = read_isbn(text)
    assert isbn is None or len(isbn) == 13


@pytest.mark.parametrize("text", ["9784003101019", "978-4-00-310101-9", "4003101011"])
def test_a_number_as_long_as_an_isbn_with_a_wrong_digit_is_mistyped(text: str) -> None:
    assert is_mistyped_isbn(text)


@pytest.mark.parametrize("text", ["9784003101018", "4003101014", "97840031", "", "ねこ"])
def test_other_numbers_are_right_or_only_begun(text: str) -> None:
    assert not is_mistyped_isbn(text)
