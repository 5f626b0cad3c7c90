"""A strip of paper that grows by one block after another, then is drawn as a whole."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Protocol

from PIL import Image, ImageDraw

PAPER_DOTS = 576  # 80 mm paper at 203 dpi, the printable part
MARGIN = 36
INNER_DOTS = PAPER_DOTS - 2 * MARGIN
BLACK, WHITE = 0, 1


class Block(Protocol):
    """One thing on the paper, as wide as the paper."""

    @property
    def height(self) -> int: ...

    def draw(self, paper: ImageDraw.ImageDraw, top: int) -> None: ...


@dataclass(slots=True)
class Paper:
    """Black or white, nothing between: what a thermal head can burn."""

    blocks: list[Block] = field(default_factory=list)

    def add(self, *blocks: Block) -> None:
        self.blocks.extend(blocks)

    def picture(self) -> Image.Image:
        height = sum(block.height for block in self.blocks)
        image = Image.new("1", (PAPER_DOTS, height), WHITE)
        drawing = ImageDraw.Draw(image)
        top = 0
        for block in self.blocks:
            block.draw(drawing, top)
            top += block.height
        return image


@dataclass(frozen=True, slots=True)
class Space:
    height: int

    def draw(self, paper: ImageDraw.ImageDraw, top: int) -> None:
        """Nothing is drawn."""


@dataclass(frozen=True, slots=True)
class DashedRule:
    """A line to be read as the end of the head."""

    height: int = 4

    def draw(self, paper: ImageDraw.ImageDraw, top: int) -> None:
        for left in range(MARGIN, PAPER_DOTS - MARGIN, 12):
            right = min(left + 7, PAPER_DOTS - MARGIN)
            paper.rectangle((left, top, right, top + self.height - 1), fill=BLACK)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture in the middle of the paper, dot for dot."""

    image: Image.Image

    @property
    def height(self) -> int:
        return self.image.height

    def draw(self, paper: ImageDraw.ImageDraw, top: int) -> None:
        left = (PAPER_DOTS - self.image.width) // 2
        black = self.image.convert("L").point(lambda light: 255 - light).convert("1")
        paper.bitmap((left, top), black, fill=BLACK)


@dataclass(frozen=True, slots=True)
class PastedAt:
    """A picture that begins at a dot of the paper, in the middle of a block of this height."""

    image: Image.Image
    left: int
    height: int

    def draw(self, paper: ImageDraw.ImageDraw, top: int) -> None:
        above = (self.height - self.image.height) // 2
        black = self.image.convert("L").point(lambda light: 255 - light).convert("1")
        paper.bitmap((self.left, top + above), black, fill=BLACK)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two blocks on one height: a mark at the left and what is said beside it."""

    mark: Block
    said: Block

    @property
    def height(self) -> int:
        return max(self.mark.height, self.said.height)

    def draw(self, paper: ImageDraw.ImageDraw, top: int) -> None:
        for block in (self.mark, self.said):
            block.draw(paper, top + (self.height - block.height) // 2)


@dataclass(frozen=True, slots=True)
class Stacked:
    """Blocks one below the other, as one."""

    blocks: tuple[Block, ...]

    @property
    def height(self) -> int:
        return sum(block.height for block in self.blocks)

    def draw(self, paper: ImageDraw.ImageDraw, top: int) -> None:
        for block in self.blocks:
            block.draw(paper, top)
            top += block.height


def png_of(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
