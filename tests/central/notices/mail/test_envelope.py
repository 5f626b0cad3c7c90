"""An e-mail says from whom, to whom and what it is, to people and machines (rule V3)."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from kiosk.central.notices.mail.envelope import enclose, is_usable
from tests.central.notices.mail.conftest import ENVELOPE, LETTER


@pytest.fixture
def arrived(message: EmailMessage) -> EmailMessage:
    """As it is read from the wire."""
    read = message_from_bytes(message.as_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    return read


@pytest.mark.rule("V3")
def test_it_comes_from_the_library_s_own_address(arrived: EmailMessage) -> None:
    [sender] = arrived["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (
        "みなと市立図書館",
        "toshokan@library.example",
    )
    assert str(arrived["To"]) == "hanako@example.jp"


@pytest.mark.rule("V3")
def test_subject_and_body_arrive_in_japanese(arrived: EmailMessage) -> None:
    assert arrived["Subject"] == LETTER.subject
    assert arrived.get_content().splitlines() == LETTER.body.splitlines()
    assert arrived.get_content_charset() == "utf-8"


def test_it_passes_servers_that_know_seven_bits_only(message: EmailMessage) -> None:
    assert message.as_bytes().isascii()
    assert max(len(line) for line in message.as_bytes().splitlines()) <= 78


def test_the_same_notice_sent_again_is_recognised(message: EmailMessage) -> None:
    assert message["Message-ID"] == "<notice-1@library.example>"
    assert enclose(LETTER, ENVELOPE)["Message-ID"] == message["Message-ID"]
    other = enclose(LETTER, replace(ENVELOPE, id="notice-2"))
    assert other["Message-ID"] != message["Message-ID"]


def test_no_holiday_note_is_sent_back_to_the_library(arrived: EmailMessage) -> None:
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert arrived["Content-Language"] == "ja, en"
    assert arrived["Date"].datetime == ENVELOPE.written_at


@pytest.mark.parametrize("address", ["hanako@example.jp", "a..b.@docomo.ne.jp", "x+y@a-b.example"])
def test_addresses_that_are_used_in_japan_can_be_written(address: str) -> None:
    assert is_usable(address)
    assert str(enclose(LETTER, replace(ENVELOPE, recipient=address))["To"]) == address


@pytest.mark.parametrize(
    "address",
    ["", "hanako", "花子@example.jp", "a@b", "a b@example.jp", "a@example.jp\r\nBcc: x@example.jp"],
)
def test_what_is_no_address_is_known_before_it_is_sent(address: str) -> None:
    assert not is_usable(address)


def test_the_address_stands_in_no_repr() -> None:
    assert "hanako" not in repr(ENVELOPE)
