"""The copy of the catalogue survives the sudden end of whoever fetches it."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kiosk.domain.searching import Query
from kiosk.services.replica import Replica
from tests.catalogue.works import WORKS
from tests.services.feeds import CENTRAL, Feeds

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("wait_s", [0.0, 0.013, 0.029, 0.047])
def test_killed_at_any_moment_the_copy_can_be_used(tmp_path: Path, wait_s: float) -> None:
    _fetch_and_be_killed(tmp_path, wait_s)
    replica = Replica(tmp_path, CENTRAL.id)
    assert replica.search(Query("猫")).total <= len(WORKS)
    feeds = Feeds()
    feeds.fill_anew("after")
    feeds.put(*WORKS)
    feeds.place(WORKS[0].id, CENTRAL)
    assert replica.refresh(feeds)
    answer = replica.search(Query("", limit=100))
    assert [each.title.extent for each in answer.titles] == [""] * len(WORKS)
    assert (answer.counts.here, answer.counts.all) == (1, len(WORKS))


def _fetch_and_be_killed(folder: Path, wait_s: float) -> None:
    command = [sys.executable, "-m", "tests.services.refreshing_process", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "refreshed\n"
        threading.Event().wait(wait_s)
        process.kill()
