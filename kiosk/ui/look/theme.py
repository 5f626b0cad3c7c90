"""What the screens look like: the tokens, read once, and a style for every look."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.domain.looks import Scheme
from kiosk.ui.lettering.fonts import Fonts
from kiosk.ui.look.icons import Icons
from kiosk.ui.look.style import Style
from kiosk.visit import Look

__all__ = ["ICONS", "TOKENS", "Style", "Theme"]

_ASSETS = Path(__file__).resolve().parents[3] / "assets"
TOKENS = _ASSETS / "theme" / "tokens.json"
ICONS = _ASSETS / "icons" / "icons.json"


class Theme:
    """All tokens. Reduced motion is a setting of the kiosk, and on in black-yellow."""

    def __init__(
        self, tokens: Path = TOKENS, icons: Path = ICONS, *, is_motion_reduced: bool = False
    ) -> None:
        self.tokens: Mapping[str, Any] = json.loads(tokens.read_text(encoding="utf-8"))
        self.fonts = Fonts(self.tokens["font"])
        self._icons = Icons(icons)
        self._is_motion_reduced = is_motion_reduced
        self._styles: dict[tuple[Look, bool], Style] = {}

    def of(self, look: Look | None = None, *, is_portrait: bool = False) -> Style:
        """The style of one look; the same object for the same look."""
        key = (look or Look(), is_portrait)
        if key not in self._styles:
            self._styles[key] = self._style(*key)
        return self._styles[key]

    def _style(self, look: Look, is_portrait: bool) -> Style:  # noqa: FBT001
        return Style(
            tokens=self.tokens,
            fonts=self.fonts,
            icons=self._icons,
            look=look,
            is_portrait=is_portrait,
            is_motion_reduced=self._is_motion_reduced or look.scheme is Scheme.BLACK_YELLOW,
        )
