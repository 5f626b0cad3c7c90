"""What a kiosk says of itself, as the service reads it."""

from kiosk.domain.branches import BranchId
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.kiosks import KioskReport, KioskState

PULLED_OUT = Health(Device.SCANNER, Condition.GONE, "not_plugged_in")
NO_PRINTER = Health(Device.PRINTER, Condition.GONE, "none_here")
WELL = Health(Device.CARD_READER, Condition.READY)


def test_a_device_that_a_kiosk_was_never_given_is_no_trouble() -> None:
    report = KioskReport(BranchId("main"), "0", (PULLED_OUT, NO_PRINTER, WELL), None, 0)
    state = KioskState("001", BranchId("main"), None, None, None, report, is_silent=False)
    assert state.troubles == (PULLED_OUT,)
