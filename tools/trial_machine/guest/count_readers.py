"""Inside the machine, as the kiosk's user: how many readers pcscd tells of, whenever it changes."""

import threading

from kiosk.commands.doctor.asking import count_readers


def main() -> None:
    known: int | str | None = ""
    while not threading.Event().wait(0.1):
        counted = count_readers()
        if counted != known:
            known = counted
            print(counted, flush=True)


main()
