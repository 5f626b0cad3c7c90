"""What one library decides: every number is a dated setting of it, never a constant."""

from kiosk.domain.policy.cards import CardPolicy, CheckScheme
from kiosk.domain.policy.codes import CodePolicy
from kiosk.domain.policy.counter import CounterPolicy
from kiosk.domain.policy.ic_cards import Binder, IcCardPolicy
from kiosk.domain.policy.items import ItemPolicy
from kiosk.domain.policy.kiosks import KioskPolicy
from kiosk.domain.policy.loans import LoanPolicy
from kiosk.domain.policy.notices import NoticePolicy
from kiosk.domain.policy.pickup import HoldShelfPolicy, PickupPolicy
from kiosk.domain.policy.quota import QuotaGroup, QuotaPolicy
from kiosk.domain.policy.registration import RegistrationPolicy
from kiosk.domain.policy.renewal import RenewalPolicy
from kiosk.domain.policy.reserving import PermitPolicy, ReservationPolicy
from kiosk.domain.policy.signing_in import (
    AttemptPolicy,
    MyNumberPolicy,
    PasswordPolicy,
    SessionPolicy,
)
from kiosk.domain.policy.waiting import WaitingPolicy
from kiosk.domain.policy.whole import Policy

__all__ = [
    "AttemptPolicy",
    "Binder",
    "CardPolicy",
    "CheckScheme",
    "CodePolicy",
    "CounterPolicy",
    "HoldShelfPolicy",
    "IcCardPolicy",
    "ItemPolicy",
    "KioskPolicy",
    "LoanPolicy",
    "MyNumberPolicy",
    "NoticePolicy",
    "PasswordPolicy",
    "PermitPolicy",
    "PickupPolicy",
    "Policy",
    "QuotaGroup",
    "QuotaPolicy",
    "RegistrationPolicy",
    "RenewalPolicy",
    "ReservationPolicy",
    "SessionPolicy",
    "WaitingPolicy",
]
