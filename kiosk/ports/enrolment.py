"""How a kiosk is let in at a city's service."""

from typing import Protocol

from kiosk.domain.branches import BranchId
from kiosk.domain.enrolling import Authority


class Enrolment(Protocol):
    """Both ask over the network, and send nothing secret to whom nobody believes."""

    def find_authority(self) -> Authority:
        """Raises AuthorityDiffers, LineNotSecure, LineLost, ServiceBroken."""
        ...

    def let_in(self, code: str, fingerprint: str = "") -> BranchId:
        """Take the code to the service and keep what it gives; may be asked again.

        fingerprint: of the authority that somebody confirmed; "" where it is believed already.

        Raises:
            AuthorityDiffers, EnrolmentRefused, KioskDiskFull, LineLost, ServiceBroken.
        """
        ...
