"""A city's service that lets kiosks in, in memory."""

from kiosk.domain.branches import BranchId
from kiosk.domain.enrolling import Authority
from kiosk.domain.errors import AuthorityDiffers, EnrolmentRefused
from kiosk.services.simulated.trouble import Breakable

ENROLMENT_CODE = "K7QM-3XPD-9TFK"
FINGERPRINT = ":".join(f"{byte:02X}" for byte in range(7, 256, 8))


class SimulatedEnrolment(Breakable):
    """Its code is good once."""

    def __init__(self, authority: Authority | None = None) -> None:
        super().__init__()
        self.authority = authority or Authority(FINGERPRINT)
        self.let_in_by: list[str] = []

    def find_authority(self) -> Authority:
        self._stumble()
        return self.authority

    def let_in(self, code: str, fingerprint: str = "") -> BranchId:
        self._stumble()
        if not self.authority.is_believed and fingerprint != self.authority.fingerprint:
            raise AuthorityDiffers
        if code != ENROLMENT_CODE or code in self.let_in_by:
            raise EnrolmentRefused
        self.let_in_by.append(code)
        return BranchId("main")
