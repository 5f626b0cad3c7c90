"""All that one library decides."""

from dataclasses import dataclass, field
from typing import Annotated

from kiosk.domain.bounds import Matches
from kiosk.domain.calendar import Calendar
from kiosk.domain.policy.cards import CardPolicy
from kiosk.domain.policy.codes import CodePolicy
from kiosk.domain.policy.counter import CounterPolicy
from kiosk.domain.policy.ic_cards import IcCardPolicy
from kiosk.domain.policy.kiosks import KioskPolicy
from kiosk.domain.policy.loans import LoanPolicy
from kiosk.domain.policy.notices import NoticePolicy
from kiosk.domain.policy.pickup import HoldShelfPolicy, PickupPolicy
from kiosk.domain.policy.quota import QuotaPolicy
from kiosk.domain.policy.registration import RegistrationPolicy
from kiosk.domain.policy.renewal import RenewalPolicy
from kiosk.domain.policy.reserving import PermitPolicy, ReservationPolicy
from kiosk.domain.policy.signing_in import (
    AttemptPolicy,
    MyNumberPolicy,
    PasswordPolicy,
    SessionPolicy,
)
from kiosk.domain.policy.stacks import StacksPolicy
from kiosk.domain.policy.waiting import WaitingPolicy


@dataclass(frozen=True, slots=True)
class Policy:
    """All that this library decides, as far as the service enforces it."""

    library: Annotated[str, Matches(".+", "not empty")]
    calendar: Calendar
    quota: QuotaPolicy
    card: CardPolicy = field(default_factory=CardPolicy)
    password: PasswordPolicy = field(default_factory=PasswordPolicy)
    attempts: AttemptPolicy = field(default_factory=AttemptPolicy)
    session: SessionPolicy = field(default_factory=SessionPolicy)
    kiosks: KioskPolicy = field(default_factory=KioskPolicy)
    codes: CodePolicy = field(default_factory=CodePolicy)
    my_number: MyNumberPolicy = field(default_factory=MyNumberPolicy)
    ic_card: IcCardPolicy = field(default_factory=IcCardPolicy)
    notice: NoticePolicy = field(default_factory=NoticePolicy)
    pickup: PickupPolicy = field(default_factory=PickupPolicy)
    permit: PermitPolicy = field(default_factory=PermitPolicy)
    reservation: ReservationPolicy = field(default_factory=ReservationPolicy)
    loan: LoanPolicy = field(default_factory=LoanPolicy)
    renewal: RenewalPolicy = field(default_factory=RenewalPolicy)
    hold_shelf: HoldShelfPolicy = field(default_factory=HoldShelfPolicy)
    stacks: StacksPolicy = field(default_factory=StacksPolicy)
    waiting: WaitingPolicy = field(default_factory=WaitingPolicy)
    counter: CounterPolicy = field(default_factory=CounterPolicy)
    registration: RegistrationPolicy = field(default_factory=RegistrationPolicy)
