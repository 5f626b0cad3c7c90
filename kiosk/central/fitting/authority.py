"""Which verifier of certificates the settings want."""

from cryptography.x509 import ObjectIdentifier

from kiosk.central.my_number.authority import Authority
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.my_number.settings import Verifier
from kiosk.central.my_number.simulated import SimulatedPlatform
from kiosk.central.my_number.trust_folder import TrustFolder
from kiosk.central.settings import CentralSettings
from kiosk.domain.errors import SettingWrong


def authority_of(settings: CentralSettings) -> Authority:
    """Raises SettingWrong: a file or an address is missing or cannot be used."""
    policy = ObjectIdentifier(settings.certificate_policy)
    match settings.my_number.verifier:
        case Verifier.PLATFORM:
            # Imported only for who asks one: it takes a tenth of a second at the start.
            from kiosk.central.my_number.platform import Platform  # noqa: PLC0415

            return Platform.of(settings.my_number.platform, policy)
        case Verifier.SIMULATED:
            if not settings.is_embedded:
                allowed = '"local" or "platform" for a library with a database of its own'
                raise SettingWrong("settings", "my_number.verifier", None, allowed, "simulated")
            return SimulatedPlatform(_local(settings, policy))
    return _local(settings, policy)


def _local(settings: CentralSettings, policy: ObjectIdentifier) -> Authority:
    if settings.trust_anchors is None:
        return LocalTrust((), policy=policy)
    needs_lists = settings.my_number.needs_lists
    return TrustFolder(settings.trust_anchors, policy, needs_lists=needs_lists)
