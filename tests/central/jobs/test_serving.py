"""A real service does its jobs while it answers, and ends with none left running."""

import json
import os
import subprocess
import sys
from pathlib import Path

from kiosk.central.jobs.schedule import TIMETABLE
from kiosk.central.listening import at_path
from tests.central.conftest import POLICIES

PATIENCE_S = 60  # for a machine that does much else; nothing here waits that long by itself

PROGRAM = """
import sys
from kiosk.central.serve import serve
from kiosk.central.settings import CentralSettings
from pathlib import Path
data, policy, fd = sys.argv[1:]
serve(CentralSettings(Path(data), Path(policy)), int(fd), watch_stdin=True, jobs_after_s=0)
"""


def test_a_service_does_every_job_and_ends_cleanly(tmp_path: Path) -> None:
    policy = str(POLICIES / "demonstration.toml")
    with at_path(tmp_path / "central.socket") as listener:
        fd = str(listener.fileno())
        words = [sys.executable, "-W", "error", "-c", PROGRAM, str(tmp_path / "data"), policy, fd]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            words, pass_fds=(int(fd),), stdin=pipe, stderr=pipe, env=os.environ
        ) as process:
            assert process.stderr is not None
            done: dict[object, object] = {}
            while len(done) < len(TIMETABLE):
                line = json.loads(process.stderr.readline())
                if line["says"] == "a job is done":
                    done[line["job"]] = line["count"]
            _, said = process.communicate(timeout=PATIENCE_S)
    assert done == {each.job.__name__: 0 for each in TIMETABLE}
    assert process.returncode == 0
    assert json.loads(said.splitlines()[-1])["says"] == "ended"
