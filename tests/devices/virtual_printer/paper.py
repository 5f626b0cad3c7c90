"""The roll of a virtual printer: what was burnt on it, dot for dot, cut into pieces."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

LINE = 34  # dots
LETTER = 24
_FONT = "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf"


class PaperEnded(Exception):
    pass


class Paper:
    def __init__(self, dots: int, left: int = 100_000) -> None:
        self.dots = dots
        self.left = left  # rows
        self.pieces: list[Image.Image] = []  # that fell from the knife
        self._rows: list[bytes] = []

    @property
    def hanging(self) -> int:
        """Rows that came out and hang at the printer."""
        return len(self._rows)

    def feed(self, row: bytes = b"") -> None:
        """One row out, black where bits are 1. Raises PaperEnded."""
        if self.left == 0:
            raise PaperEnded
        self.left -= 1
        self._rows.append(row.ljust(self.dots // 8, b"\0"))

    def cut(self) -> None:
        dots = bytes(byte ^ 0xFF for byte in b"".join(self._rows))
        size = (self.dots, len(self._rows))
        if self._rows:
            self.pieces.append(Image.frombytes("1", size, dots))
        self._rows = []


def rows_of(picture: Image.Image, dots: int, where: int = 0) -> list[bytes]:
    """A picture at the left (0) or in the middle (1), as rows to be burnt."""
    paper = Image.new("1", (dots, picture.height), 1)
    paper.paste(picture, ((dots - picture.width) // 2 if where else 0, 0))
    data = bytes(byte ^ 0xFF for byte in paper.tobytes())
    return [data[at : at + dots // 8] for at in range(0, len(data), dots // 8)]


def letters(text: str, *, is_bold: bool) -> Image.Image:
    """The printer's own letters: a kanji in 24 dots, a Latin letter in 12."""
    font = ImageFont.truetype(_FONT, LETTER)
    width = sum(12 if letter.isascii() or letter in HALF_KANA else LETTER for letter in text)
    picture = Image.new("1", (max(1, width), LINE), 1)
    drawing = ImageDraw.Draw(picture)
    left = 0
    for letter in text:
        for nudge in (0, 1) if is_bold else (0,):
            drawing.text((left + nudge, LINE - 8), letter, font=font, fill=0, anchor="ls")
        left += 12 if letter.isascii() or letter in HALF_KANA else LETTER
    return picture


HALF_KANA = frozenset(map(chr, range(0xFF61, 0xFFA0)))


def png_of(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
