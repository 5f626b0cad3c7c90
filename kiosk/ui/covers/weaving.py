"""How the cover of a title without a picture is woven: always the same for the same record."""

import colorsys
import hashlib
import json
import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.domain.titles import Material, Title

PATTERNS = Path(__file__).resolve().parents[3] / "assets" / "patterns"
PAPER = "#FBF6E9"  # of the 題簽
INK = "#14181C"
UNITS = (0.105, 0.135, 0.175, 0.22)  # of the pattern, parts of the cover's width
_AUDIOVISUAL = {Material.CD, Material.DVD, Material.VIDEO}
_BRIGHTER_FOR_CHILDREN = 0.12
_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿豈-﫿]")
_LONGEST = 36  # letters of a title; the whole of it stands beside the cover


class Place(IntEnum):
    """Where the 題簽 is pasted."""

    LEFT = 0
    CENTRE = 1
    WINDOW = 2
    HALF = 3
    RIGHT = 4


@dataclass(frozen=True, slots=True)
class Weave:
    """All that decides how a cover looks, but its size and the scheme."""

    main_class: str
    cloth: str
    is_solid: bool  # the pattern is of faces, not of lines
    place: Place
    unit: float  # of the pattern, part of the width
    is_round: bool  # the window
    is_square: bool  # a CD
    is_for_children: bool
    is_across: bool  # a title in Latin letters, set from left to right
    name: str
    creator: str

    @property
    def thread(self) -> str:
        """The colour of the pattern: cloth mixed to white."""
        return mixed(self.cloth, "#FFFFFF", 0.11 if self.is_solid else 0.2)

    @property
    def paper(self) -> str:
        return mixed(PAPER, self.cloth, 0.03)

    @property
    def ink(self) -> str:
        return mixed(INK, self.cloth, 0.12)

    @property
    def plate(self) -> str:
        """The dark ground of the author's name."""
        return mixed(self.cloth, "#000000", 0.42 if not self.is_for_children else 0.6)


def weave(title: Title) -> Weave:
    creator = title.creators[0].name if title.creators else ""
    seed = _seed(title.name + creator.replace(" ", ""))
    main_class = _main_class(title, seed)
    cloth = _cloths()[main_class]
    tone = cloth_of(main_class, seed % 4)
    return Weave(
        main_class=main_class,
        cloth=_brighter(tone) if title.is_for_children else tone,
        is_solid=cloth["is_solid"],
        place=Place((seed >> 5) % 5),
        unit=UNITS[(seed >> 9) % 4],
        is_round=bool(seed >> 13 & 1),
        is_square=title.material in _AUDIOVISUAL,
        is_for_children=title.is_for_children,
        is_across=not _JAPANESE.search(title.name),
        name=title.name[:_LONGEST],
        creator=creator,
    )


def _main_class(title: Title, seed: int) -> str:
    """The class of the call number; picture books ("E") have none and take any."""
    has_class = any(letter.isdigit() for letter in title.call_number.ndc)
    return title.call_number.main_class if has_class else str((seed >> 20) % 10)


def class_colour(main_class: str) -> str:
    """The cloth of a main class, which is the frame of its spine labels too."""
    return cloth_of(main_class, 0)


def cloth_of(main_class: str, tone: int) -> str:
    """One of the four tones of a class's cloth."""
    return str(_cloths()[main_class]["tones"][tone])


def mixed(colour: str, other: str, part: float) -> str:
    """A colour with a part of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)


def tile(main_class: str) -> str:
    """One repeat of a class's pattern as SVG: white threads on black, a unit is 100 wide."""
    return _file(f"{main_class}.svg")


def _seed(text: str) -> int:
    return int.from_bytes(hashlib.sha1(text.encode(), usedforsecurity=False).digest(), "big")


def _brighter(colour: str) -> str:
    red, green, blue = (channel / 255 for channel in _channels(colour))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    lighter = min(1.0, lightness + _BRIGHTER_FOR_CHILDREN)
    channels = colorsys.hls_to_rgb(hue, lighter, saturation)
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@cache
def _cloths() -> dict[str, dict[str, Any]]:
    cloths: dict[str, dict[str, Any]] = json.loads(_file("cloths.json"))
    return cloths


@cache
def _file(name: str) -> str:
    return (PATTERNS / name).read_text(encoding="utf-8")
