"""A patron's contacts: which method they allow, and how they stand on a screen."""

import pytest

from kiosk.domain.contacts import Contacts, NoticeMethod, WhyNot, masked_email, masked_number


@pytest.mark.rule("R3")
@pytest.mark.parametrize(
    ("method", "why_not"),
    [
        (NoticeMethod.EMAIL, WhyNot.NO_EMAIL),
        (NoticeMethod.TELEPHONE, WhyNot.NO_TELEPHONE),
        (NoticeMethod.MISSED_CALL, WhyNot.NO_TELEPHONE),
        (NoticeMethod.FAX, WhyNot.NO_FAX),
        (NoticeMethod.NONE, None),
    ],
)
def test_without_any_contact_only_no_notice_is_possible(
    method: NoticeMethod, why_not: WhyNot | None
) -> None:
    assert Contacts().why_not(method) is why_not


def test_a_telephone_serves_calls_and_missed_calls_but_no_fax() -> None:
    contacts = Contacts(telephone="090-1234-5678")
    assert contacts.why_not(NoticeMethod.TELEPHONE) is None
    assert contacts.why_not(NoticeMethod.MISSED_CALL) is None
    assert contacts.why_not(NoticeMethod.FAX) is WhyNot.NO_FAX


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("hanako@example.jp", "ha•••@example.jp"),
        ("abc@example.jp", "a•••@example.jp"),
        ("ab@example.jp", "a•••@example.jp"),
        ("a@example.jp", "•••@example.jp"),
    ],
)
def test_an_address_shows_at_most_half_of_its_name(address: str, masked: str) -> None:
    assert masked_email(address) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("090-1234-5678", "090-••••-5678"),
        ("086-555-0123", "086-•••-0123"),
        ("09012345678", "090••••5678"),
        ("086555012", "086••5012"),
        ("555-0123", "•••-••23"),
        ("", ""),
    ],
)
def test_a_telephone_number_is_known_to_its_owner_only(number: str, masked: str) -> None:
    assert masked_number(number) == masked


def test_a_method_shows_the_contact_that_it_uses() -> None:
    contacts = Contacts("hanako@example.jp", "090-1234-5678", "086-555-0123")
    assert contacts.masked(NoticeMethod.EMAIL) == "ha•••@example.jp"
    assert contacts.masked(NoticeMethod.MISSED_CALL) == "090-••••-5678"
    assert contacts.masked(NoticeMethod.FAX) == "086-•••-0123"
    assert contacts.masked(NoticeMethod.NONE) == ""


def test_contacts_are_not_shown_in_a_log() -> None:
    assert "hanako" not in repr(Contacts("hanako@example.jp", "090-1234-5678"))
