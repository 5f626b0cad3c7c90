"""Six reduced pictures on one sheet: a tour can be looked through in minutes."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

EDGE = 8  # px between pictures
HEIGHTS = {False: 540, True: 960}  # of one picture, by is_portrait
COLUMNS = {False: 2, True: 3}
PICTURES = {False: 6, True: 3}


def lay_out_sheets(pictures: Sequence[Path], folder: Path) -> list[Path]:
    """Landscape and portrait apart, in the order given."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number, group in enumerate(_groups(pictures), 1):
        made.append(folder / f"{number:03}-{group[0].stem}.png")
        _sheet(group).save(str(made[-1]))
    return made


def _groups(pictures: Sequence[Path]) -> Iterator[list[Path]]:
    for is_portrait, members in groupby(pictures, key=_is_portrait):
        alike = list(members)
        for first in range(0, len(alike), PICTURES[is_portrait]):
            yield alike[first : first + PICTURES[is_portrait]]


def _is_portrait(picture: Path) -> bool:
    return "-portrait-" in picture.name


def _sheet(group: Sequence[Path]) -> QImage:
    is_portrait = _is_portrait(group[0])
    high, columns = HEIGHTS[is_portrait], COLUMNS[is_portrait]
    smooth = Qt.TransformationMode.SmoothTransformation
    small = [QImage(str(picture)).scaledToHeight(high, smooth) for picture in group]
    wide = small[0].width()
    rows = -(-len(small) // columns)
    size = columns * (wide + EDGE) - EDGE, rows * (high + EDGE) - EDGE
    sheet = QImage(*size, QImage.Format.Format_RGB32)
    sheet.fill(QColor("magenta"))
    with QPainter(sheet) as painter:
        for at, picture in enumerate(small):
            place = (at % columns) * (wide + EDGE), (at // columns) * (high + EDGE)
            painter.drawImage(*place, picture)
    return sheet
