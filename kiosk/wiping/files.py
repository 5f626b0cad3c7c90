"""The files below a folder, whatever they are: databases, locks, logs, what a library cached."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.wiping.sieve import Sieve


def files_below(folder: Path, but: Iterable[str] = ()) -> Iterator[Path]:
    """Every regular file; `but`: beginnings of names, of files or folders, that are passed over."""
    passed_over = tuple(but)
    for path in sorted(folder.rglob("*")):
        names = path.relative_to(folder).parts
        is_passed_over = any(name.startswith(passed_over) for name in names)
        if path.is_file() and not path.is_symlink() and not is_passed_over:
            yield path


def count_in_files(paths: Iterable[Path], sieve: Sieve) -> dict[Path, Counter[str]]:
    """Only the files that hold something, or that are named so. A file that goes away is empty."""
    found = {}
    for path in paths:
        count = sieve.in_bytes(_content(path)) + sieve.in_text(path.name)
        if count:
            found[path] = count
    return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
