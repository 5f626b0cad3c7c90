"""Runs every check of the project and prints how long each took; `make test` calls it."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = ROOT / ".venv" / "bin"
# One more than processors: many tests wait for a process, a line or a clock.
WORKERS = (os.cpu_count() or 2) + 1
# A file stays with one worker: what its tests share is made once. Files keep the order in which
# tests/conftest.py puts them, those with slow tests first.
SPREAD = ("-n", str(WORKERS), "--dist=loadfile", "--no-loadscope-reorder")
SHORTER = ("--durations-min=5", "--no-header")  # only what is slow is told

CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("format", ["ruff", "format", "--check", "--quiet", "."]),
    ("lint", ["ruff", "check", "--quiet", "."]),
    ("types", ["mypy"]),
    ("imports", ["lint-imports", "--no-cache"]),
    ("words", ["python", "tools/words.py"]),
    ("chart", ["python", "tools/draw_flow.py", "--check"]),
    ("tests", ["pytest", "-q", *SPREAD, "--durations=5", *SHORTER]),
)


def run(command: list[str]) -> int:
    return subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, check=False).returncode


def main() -> int:
    took: list[tuple[str, float, int]] = []
    for name, command in CHECKS:
        print(f"── {name}", flush=True)
        begun = time.monotonic()
        status = run(command)
        took.append((name, time.monotonic() - begun, status))
    print("\n── time by part")
    for name, seconds, status in took:
        print(f"{name:10} {seconds:7.1f} s  {'ok' if status == 0 else f'FAILED ({status})'}")
    failed = [name for name, _, status in took if status]
    print(f"all        {sum(seconds for _, seconds, _ in took):7.1f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
