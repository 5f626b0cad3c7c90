"""Notices and letters on their way: what may become of one."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType

from kiosk.domain.branches import Branch
from kiosk.domain.contacts import NoticeMethod, NoticeOption
from kiosk.domain.reservations import ReservationNumber

NoticeId = NewType("NoticeId", str)
LetterId = NewType("LetterId", str)


class NoticeState(StrEnum):
    """What became of a notice; a letter knows the first five."""

    DUE = "due"
    HANDING_OVER = "handing_over"  # whoever takes it has not answered yet
    DELIVERED = "delivered"
    FAILED = "failed"
    UNCERTAIN = "uncertain"  # handed over, and the answer never came: no machine tries again
    FOR_STAFF = "for_staff"
    DONE_BY_STAFF = "done_by_staff"
    DROPPED = "dropped"  # nobody needs it any more


class StaffOutcome(StrEnum):
    """One touch on the staff's list."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"  # again later
    WRONG_NUMBER = "wrong_number"  # the next method
    DONE = "done"


class LetterKind(StrEnum):
    """E-mails that are no notices of a reservation."""

    CONFIRM_EMAIL = "confirm_email"  # fact: code
    PASSWORD_RESET = "password_reset"  # noqa: S105 - a kind of letter; fact: code
    TEST_EMAIL = "test_email"
    EMAIL_CHANGED = "email_changed"  # to the former address
    RESERVATION_REFUSED = "reservation_refused"  # the patron had left; facts: title, number, why
    # What opens the card; facts: what, at, place, branch, latin_branch, telephone
    CARD_CHANGED = "card_changed"
    CERTIFICATE_ENDS = "certificate_ends"  # of a My Number card; fact: until


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What a patron is told when choosing a method."""

    sender_address: str  # "allow this address"
    calling_number: str  # which 着信履歴 leaves in the phone's history; empty: none is known
    calling_hours: tuple[time, time]  # the library's local time

    def told_with(self, option: NoticeOption) -> NoticeOption:
        """The same choice, with what the patron is to know about it."""
        match option.method:
            case NoticeMethod.EMAIL:
                return replace(option, comes_from=self.sender_address)
            case NoticeMethod.MISSED_CALL:
                return replace(option, comes_from=self.calling_number, hours=self.calling_hours)
        return option


@dataclass(frozen=True, slots=True)
class ReadyTitle:
    """What a notice tells: of the reservation, nothing of who made it."""

    library: str
    title: str
    number: ReservationNumber
    pickup: Branch
    until: date | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of what was done to tell a patron."""

    method: NoticeMethod
    state: NoticeState
    attempts: int
    handed_at: datetime | None  # UTC, the last time
    code: str
