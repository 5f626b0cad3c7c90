"""Inside the machine, as the kiosk's user: the kiosk's own scanner make, each code on a line."""

import json
import sys
import threading
import time

from kiosk.makes import desk_of
from kiosk.settings import Devices, Make, Settings


def _tell(**said: object) -> None:
    print(json.dumps({"at_s": round(time.monotonic(), 3), **said}), flush=True)


def main() -> None:
    scanner = desk_of(Settings(devices=Devices(scanner=Make(sys.argv[1])))).scanner
    scanner.start(lambda text: _tell(code=text))
    known = None
    while not threading.Event().wait(0.05):
        health = scanner.health()
        if health != known:
            known = health
            _tell(health=health.condition, why=health.why)


main()
