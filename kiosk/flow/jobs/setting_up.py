"""Jobs of the set-up: both ask at the service."""

from kiosk.domain.errors import AuthorityDiffers
from kiosk.events import AuthorityFound, Enrolled, EnrolmentCodeEntered, Event
from kiosk.ports import Enrolment, Kit
from kiosk.visit import Visit


def find_authority(_visit: Visit, kit: Kit, _event: Event) -> Event:
    return AuthorityFound(_enrolment(kit).find_authority())


def enrol(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, EnrolmentCodeEntered)
    progress = visit.premises.setting_up
    if progress.authority is None or not progress.may_enter_code:
        raise AuthorityDiffers  # nothing is sent to whom nobody confirmed
    authority = progress.authority
    fingerprint = "" if authority.is_believed else authority.fingerprint
    return Enrolled(_enrolment(kit).let_in(entered.code, fingerprint))


def _enrolment(kit: Kit) -> Enrolment:
    assert kit.enrolment is not None, "the chart leads here only where a city's service is set"
    return kit.enrolment
