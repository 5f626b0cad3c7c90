"""A panel without a window, for the supervisor's tests: speaks the protocol, nothing else.

Every word it hears or says is written to the journal, one line with its process id.
Lines in the folder's file `orders-PID` are what the test wants it to do.
"""

import os
import select
import sys
from pathlib import Path

from kiosk.supervisor.channel import Channel, Said, Told

HEARTBEAT_S = 0.02


def main(folder: Path, control: int) -> None:
    channel = Channel.from_descriptor(control)
    pid = os.getpid()
    journal = folder / "journal"
    orders = folder / f"orders-{pid}"

    def note(word: str) -> None:
        with journal.open("a", encoding="utf-8") as file:
            file.write(f"{pid} {word}\n")

    note("started")
    if (folder / "broken").exists():
        return
    channel.send(Said.PAINTED)
    while True:
        ready, _, _ = select.select([channel], [], [], HEARTBEAT_S)
        words = channel.receive() if ready else []
        if words is None:
            note("orphaned")
            return
        for word in words:
            note(word)
            if word == Told.COME_ON:
                channel.send(Said.ON_STAGE)
            if word == Told.LEAVE and (folder / "nobody-leaves").exists():
                continue
            if word == Told.LEAVE:
                note("left")
                return
        if orders.exists():
            order = orders.read_text(encoding="utf-8")
            orders.unlink()
            os.write(channel.fileno(), f"{order}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[sys.argv.index("--control") + 1]))
