"""Sets each part of the panel in its room, and shows those that may be seen now."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.ui.help.sheet import HelpSheet
from kiosk.ui.look.style import Style
from kiosk.ui.panel.band import Band
from kiosk.ui.panel.banner import Banner
from kiosk.ui.panel.bar import Bar
from kiosk.ui.panel.curtain import Curtain
from kiosk.ui.panel.focus import order_keys
from kiosk.ui.panel.remark_note import RemarkNote
from kiosk.ui.panel.rooms import Heights, Rooms, rooms_of
from kiosk.ui.panel.toast import Toast
from kiosk.ui.screen import BarKind, Screen


@dataclass(frozen=True, slots=True)
class Floor:
    """What stands around the screen, and over it."""

    band: Band
    banner: Banner
    bar: Bar
    toast: Toast
    help: HelpSheet
    curtain: Curtain
    remark: RemarkNote

    def lay_out(self, screen: Screen, panel: QRect, style: Style, *, is_line_down: bool) -> None:
        rooms = self._rooms(screen, panel, style, is_line_down=is_line_down)
        self.band.setGeometry(rooms.band)
        self.banner.setGeometry(rooms.banner)
        self.bar.setGeometry(rooms.bar)
        self.bar.arrange(style)
        self.toast.setGeometry(rooms.toast)
        screen.setGeometry(rooms.screen)
        self.help.setGeometry(rooms.page)
        wide = rooms.toast.width()
        self.remark.ensurePolished()
        at = rooms.screen.topLeft() + QPoint(style.margin, style.space(2))
        self.remark.setGeometry(QRect(at, QSize(wide, _high(self.remark, wide))))
        self.curtain.setGeometry(panel)

    def show(self, screen: Screen, *, is_line_down: bool) -> None:
        """Nothing but the curtain, while it hangs; no page, while help lies over it."""
        is_open = self.curtain.isHidden()
        is_page = is_open and not self.help.is_open
        screen.setVisible(is_page)
        self.help.setVisible(is_open and self.help.is_open)
        self.band.setVisible(is_open and screen.has_band)
        self.bar.setVisible(is_open and screen.bar is not BarKind.NONE)
        self.banner.setVisible(is_open and is_line_down and _has_banner(screen))
        self.toast.setVisible(is_page and self.toast.is_wanted)
        self.remark.setVisible(is_open and self.remark.is_wanted)
        self.remark.raise_()
        page = self.help if self.help.is_open else screen
        order_keys([page, *page.findChildren(QWidget)], self.bar.in_order())

    def _rooms(self, screen: Screen, panel: QRect, style: Style, *, is_line_down: bool) -> Rooms:
        has_banner = _has_banner(screen) and is_line_down
        self.toast.ensurePolished()
        heights = Heights(
            band=style.band_height if screen.has_band else 0,
            banner=_high(self.banner, panel.width()) if has_banner else 0,
            bar=style.bar_height if screen.bar is not BarKind.NONE else 0,
            toast=_high(self.toast, panel.width() - 2 * style.margin)
            if self.toast.is_wanted
            else 0,
        )
        return rooms_of(panel, heights, style)


def _has_banner(screen: Screen) -> bool:
    return screen.has_band and screen.has_banner


def _high(part: QWidget, width: int) -> int:
    return max(part.heightForWidth(width), part.sizeHint().height())
