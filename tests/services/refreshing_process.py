"""Fetches into a folder again and again until it is killed; started by a test."""

import sys
from dataclasses import replace
from pathlib import Path

from kiosk.services.replica import Replica
from tests.catalogue.works import WORKS
from tests.services.feeds import CENTRAL, Feeds


def main() -> None:
    feeds = Feeds(most=3)
    replica = Replica(Path(sys.argv[1]), CENTRAL.id)
    for numbering in range(10_000):
        feeds.fill_anew(f"{numbering}")
        feeds.put(*(replace(title, extent=f"{numbering}p") for title in WORKS))
        feeds.place(WORKS[0].id, CENTRAL)
        replica.refresh(feeds)
        feeds.withdraw(WORKS[0].id)
        feeds.put(WORKS[0])
        replica.refresh(feeds)
        sys.stdout.write("refreshed\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
