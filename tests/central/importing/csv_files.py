"""CSV files of a test."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

WriteCsv = Callable[..., Path]


def write_csv(
    file: Path, columns: list[str], *rows: Mapping[str, str], encoding: str = "utf-8"
) -> Path:
    """Columns of which a row has none stay empty."""
    with file.open("w", encoding=encoding, newline="") as text:
        writer = csv.DictWriter(text, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file
