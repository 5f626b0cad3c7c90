"""Where in a TOML text each key stands, for sentences about what is wrong with it."""

import re
import tomllib
from collections.abc import Iterator

Path = tuple[str | int, ...]  # ("branch", 1, "name"): arrays of tables count from 0


def lines_of_keys(text: str) -> dict[Path, int]:
    """The line, from 1, on which each key or table of a sound TOML text begins.

    Keys inside an inline table or an array stand with the key that they belong to.
    """
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}  # of each array of tables: the index of its last
    table: Path = ()
    for number, statement, parsed in _statements(text):
        if statement.startswith("[["):
            table = _table(parsed, counts)
            counts[table] = counts.get(table, -1) + 1
            table = (*table, counts[table])
            lines[table] = number
        elif statement.startswith("["):
            table = _table(parsed, counts)
            lines.setdefault(table, number)
        else:
            for path in _paths(parsed):
                lines.setdefault((*table, *path), number)
    return lines


def line_of_syntax_error(error: tomllib.TOMLDecodeError, text: str) -> int:
    """Python 3.11 says it only in words: "… (at line 3, column 5)" or "(at end of document)"."""
    found = re.search(r"\(at line (\d+), column \d+\)$", str(error))
    return int(found[1]) if found else max(1, len(text.splitlines()))


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, object]]]:
    """Each statement with its line: the fewest lines from there on that are TOML."""
    pending: list[str] = []
    begins = 1
    for number, line in enumerate(re.split(r"\r?\n", text), start=1):
        begins = begins if pending else number
        pending.append(line)
        try:
            parsed = tomllib.loads("\n".join(pending))
        except tomllib.TOMLDecodeError:
            continue
        if parsed:
            yield begins, pending[0].lstrip(), parsed
        pending = []


def _table(parsed: dict[str, object], counts: dict[Path, int]) -> Path:
    """The path of a table's header; within an array of tables it means the last of them."""
    path: Path = ()
    [names] = _paths(parsed, only_deepest=True)
    for name in names:
        if path in counts:
            path = (*path, counts[path])
        path = (*path, name)
    return path


def _paths(parsed: dict[str, object], *, only_deepest: bool = False) -> list[tuple[str, ...]]:
    paths: list[tuple[str, ...]] = []
    for name, value in parsed.items():
        inner = _paths(value, only_deepest=only_deepest) if isinstance(value, dict) else []
        if not (only_deepest and inner):
            paths.append((name,))
        paths.extend((name, *path) for path in inner)
    return paths
