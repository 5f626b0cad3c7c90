"""The project's own files, as git would take them."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def own_files() -> tuple[Path, ...]:
    """All that is kept or about to be: not what .gitignore names."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def own_python(*rooms: str) -> tuple[Path, ...]:
    folders = [ROOT / room for room in rooms]
    return tuple(
        path
        for path in own_files()
        if path.suffix == ".py" and any(path.is_relative_to(folder) for folder in folders)
    )


def own_texts() -> dict[Path, str]:
    """What can be read as text, by file."""
    texts: dict[Path, str] = {}
    for path in own_files():
        content = path.read_bytes()
        if b"\0" not in content:
            texts[path.relative_to(ROOT)] = content.decode("utf-8")
    return texts
