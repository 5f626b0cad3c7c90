"""The steps of the set-up, and what may go wrong at each."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain import errors
from kiosk.domain.branches import BranchId
from kiosk.domain.enrolling import Authority, CityService, TlsFault
from kiosk.premises import Premises, SettingUp
from kiosk.services.simulated.enrolment import FINGERPRINT
from kiosk.visit import Visit

SERVICE = CityService("003", "https://central.library.example")
BEGUN = SettingUp(SERVICE, is_needed=True)
COMPARING = replace(BEGUN, authority=Authority(FINGERPRINT))
ENTERING = replace(COMPARING, is_confirmed=True)
LET_IN = replace(ENTERING, is_needed=False, branch=BranchId("main"))


def at(progress: SettingUp, trouble: Exception | None = None) -> Visit:
    return Visit(premises=Premises(setting_up=progress), trouble=trouble)


def by_staff(progress: SettingUp) -> Visit:
    """From their menu, which they can go back from."""
    return replace(at(replace(progress, is_needed=False)), staff_card="staff")


def set_up() -> Mapping[str, Visit]:
    return {
        "": at(BEGUN),
        "over": at(BEGUN, errors.LineNotSecure(TlsFault.OVER)),
        "comparing": at(COMPARING),
        "code": at(ENTERING),
        "refused": at(ENTERING, errors.EnrolmentRefused()),
        "answer-lost": at(ENTERING, errors.LineLost()),
        "asking": at(replace(ENTERING, is_asking=True)),
        "by-staff": by_staff(COMPARING),
        "let-in": at(LET_IN),
    }
