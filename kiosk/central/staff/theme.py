"""The house's colours and measures as a style sheet of custom properties."""

import json
import re
from pathlib import Path

TOKENS = Path(__file__).parents[3] / "assets" / "theme" / "tokens.json"
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def theme_css(tokens: Path = TOKENS) -> str:
    """Light, and dark where the browser asks for it."""
    theme = json.loads(tokens.read_text(encoding="utf-8"))
    families = ", ".join(f'"{name}"' for name in theme["font"]["ja"]["families"])
    radii = "".join(f"--radius-{name}: {px}px; " for name, px in theme["radius"].items())
    light, dark = (_colours(theme["colour"][scheme]) for scheme in ("light", "dark"))
    return (
        f":root {{ color-scheme: light dark; --font: {families}, sans-serif; {radii}{light}}}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n"
    )


def _colours(scheme: dict[str, str]) -> str:
    return "".join(f"--{_dashed(name)}: {colour}; " for name, colour in scheme.items())


def _dashed(name: str) -> str:
    return _INNER_CAPITAL.sub("-", name).replace("_", "-").lower()
