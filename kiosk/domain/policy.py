"""What one library decides: every number is a dated setting of it, never a constant."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Annotated
from zoneinfo import ZoneInfo

from kiosk.domain.bounds import Between, Matches
from kiosk.domain.branches import BranchId
from kiosk.domain.calendar import Calendar
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import Contacts, NoticeMethod, WhyNot
from kiosk.domain.titles import Material

Days = Annotated[int, Between(0, 365)]


class CheckScheme(StrEnum):
    """How the last digit of a card number follows from the others."""

    NONE = "none"
    M10W21 = "m10w21"  # modulus 10, weights 2 and 1; 14-digit library cards too
    M10W31 = "m10w31"
    M11W27 = "m11w27"
    M16 = "m16"  # counts the start and stop letters too
    MODULO_7 = "7dr"
    MODULO_7_COMPLEMENT = "7dsr"


@dataclass(frozen=True, slots=True)
class CardPolicy:
    """Rule L1: what a card number looks like."""

    digits: Annotated[int, Between(4, 20)] = 8
    start_stop: Annotated[str, Matches("[A-D]*", "letters from A to D")] = (
        "ABCD"  # NW-7 letters around the number that a scanner may hand over
    )
    check: CheckScheme = CheckScheme.NONE


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """Rules L2 and L4: how long a password is, and what the initial one is made of."""

    shortest: Annotated[int, Between(4, 20)] = 4
    longest: Annotated[int, Between(4, 64)] = 20
    initial_card_digits: Annotated[int, Between(1, 8)] = (
        4  # the last ones, before month and day of birth
    )


@dataclass(frozen=True, slots=True)
class AttemptPolicy:
    """Rule L7: wrong tries within a time, for all kiosks together."""

    per_card: Annotated[int, Between(1, 100)] = 5
    per_kiosk: Annotated[int, Between(1, 1000)] = 30
    within_minutes: Annotated[int, Between(1, 1440)] = 15


@dataclass(frozen=True, slots=True)
class SessionPolicy:
    """How long the service knows a patron who signed in."""

    # Without a call of that session: who searches the kiosk's own copy makes none for long, and
    # the kiosk itself ends the visit of who has left.
    idle_minutes: Annotated[int, Between(1, 60)] = 15
    longest_minutes: Annotated[int, Between(1, 480)] = 60


@dataclass(frozen=True, slots=True)
class MyNumberPolicy:
    """Signing in with a My Number card: off until the legal basis is stated."""

    legal_basis: str = ""

    @property
    def is_offered(self) -> bool:
        return bool(self.legal_basis)


@dataclass(frozen=True, slots=True)
class NoticePolicy:
    """Rule R3: which notice methods may be chosen where."""

    kiosk: tuple[NoticeMethod, ...] = tuple(NoticeMethod)
    internet: tuple[NoticeMethod, ...] = (NoticeMethod.EMAIL, NoticeMethod.NONE)

    def why_not(self, method: NoticeMethod, channel: Channel, contacts: Contacts) -> WhyNot | None:
        """Why the method cannot be chosen now; None where it can."""
        offered = self.kiosk if channel is Channel.KIOSK else self.internet
        if method not in offered:
            return WhyNot.NOT_AT_THIS_CHANNEL
        return contacts.why_not(method)


@dataclass(frozen=True, slots=True)
class QuotaGroup:
    """Materials that are counted together (rule R5)."""

    name: Annotated[str, Matches("[a-z_]+", "small letters and _")]
    materials: tuple[Material, ...]
    shelf_marks: tuple[str, ...] = ()  # patterns with ? and *; without any: all
    limit: Annotated[int, Between(0, 1000)] | None = None  # open reservations; None: no number

    def counts(self, material: Material, shelf_mark: str) -> bool:
        if material not in self.materials:
            return False
        return not self.shelf_marks or any(
            fnmatchcase(shelf_mark, pattern) for pattern in self.shelf_marks
        )

    def left(self, already_open: int) -> int | None:
        """How many more; None where there is no number."""
        return None if self.limit is None else max(0, self.limit - already_open)


@dataclass(frozen=True, slots=True)
class QuotaPolicy:
    """The table by which material and shelf mark make the group; the first row that fits counts."""

    groups: tuple[QuotaGroup, ...]

    def group_of(self, material: Material, shelf_mark: str) -> QuotaGroup:
        """The group of a title; the policy file is read only if it has one for each material."""
        return next(group for group in self.groups if group.counts(material, shelf_mark))


@dataclass(frozen=True, slots=True)
class PickupPolicy:
    """Rule R6: which branches hand out what."""

    audiovisual: tuple[Material, ...] = (Material.CD, Material.DVD, Material.VIDEO)
    no_audiovisual_at: tuple[BranchId, ...] = ()
    days_here: tuple[Days, Days] = (0, 1)  # until it is ready where an item stands, nobody waiting
    days_elsewhere: tuple[Days, Days] = (2, 4)

    def why_not(self, branch: BranchId, material: Material) -> WhyNot | None:
        """Why the branch does not hand out the material; None where it does."""
        if material in self.audiovisual and branch in self.no_audiovisual_at:
            return WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL
        return None

    def days(self, *, has_item_there: bool) -> tuple[int, int]:
        return self.days_here if has_item_there else self.days_elsewhere


@dataclass(frozen=True, slots=True)
class PermitPolicy:
    """How long a permit to reserve is good."""

    patron_minutes: Annotated[int, Between(1, 60)] = 10  # to confirm; the kiosk counts from receipt
    honoured_hours: Annotated[int, Between(1, 720)] = 72  # by the service, from issue

    @property
    def patron_s(self) -> int:
        return self.patron_minutes * 60

    @property
    def honoured(self) -> timedelta:
        return timedelta(hours=self.honoured_hours)


@dataclass(frozen=True, slots=True)
class ReservationPolicy:
    """Rule V2: how long a patron still sees what was cancelled; then it is erased."""

    cancelled_listed_days: Days = 30  # the last of them included

    def listed_since(self, now: datetime, calendar: Calendar) -> datetime:
        """The instant at which the first listed day began where the library is."""
        first = calendar.today(now) - timedelta(days=self.cancelled_listed_days)
        return datetime.combine(first, time(), ZoneInfo(calendar.zone))


@dataclass(frozen=True, slots=True)
class HoldShelfPolicy:
    """How long a title that is ready waits for its patron."""

    opening_days: Annotated[int, Between(1, 60)] = 7

    def last_day(self, ready_on: date, calendar: Calendar) -> date:
        """The last day on which it can be fetched; the day after it is ready counts first."""
        return calendar.opening_day_after(ready_on, self.opening_days)


@dataclass(frozen=True, slots=True)
class Policy:
    """All that this library decides, as far as the service enforces it."""

    library: Annotated[str, Matches(".+", "not empty")]
    calendar: Calendar
    quota: QuotaPolicy
    card: CardPolicy = CardPolicy()
    password: PasswordPolicy = PasswordPolicy()
    attempts: AttemptPolicy = AttemptPolicy()
    session: SessionPolicy = SessionPolicy()
    my_number: MyNumberPolicy = MyNumberPolicy()
    notice: NoticePolicy = NoticePolicy()
    pickup: PickupPolicy = PickupPolicy()
    permit: PermitPolicy = PermitPolicy()
    reservation: ReservationPolicy = ReservationPolicy()
    hold_shelf: HoldShelfPolicy = HoldShelfPolicy()
