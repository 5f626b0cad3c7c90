"""Where each part of the panel stands: one below the other, none covers another."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from kiosk.ui.look.style import Style


@dataclass(frozen=True, slots=True)
class Heights:
    """In px; 0 for what is not seen now."""

    band: int = 0
    banner: int = 0
    bar: int = 0
    toast: int = 0


@dataclass(frozen=True, slots=True)
class Rooms:
    band: QRect
    banner: QRect
    screen: QRect
    toast: QRect
    bar: QRect

    @property
    def page(self) -> QRect:
        """All between the head of the panel and the bar, the toast's room too."""
        whole = QRect(self.screen)
        whole.setBottom(self.bar.top() - 1)
        return whole


def rooms_of(panel: QRect, high: Heights, style: Style) -> Rooms:
    wide, foot = panel.width(), panel.height() - high.bar
    top = high.band + high.banner
    last = foot - high.toast - style.gap if high.toast else foot
    return Rooms(
        band=QRect(0, 0, wide, high.band),
        banner=QRect(0, high.band, wide, high.banner),
        screen=QRect(0, top, wide, last - top),
        toast=QRect(style.margin, last, wide - 2 * style.margin, high.toast),
        bar=QRect(0, foot, wide, high.bar),
    )
