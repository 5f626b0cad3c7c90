"""A panel that reserves without end until it is killed: run as a process of its own.

    python -m tests.services.reserving_process FOLDER SOCKET

It writes each permit before it asks and the number once reserve() came back.
"""

import sys
import uuid
from pathlib import Path

from kiosk.domain.contacts import NoticeMethod
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.reservations import CentralReservations
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.clock import FixedClock
from kiosk.services.simulated.stock import CENTRAL_BRANCH
from tests.services.offers import offer


def main(folder: Path, socket: Path) -> None:
    clock = FixedClock()
    reservations = CentralReservations(
        CentralHttp.over_socket(socket, "key"),
        SqliteOutbox(folder, 7),
        SimulatedCatalogue(),
        clock,
    )
    while True:
        reserved = reservations.reserve(
            offer(uuid.uuid4().hex), CENTRAL_BRANCH.id, NoticeMethod.EMAIL
        )
        sys.stdout.write(f"{reserved.number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
