"""Figures are told on a listener of their own."""

import socket
import subprocess
import sys
from pathlib import Path

import httpx

from tests.central.conftest import POLICIES

PATIENCE_S = 60  # for a machine that does much else

PROGRAM = """
import sys
from kiosk.central.serve import serve
from kiosk.central.settings import CentralSettings
from pathlib import Path
data, policy, fd, watch = sys.argv[1:]
settings = CentralSettings(Path(data), Path(policy))
serve(settings, int(fd), watch_fd=int(watch), watch_stdin=True)
"""


def test_figures_are_told_beside_the_kiosks_and_not_to_them(tmp_path: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as kiosks,
        socket.create_server(("127.0.0.1", 0)) as watch,
    ):
        handed = (kiosks.fileno(), watch.fileno())
        policy = str(POLICIES / "demonstration.toml")
        words = [sys.executable, "-c", PROGRAM, str(tmp_path / "data"), policy]
        process = subprocess.Popen(
            [*words, *map(str, handed)], pass_fds=handed, stdin=subprocess.PIPE
        )
        of_kiosks, of_watch = (
            f"http://127.0.0.1:{one.getsockname()[1]}" for one in (kiosks, watch)
        )
        assert httpx.get(f"{of_kiosks}/readyz", timeout=PATIENCE_S).status_code == 200
        figures = httpx.get(f"{of_watch}/metrics", timeout=PATIENCE_S)
        told = figures.text
        assert 'route="/readyz",status="200"} 1.0' in told
        assert "kiosk_service_ready 1.0" in told
        assert figures.headers["X-Content-Type-Options"] == "nosniff"
        assert httpx.get(f"{of_kiosks}/metrics", timeout=PATIENCE_S).status_code == 404
        process.communicate(timeout=PATIENCE_S)  # closes its standard input
        assert process.returncode == 0
