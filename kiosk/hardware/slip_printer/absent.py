"""No slip printer at this kiosk: the screen's QR codes say what a slip would."""

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import DeviceGone
from kiosk.domain.slips import Slip
from kiosk.ports import SlipPrinter

NO_PRINTER = Health(Device.PRINTER, Condition.GONE, "none_here")


class NoSlipPrinter(SlipPrinter):
    def print(self, _slip: Slip) -> None:
        raise DeviceGone

    def finish(self, limit_s: float) -> None:
        """Nothing comes out."""

    def health(self) -> Health:
        return NO_PRINTER
