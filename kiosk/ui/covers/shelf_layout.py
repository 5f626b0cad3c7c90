"""How books stand on the shelf of the first screen: covers facing out, spines between."""

import random
from dataclasses import dataclass

COVER = (204, 292)
_BESIDE_COVER = 11  # px left free at each side of a cover
_SPINE_WIDTHS = (28, 34, 42)
_SPINE_HEIGHTS = (222, 312)
_BETWEEN_SPINES = 3
_GROUPS = (2, 2, 0, 2, 1, 2, 1)  # spines before each cover, over and over


@dataclass(frozen=True, slots=True)
class Spine:
    """The back of a book that cannot be touched."""

    x: int
    width: int
    height: int
    main_class: str  # of its cloth
    tone: int  # 0 to 3
    band: int  # 0: nothing on it, 1: two gilt lines, 2: a paper with the title


@dataclass(frozen=True, slots=True)
class Row:
    """One board of the shelf: where covers begin, and the spines between them."""

    covers: tuple[int, ...]
    spines: tuple[Spine, ...]


def arrange(width: int, most: int) -> Row:
    """As many covers as the board has room for, at most as many as there are titles."""
    chance = random.Random(width)  # noqa: S311 - the same shelf at every start
    covers: list[int] = []
    spines: list[Spine] = []
    x = 3
    while len(covers) < most:
        for _ in range(_GROUPS[len(covers) % len(_GROUPS)]):
            spines.append(_spine(chance, x))
            x += spines[-1].width + _BETWEEN_SPINES
        needed = COVER[0] + 2 * _BESIDE_COVER
        if x + needed > width:
            break
        covers.append(x + _BESIDE_COVER)
        x += needed
    while x < width - max(_SPINE_WIDTHS):
        spines.append(_spine(chance, x))
        x += spines[-1].width + _BETWEEN_SPINES
    return Row(tuple(covers), tuple(spine for spine in spines if spine.x + spine.width <= width))


def _spine(chance: random.Random, x: int) -> Spine:
    return Spine(
        x=x,
        width=chance.choice(_SPINE_WIDTHS),
        height=chance.randint(*_SPINE_HEIGHTS),
        main_class=str(chance.randrange(10)),
        tone=chance.randrange(4),
        band=chance.choice((0, 1, 1, 2)),
    )
