"""The style that one look makes of the tokens: colours, letters and measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QColor, QFont, QPixmap

from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.ui.lettering.fonts import Fonts
from kiosk.ui.look.icons import Icons
from kiosk.visit import Look

_THICK_STROKE = 3  # px, the thinnest line of black-yellow
_EM_TOP_TO_BASELINE = 0.88  # of the letter's size


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """One look on one panel. Colours, roles and measures are asked for by their token's name."""

    tokens: Mapping[str, Any]
    fonts: Fonts
    icons: Icons
    look: Look
    is_portrait: bool
    is_motion_reduced: bool

    @property
    def language(self) -> Language:
        return self.look.language

    @property
    def is_black_yellow(self) -> bool:
        return self.look.scheme is Scheme.BLACK_YELLOW

    @property
    def is_large(self) -> bool:
        """Whether words are so large that keys carry one word and open panels."""
        return self.look.size >= TextSize.LARGER

    # ---- colours
    def colour(self, name: str, scheme: Scheme | None = None) -> QColor:
        """A colour token; of another scheme for the key that offers it."""
        return QColor(self.tokens["colour"][scheme or self.look.scheme][name])

    def icon(self, name: str, px: int, colour: QColor, stroke: float = 2) -> QPixmap:
        return self.icons.draw(name, px, colour, stroke)

    # ---- letters
    def px(self, role: str) -> int:
        """The size of a role's letters."""
        return int(self.tokens["type"]["px"][role][self.look.size])

    def font(
        self,
        role: str,
        *,
        bold: bool = False,
        numbers: bool = False,
        literary: bool = False,
        language: Language | None = None,
    ) -> QFont:
        """The letters of a role; language where it is not the one of the screen."""
        families = self.fonts.families(
            language or self.language, numbers=numbers, literary=literary
        )
        return families.font(self.px(role), bold=bold)

    def line(self, role: str) -> int:
        """The fixed height of a line box of this role; no letter makes it higher."""
        return round(self.px(role) * self.fonts.line_factor(self.language, role))

    def baseline(self, role: str, height: float) -> float:
        """Where the letters stand in a box of this height: the same in every language."""
        px = self.px(role)
        return (height - px) / 2 + _EM_TOP_TO_BASELINE * px

    def grown(self, px: float) -> int:
        """The size of what stands beside words, such as an icon: grows half as fast as they."""
        standard = int(self.tokens["type"]["px"]["label"][TextSize.STANDARD])
        return round(px * (0.5 + 0.5 * self.px("label") / standard))

    # ---- measures
    def space(self, step: int) -> int:
        """Step 0 to 8: 4 8 12 16 24 32 48 64 96 px."""
        return int(self.tokens["space"][step])

    def mm(self, px: float) -> float:
        """How long this is on the panel of 21.5 inches."""
        return px * float(self.tokens["panel"]["mm_per_px"])

    def radius(self, name: str) -> int:
        return int(self.tokens["radius"][name])

    def stroke(self, name: str) -> int:
        """In black-yellow no line is thinner than 3 px."""
        px = int(self.tokens["stroke"][name])
        return max(px, _THICK_STROKE) if self.is_black_yellow else px

    @property
    def dashes(self) -> tuple[int, int]:
        """The line around what cannot be used: px drawn, px open."""
        dash, gap = self.tokens["stroke"]["disabled_dash"]
        return int(dash), int(gap)

    def lip(self, name: str = "touchable_lip") -> int:
        return int(self.tokens["elevation"][name])

    @property
    def gap(self) -> int:
        """Between two targets."""
        return int(self.tokens["gap_between_targets"])

    @property
    def least_gap(self) -> int:
        """Between two targets of one group, never less."""
        return int(self.tokens["gap_minimum"])

    @property
    def least_target(self) -> int:
        return int(self.tokens["component"]["key_min"][0])

    def component(self, name: str) -> Any:
        """A measure of one component; by orientation where it has one each."""
        value = self.tokens["component"][name]
        return value[self._side] if isinstance(value, dict) else value

    def grid(self, name: str) -> Any:
        """Of this orientation: margin, column, gutter, header, bar, content, touch_from_y."""
        return self.tokens["grid"][self._side][name]

    @property
    def margin(self) -> int:
        return int(self.grid("margin"))

    @property
    def band_height(self) -> int:
        least = self.tokens["grid"]["header_at_larger_and_largest"] if self.is_large else 0
        return max(int(self.grid("header")), int(least))

    @property
    def bar_height(self) -> int:
        if self.is_large and not self.is_portrait:
            return int(self.tokens["grid"]["bar_at_larger_and_largest"])
        return int(self.grid("bar"))

    # ---- motion
    def ms(self, name: str) -> int:
        """How long a motion takes; 0 where motion is reduced."""
        kind = "motion_reduced_ms" if self.is_motion_reduced else "motion_ms"
        return int(self.tokens[kind][name])

    @property
    def _side(self) -> str:
        return "portrait" if self.is_portrait else "landscape"
