"""Runs inside the machine, as root: does what the host asks for over a virtio line."""

import json
import subprocess
from pathlib import Path
from typing import IO, Any

LINE = Path("/dev/virtio-ports/trial")


def main() -> None:
    with LINE.open("r+b", buffering=0) as line:
        while True:
            asked = _read(line)
            line.write(json.dumps(_done(asked)).encode() + b"\n")


def _read(line: IO[bytes]) -> dict[str, Any]:
    text = b""
    while not text.endswith(b"\n"):
        text += line.read(1)
    return dict(json.loads(text))


def _done(asked: dict[str, Any]) -> dict[str, object]:
    try:
        ended = subprocess.run(
            asked["argv"],
            user=asked["user"],
            group=None if asked["user"] == "root" else asked["user"],
            extra_groups=[] if asked["user"] == "root" else asked["groups"],
            capture_output=True,
            text=True,
            check=False,
            timeout=asked["timeout_s"],
            cwd="/",
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return {"status": -1, "out": "", "err": f"{type(error).__name__}: {error}"}
    return {"status": ended.returncode, "out": ended.stdout, "err": ended.stderr}


main()
