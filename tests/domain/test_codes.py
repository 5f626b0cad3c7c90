"""What a scanned text is understood as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.carried_titles import as_line
from kiosk.domain.codes import (
    Isbn,
    ItemCode,
    ItemCodes,
    LibraryCard,
    NotOurs,
    PriceRow,
    SlipNumber,
    StaffCard,
    TitleList,
    Unknown,
    is_nobody,
    library_card,
    understand,
)
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy, CheckScheme, ItemPolicy
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.titles import TitleId

PLAIN = CardPolicy()
LONG = CardPolicy(digits=14, check=CheckScheme.M10W21)
MISREAD = Unknown(NotOurs.CARD_MISREAD)
ITEM = "30014015"  # the demonstration's form: eight digits, M10W31
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
    assert library_card("B01234567B", only_a) is None


@pytest.mark.rule("L1")
def test_a_card_with_a_wrong_check_digit_is_refused() -> None:
    assert understand("A30234000517861A", LONG) == LibraryCard(CardNumber("30234000517861"))
    assert understand("A30234000517862A", LONG) == MISREAD


def test_a_check_character_that_is_no_digit_belongs_to_the_number() -> None:
    checked = CardPolicy(digits=9, check=CheckScheme.M16, start_stop="A")
    assert understand("A12345678:A", checked) == LibraryCard(CardNumber("12345678:"))
    assert understand("12345678:", checked) == LibraryCard(CardNumber("12345678:"))
    assert understand("A12345678+A", checked) == MISREAD
    assert understand("A1234567 8A", checked) == Unknown()


@pytest.mark.rule("L9")
@pytest.mark.parametrize(
    "scanned", ["CARD:01234567", "card:01234567", "CARD:A01234567B", "01234567", "A01234567A"]
)
def test_the_digital_card_is_known_as_a_barcode_and_as_a_qr_code(scanned: str) -> None:
    assert understand(scanned, CardPolicy(qr_prefix="CARD:")) == CARD


@pytest.mark.rule("L9")
def test_the_qr_code_of_a_digital_card_may_be_an_address_of_the_library() -> None:
    policy = CardPolicy(qr_prefix="https://library.example/card/")
    assert understand("https://library.example/card/01234567", policy) == CARD
    assert understand("https://library.example/card/0123", policy) == MISREAD
    assert understand("https://library.example/events", policy) == Unknown(NotOurs.ADDRESS)


def test_a_books_upper_row_is_its_isbn_and_the_lower_its_price() -> None:
    assert understand("9784101010014", PLAIN) == Isbn("9784101010014")
    assert understand("1920193005504", PLAIN) == PriceRow()
    assert understand("1910193005507", PLAIN) == PriceRow()


@pytest.mark.parametrize("scanned", ["978-4-10-101001-4", "4101010013", "4-10-101001-3"])
def test_an_isbn_may_have_ten_digits_and_hyphens(scanned: str) -> None:
    assert understand(scanned, PLAIN) == Isbn("9784101010014")


def test_what_could_be_an_isbn_of_ten_digits_is_the_number_of_a_slip() -> None:
    both = next(
        number for count in range(1000) if _is_short_isbn(number := reservation_number(3, count))
    )
    assert understand(both, PLAIN) == SlipNumber(both)


def _is_short_isbn(number: str) -> bool:
    return sum(int(digit) * (10 - place) for place, digit in enumerate(number)) % 11 == 0


def test_an_isbn_misread_by_the_scanner_is_nothing() -> None:
    assert understand("9784101010013", PLAIN) == Unknown()


def test_the_number_on_a_slip_is_known() -> None:
    number = reservation_number(3, 41)
    assert understand(number, PLAIN) == SlipNumber(number)
    assert understand(f"A{number}A", PLAIN) == SlipNumber(number)


def test_ten_digit_cards_go_before_the_numbers_of_slips() -> None:
    number = reservation_number(3, 41)
    assert understand(number, CardPolicy(digits=10)) == LibraryCard(CardNumber(number))


@pytest.mark.parametrize("of_a_book", ["9784003101018", "1920193008000", ITEM, f"a{ITEM}b"])
def test_what_is_certainly_a_books_is_not_looked_for_among_the_staff(of_a_book: str) -> None:
    """Each staff card costs a slow hash; a reader with a book in hand does not wait for it."""
    asked: list[str] = []

    def is_staff_card(code: str) -> bool:
        asked.append(code)
        return True

    items = ItemCodes(is_known=lambda code: code == ITEM)
    understood = understand(of_a_book, PLAIN, is_staff_card, items)
    assert isinstance(understood, Isbn | PriceRow | ItemCode)
    assert asked == []


def test_a_staff_card_is_known_by_the_librarys_own_list() -> None:
    assert understand("A99990001A\r", PLAIN, {"A99990001A"}.__contains__) == StaffCard("A99990001A")


def test_an_items_barcode_is_known_by_its_form() -> None:
    assert understand(ITEM, LONG) == ItemCode(ITEM)
    assert understand(f"a{ITEM}d", LONG) == ItemCode(ITEM)
    assert understand("30014016", LONG) == MISREAD


def test_where_card_and_item_share_a_form_the_kiosks_own_copy_knows_the_item() -> None:
    known = ItemCodes(ItemPolicy(), {ITEM}.__contains__)
    assert understand(ITEM, PLAIN, is_nobody, known) == ItemCode(ITEM)
    assert understand(f"A{ITEM}A", PLAIN, is_nobody, known) == ItemCode(ITEM)
    assert understand(ITEM, PLAIN) == LibraryCard(CardNumber(ITEM))


def test_an_item_that_the_copy_knows_may_bear_any_barcode() -> None:
    known = ItemCodes(ItemPolicy(), {"MINATO-0042", "A77B"}.__contains__)
    assert understand("MINATO-0042\r", PLAIN, is_nobody, known) == ItemCode("MINATO-0042")
    assert understand("A77B", PLAIN, is_nobody, known) == ItemCode("A77B")


def test_a_slip_goes_before_an_item_that_the_copy_does_not_know() -> None:
    number = reservation_number(3, 41)
    ten = ItemCodes(ItemPolicy(digits=10, check=CheckScheme.NONE))
    assert understand(number, PLAIN, is_nobody, ten) == SlipNumber(number)


def test_only_what_could_be_a_barcode_is_looked_up() -> None:
    asked: list[str] = []

    def is_known(code: str) -> bool:
        asked.append(code)
        return False

    for text in ("坊っちゃん", "a\x00b", "\ud800", "a\nb", "x" * 300):
        understand(text, PLAIN, is_nobody, ItemCodes(ItemPolicy(), is_known))
    assert asked == []


def test_a_list_that_a_phone_carried_away_is_known_among_its_other_lines() -> None:
    titles = (TitleId("demo-014"), TitleId("demo-002"))
    assert understand(f"{as_line(titles)}\n坊っちゃん\n913.6", PLAIN) == TitleList(titles)


@pytest.mark.parametrize(
    ("scanned", "what"),
    [
        ("https://www.example.jp/events?id=3", NotOurs.ADDRESS),
        ("HTTP://EXAMPLE.JP", NotOurs.ADDRESS),
        ("https://example.jp/" + "a" * 500, NotOurs.ADDRESS),
        ("mailto:info@example.jp", NotOurs.ADDRESS),
        ("tel:0862234567", NotOurs.ADDRESS),
        ("BEGIN:VCARD\r\nN:Yamada\r\nEND:VCARD", NotOurs.ADDRESS),
        ("WIFI:S:library;T:WPA;P:secret;;", NotOurs.ADDRESS),
        ("4901234567894", NotOurs.PRODUCT),  # EAN-13
        ("49123456", NotOurs.PRODUCT),  # EAN-8
        ("036000291452", NotOurs.PRODUCT),  # UPC-A
        ("491012345678212345", NotOurs.PRODUCT),  # a magazine, with its price behind
        ("4901234567895", NotOurs.UNKNOWN),
        ("A123456789012A", NotOurs.UNKNOWN),  # another library's card
        ("坊っちゃん", NotOurs.UNKNOWN),
    ],
)
def test_of_what_is_not_ours_is_said_what_it_is_where_that_is_seen(
    scanned: str, what: NotOurs
) -> None:
    items = ItemCodes(ItemPolicy(digits=9))
    assert understand(scanned, LONG, is_nobody, items) == Unknown(what)


@given(st.text(max_size=300))
def test_no_text_whatever_makes_it_stumble(text: str) -> None:
    understand(text, PLAIN)
    understand(text, CardPolicy(digits=9, check=CheckScheme.M16, qr_prefix="CARD:"))


def test_card_numbers_are_not_shown_where_values_are_written_down() -> None:
    assert "0123" not in repr(CARD)
    assert "0001" not in repr(StaffCard("A0001A"))
