"""Addresses and numbers, as patrons type them."""

import pytest

from kiosk.central.details.contacts import email_address, number
from kiosk.domain.details import ContactKind
from kiosk.domain.errors import ContactNotUnderstood


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("haruka@example.jp", "haruka@example.jp"),
        (" Haruka.Minato@EXAMPLE.JP ", "Haruka.Minato@example.jp"),
        ("ｈａｒｕｋａ＠ｅｘａｍｐｌｅ．ｊｐ", "haruka@example.jp"),
        ("a+b_c@sub.example.co.jp", "a+b_c@sub.example.co.jp"),
    ],
)
def test_an_address_is_written_as_mail_needs_it(typed: str, used: str) -> None:
    assert email_address(typed) == used


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "haruka",
        "@example.jp",
        "haruka@",
        "haruka@example",
        "ha ruka@example.jp",
        "haruka@example..jp",
        "a@example.jp,b@example.jp",
        "はるか@example.jp",
        "haruka@example.jp\r\nBcc: all@example.jp",
        f"{'a' * 250}@example.jp",
    ],
)
def test_what_no_mail_can_reach_is_refused(typed: str) -> None:
    with pytest.raises(ContactNotUnderstood) as refused:
        email_address(typed)
    assert refused.value.reason == "email"
    assert "haruka" not in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("09012345678", "090-1234-5678"),
        ("０９０ １２３４ ５６７８", "090-1234-5678"),
        ("0862234567", "086-223-4567"),
        ("03-1234-5678", "03-1234-5678"),
        ("+819012345678", "090-1234-5678"),
    ],
)
def test_a_number_is_divided_as_it_is_read(typed: str, used: str) -> None:
    assert number(ContactKind.TELEPHONE, typed) == used


@pytest.mark.parametrize("typed", ["", "110", "0901234", "090123456789012", "no number", "x"])
def test_what_no_telephone_has_is_refused(typed: str) -> None:
    with pytest.raises(ContactNotUnderstood) as refused:
        number(ContactKind.FAX, typed)
    assert refused.value.reason == "fax"
