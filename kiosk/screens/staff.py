"""Staff mode: the devices at a glance, closing and opening, and the way out."""

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.devices import Condition, Device, Health
from kiosk.events import ClosingAsked, OpeningAsked, QuitAsked, SetUpAsked, StaffLeft
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.device_tile import DeviceTile
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.foot_strip import FootStrip
from kiosk.ui.parts.stripe import Stripe
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Button, Kind, Label
from kiosk.visit import Visit
from kiosk.words.words import Words

_DEVICES, _DEEDS = 2, 1  # parts of the width
# of tiles, by is_portrait and is_large
COLUMNS = {(False, False): 3, (False, True): 2, (True, False): 2, (True, True): 1}
_DIRECTIONS = QBoxLayout.Direction


class StaffScreen(Screen):
    """Nothing of a patron stands here; it closes by itself."""

    bar = BarKind.NONE
    has_band = False

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.heading = Label("title", bold=True)
        self.closes = Label("cap", ink="ink2")
        self.devices = Label("name", bold=True)
        self.tiles = {device: DeviceTile(device) for device in Device}
        self.deeds = Label("name", bold=True)
        self.close_kiosk = Button(says=ClosingAsked(), icon="moon", role="name")
        self.open_kiosk = Button(says=OpeningAsked(), icon="check", role="name")
        self.set_up = Button(says=SetUpAsked(), icon="lock", role="name")
        self.quit = Button(says=QuitAsked(), kind=Kind.DANGER, icon="power", role="name")
        self.nobody = Label("cap", ink="ink2")
        self.back = Button(says=StaffLeft(), kind=Kind.PRIMARY, icon="check")
        self._page, self._inner = QVBoxLayout(self), QVBoxLayout()
        self._head, self._body = QHBoxLayout(), QBoxLayout(_DIRECTIONS.LeftToRight)
        self._left, self._right, self._grid = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        self._head.addWidget(IconMark("tools", 48))
        self._head.addWidget(self.heading, stretch=1)
        self._head.addWidget(self.closes)
        self._left.addWidget(self.devices)
        self._left.addLayout(self._grid)
        self._left.addStretch(1)
        self._right.addStretch()
        for part in (self.deeds, self.close_kiosk, self.open_kiosk, self.set_up, self.quit):
            self._right.addWidget(part)
        self._right.addStretch()
        self._body.addLayout(self._left)
        self._body.addLayout(self._right)
        self._inner.addLayout(self._head)
        self._inner.addLayout(self._body, stretch=1)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addWidget(Stripe())
        self._page.addLayout(self._inner, stretch=1)
        self._page.addWidget(FootStrip(self.nobody, self.back))

    def arrange(self, style: Style) -> None:
        is_tall = style.is_portrait
        self._inner.setContentsMargins(style.margin, style.space(2), style.margin, style.space(4))
        self._inner.setSpacing(style.space(2))
        self._head.setSpacing(style.space(4))
        self._body.setDirection(_DIRECTIONS.TopToBottom if is_tall else _DIRECTIONS.LeftToRight)
        self._body.setSpacing(style.space(4 if is_tall else 6))
        self._body.setStretch(0, 0 if is_tall else _DEVICES)
        self._body.setStretch(1, 1 if is_tall else _DEEDS)
        for column in (self._left, self._right, self._grid):
            column.setSpacing(style.gap)
        self._right.setStretch(0 if is_tall else self._right.count() - 1, 1)
        self._right.setStretch(self._right.count() - 1 if is_tall else 0, 0)
        for deed in (self.close_kiosk, self.open_kiosk, self.set_up, self.quit):
            deed.setMinimumHeight(style.component("primary_height"))
        self._fill_grid(COLUMNS[is_tall, style.is_large])
        make_room(self, self.closes, self.nobody, self.devices, self.deeds)

    def _fill_grid(self, columns: int) -> None:
        for number, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def display(self, visit: Visit) -> None:
        words, is_closed = self.words, visit.premises.is_closed
        self.heading.show_text(words("Staff menu"))
        self.closes.show_text(words("Closes by itself when nobody touches it"))
        self.devices.show_text(words("Devices"))
        self._show_devices(visit)
        self.deeds.show_text(words("What to do"))
        self.close_kiosk.show_text(words("Out of service"), words("Shows the apology"))
        self.close_kiosk.setVisible(not is_closed)
        self.open_kiosk.show_text(words("Open again"), words("Shows the first screen"))
        self.open_kiosk.setVisible(is_closed)
        self.set_up.show_text(words("Set up anew"), words("Enrols it at the service"))
        self.set_up.setVisible(_may_need_set_up(visit))
        self.quit.show_text(words("Switch off"), words("Ends the program"))
        self.nobody.show_text(words("Nothing about patrons stands here."))
        back = words("Back to the apology") if is_closed else words("Back to the patrons' screen")
        self.back.show_text(back)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_devices(self, visit: Visit) -> None:
        known = {health.device: health for health in visit.premises.devices}
        if visit.premises.is_line_down:
            told = known.get(Device.LINE)
            known[Device.LINE] = Health(Device.LINE, Condition.GONE, told.why if told else "")
        if visit.premises.is_shut_out:
            known[Device.LINE] = Health(Device.LINE, Condition.GONE, "kiosk_unknown")
        for device, tile in self.tiles.items():
            tile.show_health(self.words, known.get(device))


def _may_need_set_up(visit: Visit) -> bool:
    """Where a city's service knows this kiosk no more, or another authority signs for it now."""
    premises = visit.premises
    is_in_trouble = premises.is_shut_out or premises.is_line_down
    return premises.setting_up.service is not None and is_in_trouble
