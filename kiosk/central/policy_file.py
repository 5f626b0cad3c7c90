"""Reads a library's policy file, strictly: an error names file, key, line and what is allowed."""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.domain.calendar import Weekday
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.policy import Policy
from kiosk.domain.titles import Material
from kiosk.domain.toml_table import TomlTable
from kiosk.words.words import Words

Fault = tuple[str, str, str]  # key, what is allowed, what was found


def read_policy(file: Path) -> Policy:
    """Read what a library decides.

    Raises:
        SettingWrong: the first key that is wrong, alone or beside another.
    """
    table = TomlTable.read_file(file)
    policy = table.read(Policy)
    for fault in _faults(policy):
        raise table.wrong(*fault)
    return policy


def _faults(policy: Policy) -> Iterator[Fault]:
    """What each key allows alone, but not beside the others."""
    yield from _calendar_faults(policy)
    yield from _order_faults(policy)
    yield from _notice_faults(policy)
    yield from _quota_faults(policy)


def _calendar_faults(policy: Policy) -> Iterator[Fault]:
    calendar = policy.calendar
    try:
        ZoneInfo(calendar.zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield "calendar.zone", 'a zone that IANA names, "Asia/Tokyo"', repr(calendar.zone)
    if len(set(calendar.closed_weekdays)) == len(Weekday):
        yield "calendar.closed_weekdays", "at most six days", "all seven"


def _order_faults(policy: Policy) -> Iterator[Fault]:
    password, session, pickup = policy.password, policy.session, policy.pickup
    if password.shortest > password.longest:
        allowed = f"from password.shortest ({password.shortest}) up"
        yield "password.longest", allowed, str(password.longest)
    if password.initial_card_digits > policy.card.digits:
        allowed = f"up to card.digits ({policy.card.digits})"
        yield "password.initial_card_digits", allowed, str(password.initial_card_digits)
    if session.idle_minutes > session.longest_minutes:
        allowed = f"from session.idle_minutes ({session.idle_minutes}) up"
        yield "session.longest_minutes", allowed, str(session.longest_minutes)
    for key, (first, last) in (
        ("days_here", pickup.days_here),
        ("days_elsewhere", pickup.days_elsewhere),
    ):
        if first > last:
            yield f"pickup.{key}", "the smaller number first", f"[{first}, {last}]"


def _notice_faults(policy: Policy) -> Iterator[Fault]:
    """Whoever has no contact must be able to reserve too."""
    for key, methods in (("kiosk", policy.notice.kiosk), ("internet", policy.notice.internet)):
        if NoticeMethod.NONE not in methods:
            yield f"notice.{key}", 'a list with "none" in it', "one without"
    if NoticeMethod.NONE in policy.notice.fallback:
        yield "notice.fallback", 'a list without "none"', "one with it"
    if not policy.notice.languages or not set(policy.notice.languages) <= set(Words.offered):
        offered = ", ".join(f'"{language}"' for language in Words.offered)
        yield "notice.languages", f"one or several of {offered}", "others, or none"
    if policy.notice.calling_from >= policy.notice.calling_until:
        allowed = f"after notice.calling_from ({policy.notice.calling_from})"
        yield "notice.calling_until", allowed, str(policy.notice.calling_until)


def _quota_faults(policy: Policy) -> Iterator[Fault]:
    groups = policy.quota.groups
    names = [group.name for group in groups]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield f"quota.groups.{index}.name", "each name once", repr(name)
    everything = {
        material for group in groups if not group.shelf_marks for material in group.materials
    }
    for material in Material:
        if material not in everything:
            allowed = f'a group without shelf_marks that has "{material}"'
            yield "quota.groups", allowed, "none"
