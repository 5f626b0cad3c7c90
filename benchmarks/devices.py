"""From a card laid down to the account, and from a scan to the title, at a whole panel.

python -m benchmarks.devices

The panel is a real one on a virtual screen, its service runs beside it with the demonstration
library. The card is a virtual one on a pcscd of our own, the scanner a pseudo-terminal. What the
card itself takes, and pcscd to see it, is not ours and told by itself.
"""

import argparse
import os
import platform
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.devices_card import TimedCard
from benchmarks.devices_panel import PanelWatched, now_ms
from benchmarks.screen import SIZE, tell
from kiosk.commands.folder import prepare_folder
from kiosk.commands.search import service_at_hand
from kiosk.events import HomeAsked, PinEntered
from kiosk.fitting import central_http
from kiosk.services.central.records import CentralRecords
from kiosk.services.replica import Replica
from kiosk.settings import Settings, read_settings
from kiosk.virtual_screen import virtual_screen
from tests.devices.private_pcscd import PrivatePcscd

PIN = "1234"
REST_S = 0.5  # before a scan
SETTINGS = """
data_folder = "{folder}/data"

[devices]
card_reader = "pcsc"
scanner = "serial"

[scanner]
device = "{scanner}"
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is measured."""

    settings: Settings
    daemon: PrivatePcscd
    scanner: int  # the descriptor at which codes are written
    barcodes: tuple[str, ...]  # of items


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=12)
    rounds = asked.parse_args().rounds
    print(f"{os.cpu_count()} processors, {platform.machine()}, {platform.platform(terse=True)}")
    with virtual_screen(*SIZE) as screen, furnished() as place:
        os.environ["DISPLAY"], os.environ["QT_QPA_PLATFORM"] = screen.display, "xcb"
        tell("scan until the title is painted", _scans(place, rounds))
        taken = [_card(place) for _ in range(rounds)]
        for name in taken[0]:
            tell(name, [each[name] for each in taken])
        print(f"load of the last minute: {os.getloadavg()[0]:.1f}", flush=True)
    os._exit(0)  # panels leave like this: their threads end with them


@contextmanager
def furnished() -> Iterator[Place]:
    """A folder with a library, its service, a pcscd and a scanner's line, while entered."""
    with tempfile.TemporaryDirectory(prefix="kiosk-devices-") as folder:
        ours, theirs = os.openpty()
        file = Path(folder) / "kiosk.toml"
        file.write_text(SETTINGS.format(folder=folder, scanner=os.ttyname(theirs)))
        settings = read_settings(file)
        prepare_folder(settings)
        daemon = PrivatePcscd(Path(folder))
        os.environ["PCSCLITE_CSOCK_NAME"] = str(daemon.socket)
        daemon.start()
        http = central_http(settings)
        try:
            with service_at_hand(settings, ["--settings", str(file)], http):
                yield Place(settings, daemon, ours, _barcodes(settings, CentralRecords(http)))
        finally:
            daemon.kill()


def _barcodes(settings: Settings, records: CentralRecords) -> tuple[str, ...]:
    """Of items, once the kiosk has its copy of the catalogue."""
    replica = Replica(settings.folder, settings.place.standpoint().branch.id)
    replica.refresh(records)
    replica.close()
    with closing(sqlite3.connect(settings.folder / "central.sqlite")) as database:
        found = database.execute("SELECT barcode FROM item ORDER BY barcode LIMIT 100")
        return tuple(str(barcode) for (barcode,) in found)


def _scans(place: Place, rounds: int) -> list[float]:
    taken = []
    with _panel(place) as panel:
        for number in range(rounds):
            panel.hear(HomeAsked(), until="home")
            panel.rest(REST_S)
            code = place.barcodes[number % len(place.barcodes)]
            began = now_ms()
            os.write(place.scanner, f"{code}\r".encode())
            taken.append(panel.painted("title") - began)
    return taken


def _card(place: Place) -> dict[str, float]:
    """One patron: a panel process serves only one who signed in."""
    with _panel(place) as panel:
        card, slot = TimedCard.laid_nowhere(PIN), place.daemon.slot()
        panel.hear(HomeAsked(), until="home")
        began = now_ms()
        slot.lay_down(card)
        asked = panel.painted("pin")
        greeted_ms, seen = card.took_ms, card.powered_ms
        entered = now_ms()
        panel.hear(PinEntered(PIN), until="my_library")
        account = now_ms()
        slot.take_away()
        place.daemon.wait_until_empty()
    tries, proof = asked - seen - greeted_ms, account - entered - (card.took_ms - greeted_ms)
    return {
        "pcscd sees the card": seen - began,
        "card seen until the PIN is asked for, ours": tries,
        "PIN until the account is painted, ours": proof,
        "both, ours": tries + proof,
        "the card itself": card.took_ms,
    }


@contextmanager
def _panel(place: Place) -> Iterator[PanelWatched]:
    panel = PanelWatched(place.settings, SIZE)
    try:
        yield panel
    finally:
        panel.leave()


if __name__ == "__main__":
    main()
