"""The line drawings on keys: one SVG path a name, coloured when drawn."""

import json
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}"'
    ' stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round">{drawing}</svg>'
)


class Icons:
    """Draws each icon once in each size and colour."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}

    def draw(self, name: str, px: int, colour: QColor, stroke: float = 2) -> QPixmap:
        """Stroke is counted on the grid of 24. Raises KeyError for an unknown name."""
        key = (name, px, colour.name(), stroke)
        if key not in self._drawn:
            self._drawn[key] = self._paint(*key)
        return self._drawn[key]

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(self._drawings)

    @cached_property
    def _drawings(self) -> dict[str, str]:
        drawings: dict[str, str] = json.loads(self._file.read_text(encoding="utf-8"))
        return drawings

    def _paint(self, name: str, px: int, colour: str, stroke: float) -> QPixmap:
        drawing = self._drawings[name].replace("currentColor", colour)
        svg = _FRAME.format(colour=colour, stroke=stroke, drawing=drawing)
        pixmap = QPixmap(px, px)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            QSvgRenderer(QByteArray(svg.encode())).render(painter)
        return pixmap
