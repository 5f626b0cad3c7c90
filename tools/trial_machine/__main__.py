"""`make trial-machine`: Debian in QEMU, with keyboards, a card reader and a printer on USB."""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tools.trial_machine import keyboards, others
from tools.trial_machine.building import WORK, build
from tools.trial_machine.machine import Machine, running
from tools.trial_machine.programs import Unlike
from tools.trial_machine.report import Told, table

# In this order: a keyboard that is pulled is plugged in again for the next one.
TRIALS: dict[str, Callable[[Machine], str]] = {
    "who may read which keyboard": keyboards.only_the_scanner_is_given,
    "scanner without the kiosk": keyboards.without_grab,
    "scanner taken by evdev": keyboards.grabbed,
    "scanner taken already": keyboards.held_by_another,
    "scanner pulled in mid-code": keyboards.pulled_and_plugged,
    "`kiosk devices watch`": others.watch,
    "scanner of a known maker": keyboards.of_a_known_maker,
    "keyboard of uinput": keyboards.faster_than_any_scanner,
    "serial scanner": others.serial_scanner,
    "slip printer": others.printer,
    "card reader": others.card_reader,
    "`kiosk doctor`": others.doctor,
}


def main() -> int:
    asked = _asked()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the machine is stopped then too
    if os.geteuid() != 0:
        print("trial-machine: Debian is built with debootstrap and chroot, which needs root")
        return 1
    start = time.monotonic()
    disk = build()
    print(f"built in {time.monotonic() - start:.0f} s", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="trial-"))  # short: a socket's path has 107 bytes
    try:
        start = time.monotonic()
        with running(disk, folder) as machine:
            print(f"up after {time.monotonic() - start:.0f} s", flush=True)
            told = [_tried(machine, name) for name in TRIALS if asked.only in name]
    finally:
        for log in folder.glob("*.log"):
            shutil.copy(log, WORK)
        shutil.rmtree(folder)
    print(f"\n{table(told)}")
    return 0 if all(each.is_passed for each in told) else 1


def _tried(machine: Machine, name: str) -> Told:
    start = time.monotonic()
    try:
        said, is_passed = TRIALS[name](machine), True
    except (Unlike, OSError, RuntimeError, ValueError, IndexError) as error:
        said, is_passed = f"{type(error).__name__}: {error}", False
    told = Told(name, time.monotonic() - start, said, is_passed)
    print(table([told]).splitlines()[-1], flush=True)
    return told


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make trial-machine ARGS=…")
    parser.add_argument("--only", default="", help="trials with this in their name")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
