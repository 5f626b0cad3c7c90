"""Changes the kiosk's key: whichever answer or power is lost, one of the two opens."""

from pathlib import Path

from kiosk.services.central.http import CentralHttp
from kiosk.services.kiosk_key import hash_of_key, key_lock, next_key, take_next
from kiosk.wire.kiosks import KeyRequest


def change_key(http: CentralHttp, path: Path) -> bool:
    """Tell the service of another key, then take it.

    It is on the disk before the service hears of it, and used only once the service has said
    yes; the old one opens until then. Panel and spare share the file: one of them does it.

    Returns:
        False: another process is changing it.

    Raises:
        KioskDiskFull, LibraryError: nothing is lost; next time the same key is sent.
    """
    with key_lock(path).tried() as is_ours:
        if is_ours:
            http.set("/kiosk/key", KeyRequest(key_hash=hash_of_key(next_key(path))))
            take_next(path)
            http.look_for_key()  # until the new one is used, the service asks for another
        return is_ours
