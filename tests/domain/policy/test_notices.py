"""What the library does when a method fails, and when its machine may let a phone ring (R3, V3)."""

from datetime import UTC, datetime, time, timedelta

import pytest

from kiosk.domain.calendar import Calendar
from kiosk.domain.contacts import Contacts, NoticeMethod
from kiosk.domain.notices import NoticeFacts
from kiosk.domain.policy import NoticePolicy

EMAIL, TELEPHONE, MISSED_CALL, FAX = list(NoticeMethod)[:4]
ALL = Contacts(email="a@example.jp", telephone="090-1234-5678", fax="086-555-0109")
NOON = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TOKYO = Calendar(zone="Asia/Tokyo")


def in_japan(local: str) -> datetime:
    return datetime.fromisoformat(f"{local}+09:00")


@pytest.mark.rule("R3", "V3")
@pytest.mark.parametrize(
    ("tried", "contacts", "following"),
    [
        ({FAX}, ALL, EMAIL),
        ({EMAIL}, ALL, TELEPHONE),
        ({EMAIL, TELEPHONE}, ALL, None),
        ({FAX}, Contacts(fax=ALL.fax, telephone=ALL.telephone), TELEPHONE),
        ({EMAIL}, Contacts(email=ALL.email), None),
        ({EMAIL}, Contacts(), None),
    ],
)
def test_the_next_method_is_one_that_reaches_the_patron_and_was_not_tried(
    tried: set[NoticeMethod], contacts: Contacts, following: NoticeMethod | None
) -> None:
    assert NoticePolicy().next_method(tried, contacts) is following


def test_a_library_may_try_nothing_else() -> None:
    assert NoticePolicy(fallback=()).next_method({EMAIL}, ALL) is None


def test_a_machine_tries_again_after_the_minutes_of_the_policy_and_then_no_more() -> None:
    policy = NoticePolicy(retry_minutes=(2, 10))
    waits = [policy.retry_at(attempts, NOON) for attempts in (1, 2, 3)]
    assert waits == [NOON + timedelta(minutes=2), NOON + timedelta(minutes=10), None]


def test_a_library_may_try_only_once() -> None:
    assert NoticePolicy(retry_minutes=()).retry_at(1, NOON) is None


@pytest.mark.rule("R3")
@pytest.mark.parametrize(
    ("local", "rings_at"),
    [
        ("2026-11-20T08:59", "2026-11-20T09:00"),
        ("2026-11-20T09:00", "2026-11-20T09:00"),
        ("2026-11-20T19:59", "2026-11-20T19:59"),
        ("2026-11-20T20:00", "2026-11-21T09:00"),
        ("2026-11-20T23:30", "2026-11-21T09:00"),
        ("2026-11-30T22:00", "2026-12-01T09:00"),
        ("2026-11-21T00:30", "2026-11-21T09:00"),
    ],
)
def test_a_phone_rings_from_nine_to_twenty_where_the_library_is(local: str, rings_at: str) -> None:
    assert NoticePolicy().calling_at(in_japan(local), TOKYO) == in_japan(rings_at)


@pytest.mark.rule("V3")
def test_what_a_patron_is_told_when_choosing_follows_from_the_policy() -> None:
    policy = NoticePolicy(sender_address="toshokan@example.jp", calling_number="086-555-0199")
    assert policy.facts == NoticeFacts("toshokan@example.jp", "086-555-0199", (time(9), time(20)))
