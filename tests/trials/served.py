"""The real service in a process of its own, which can be killed; `Service` starts it anew."""

import sys
from pathlib import Path

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.serve import serve
from kiosk.central.settings import CentralSettings

CHEAP = HashCost(passes=1, memory_kib=8, lanes=1)  # signing in is not what is tried


def main(database_url: str, folder: str, policy: str, _option: str, fd: str) -> None:
    settings = CentralSettings(
        Path(folder), Path(policy), database_url=database_url, password_hash=CHEAP
    )
    serve(settings, int(fd), watch_stdin=True, is_quiet=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
