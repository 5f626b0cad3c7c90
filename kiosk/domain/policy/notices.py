"""How patrons may be told that a title is ready, and how the library goes about it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from kiosk.domain.bounds import Between, Matches
from kiosk.domain.calendar import Calendar
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import Contacts, NoticeMethod, WhyNot
from kiosk.domain.looks import Language
from kiosk.domain.notices import NoticeFacts

EmailAddress = Annotated[str, Matches(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "an e-mail address")]
TelephoneNumber = Annotated[str, Matches(r"[0-9+-]*", "digits and hyphens, or nothing")]
RetryMinutes = Annotated[int, Between(1, 1440)]


@dataclass(frozen=True, slots=True)
class NoticePolicy:
    """Rules R3 and V3: which methods may be chosen where, and what is done about each."""

    kiosk: tuple[NoticeMethod, ...] = tuple(NoticeMethod)
    internet: tuple[NoticeMethod, ...] = (NoticeMethod.EMAIL, NoticeMethod.NONE)
    sender_address: EmailAddress = "toshokan@library.example"
    languages: tuple[Language, ...] = (Language.JAPANESE, Language.ENGLISH)
    retry_minutes: tuple[RetryMinutes, ...] = (2, 10, 60)
    fallback: tuple[NoticeMethod, ...] = (NoticeMethod.EMAIL, NoticeMethod.TELEPHONE)
    calling_number: TelephoneNumber = ""
    calling_from: time = time(9)
    calling_until: time = time(20)
    ring_seconds: Annotated[int, Between(1, 30)] = 3  # Japan's ring is one second in three
    no_answer_hours: Annotated[int, Between(1, 168)] = 3

    def why_not(self, method: NoticeMethod, channel: Channel, contacts: Contacts) -> WhyNot | None:
        """Why the method cannot be chosen now; None where it can."""
        offered = self.kiosk if channel is Channel.KIOSK else self.internet
        if method not in offered:
            return WhyNot.NOT_AT_THIS_CHANNEL
        return contacts.why_not(method)

    def next_method(
        self, tried: Collection[NoticeMethod], contacts: Contacts
    ) -> NoticeMethod | None:
        """What is tried after these failed: only what the patron can be reached by; or nothing."""
        left = (method for method in self.fallback if method not in tried)
        return next((method for method in left if contacts.of(method)), None)

    def retry_at(self, attempts: int, now: datetime) -> datetime | None:
        """When a machine tries once more after so many attempts; None: never."""
        if attempts > len(self.retry_minutes):
            return None
        return now + timedelta(minutes=self.retry_minutes[attempts - 1])

    def calling_at(self, now: datetime, calendar: Calendar) -> datetime:
        """Now, or the next instant at which a phone may ring."""
        local = now.astimezone(ZoneInfo(calendar.zone))
        if self.calling_from <= local.time() < self.calling_until:
            return now
        is_past = local.time() >= self.calling_until
        day = local.date() + timedelta(days=1) if is_past else local.date()
        return datetime.combine(day, self.calling_from, local.tzinfo)

    @property
    def facts(self) -> NoticeFacts:
        hours = (self.calling_from, self.calling_until)
        return NoticeFacts(self.sender_address, self.calling_number, hours)
