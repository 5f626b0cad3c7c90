"""The letters on paper: BIZ UD Gothic, and Noto Sans CJK for what it lacks."""

from collections.abc import Sequence
from enum import Enum
from functools import cache
from itertools import groupby
from pathlib import Path

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont, Layout

# Debian's, of fonts-morisawa-bizud-gothic and fonts-noto-cjk.
FONT_FOLDERS = (
    Path("/usr/share/fonts/truetype/bizud-gothic"),
    Path("/usr/share/fonts/opentype/noto"),
)
_NO_CHARACTER = "\U0010ffff"  # what a font draws for it, it draws for all that it lacks


class Face(Enum):
    """The files of one face, the first that has a character draws it."""

    REGULAR = ("BIZUDPGothic-Regular.ttf", "NotoSansCJK-Regular.ttc")
    BOLD = ("BIZUDPGothic-Bold.ttf", "NotoSansCJK-Bold.ttc")
    NUMBERS = ("BIZUDGothic-Regular.ttf", "NotoSansCJK-Regular.ttc")  # of fixed width
    BOLD_NUMBERS = ("BIZUDGothic-Bold.ttf", "NotoSansCJK-Bold.ttc")


class NoFonts(FileNotFoundError):
    """None of a face's files is installed."""

    def __init__(self, face: Face, folders: Sequence[Path]) -> None:
        self.face = face
        places = ", ".join(map(str, folders))
        super().__init__(f"No font for slips: none of {', '.join(face.value)} is in {places}")


class Fonts:
    """Finds the files once; gives for each text the font that has its characters."""

    def __init__(self, folders: Sequence[Path] = FONT_FOLDERS) -> None:
        """Raises NoFonts if a face has no file at all; one of its two is enough."""
        self._files = {face: _find(face, folders) for face in Face}
        self._of_size = cache(_open)
        self._has = cache(_has)

    def runs(self, text: str, face: Face, size: int) -> list[tuple[FreeTypeFont, str]]:
        """The text cut where another font must draw."""
        cut = groupby(text, key=lambda character: self._file_of(character, face))
        return [(self._of_size(file, size), "".join(run)) for file, run in cut]

    def width(self, text: str, face: Face, size: int) -> int:
        return round(sum(font.getlength(run) for font, run in self.runs(text, face, size)))

    def _file_of(self, character: str, face: Face) -> Path:
        files = self._files[face]
        if character.isspace():
            return files[0]
        return next((file for file in files if self._has(file, character)), files[0])


def _find(face: Face, folders: Sequence[Path]) -> tuple[Path, ...]:
    places = [folder / name for name in face.value for folder in folders]
    found = tuple(place for place in places if place.is_file())
    if not found:
        raise NoFonts(face, folders)
    return found


def _open(file: Path, size: int) -> FreeTypeFont:
    """The first font of the file; of Noto's collection that is the Japanese one."""
    return ImageFont.truetype(file, size, layout_engine=Layout.BASIC)


def _has(file: Path, character: str) -> bool:
    font = _open(file, 24)
    return bytes(font.getmask(character)) != bytes(font.getmask(_NO_CHARACTER))
