"""Reads bars and QR codes off a picture, as a scanner does."""

import shutil
import subprocess
from pathlib import Path

KINDS = ("codabar", "qrcode")


def can_read_codes() -> bool:
    return shutil.which("zbarimg") is not None


def read_codes(picture: bytes, folder: Path) -> dict[str, str]:
    """What each kind of code says; kinds that are not there are left out."""
    file = folder / "picture.png"
    file.write_bytes(picture)
    found: dict[str, str] = {}
    for kind in KINDS:
        only = ("--set", "disable", "--set", f"{kind}.enable")
        command = ("zbarimg", "--quiet", "--nodbus", "--raw", *only, str(file))
        read = subprocess.run(command, capture_output=True, check=False)
        if read.returncode == 0:
            found[kind] = read.stdout.decode().removesuffix("\n")
    return found
