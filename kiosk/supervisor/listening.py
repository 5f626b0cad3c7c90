"""The socket at which the embedded service is asked, held by whoever keeps it alive."""

import os
import socket
import time
from pathlib import Path

from kiosk.domain.errors import AddressInUse
from kiosk.services.file_lock import FileLock

BACKLOG = 128  # calls that wait for a service that is starting anew
PAUSE_S = 0.1
_ANSWERS_WITHIN_S = 1.0


def listen_at(path: Path, patience_s: float = 0.0) -> socket.socket:
    """A Unix socket in a folder that only we may enter.

    What a killed process left there is taken away; where somebody still listens, they are given
    time to end: a service outlives its killed supervisor for the answers that it was writing.

    Raises:
        AddressInUse: they did not end.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    until = time.monotonic() + patience_s
    while True:
        with FileLock(path.with_suffix(".lock")).held():
            if not _is_listened_at(path):
                return _listen(path)
        if time.monotonic() > until:
            raise AddressInUse(str(path))
        time.sleep(PAUSE_S)


def _is_listened_at(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        asking.settimeout(_ANSWERS_WITHIN_S)
        try:
            asking.connect(str(path))
        except (FileNotFoundError, ConnectionRefusedError):
            return False
        except TimeoutError:  # its queue is full
            return True
    return True


def _listen(path: Path) -> socket.socket:
    path.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        listening.bind(str(path))
    except OSError:
        listening.close()
        raise
    finally:
        os.umask(before)
    listening.listen(BACKLOG)
    return listening
