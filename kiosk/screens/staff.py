"""Staff mode: the devices at a glance, closing and opening, and the way out."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.devices import Condition, Device, Health
from kiosk.events import ClosingAsked, OpeningAsked, QuitAsked, StaffLeft
from kiosk.ui.device_tile import DeviceTile
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.stripe import Stripe
from kiosk.ui.style import Style
from kiosk.ui.text import Button, Kind, Label
from kiosk.visit import Visit
from kiosk.words.words import Words

TILES_IN_A_ROW = {False: 3, True: 2}  # by is_portrait


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
        self.quit = Button(says=QuitAsked(), kind=Kind.DANGER, icon="power", role="name")
        self.nobody = Label("cap", ink="ink2")
        self.back = Button(says=StaffLeft(), kind=Kind.PRIMARY, icon="check")
        self._grid = QGridLayout()
        self._body = QHBoxLayout()
        self._page = QVBoxLayout(self)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, stretch=1)
        head.addWidget(self.closes)
        left, right, foot = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.devices)
        left.addLayout(self._grid)
        left.addStretch(1)
        for deed in (self.deeds, self.close_kiosk, self.open_kiosk, self.quit):
            right.addWidget(deed)
        right.addStretch(1)
        self._body.addLayout(left, stretch=2)
        self._body.addLayout(right, stretch=1)
        foot.addWidget(self.nobody, stretch=1)
        foot.addWidget(self.back)
        self._page.addWidget(Stripe())
        self._rows = (head, self._body, foot)
        for row in self._rows:
            self._page.addLayout(row, stretch=1 if row is self._body else 0)

    def arrange(self, style: Style) -> None:
        side = style.grid("margin")
        self._page.setContentsMargins(0, 0, 0, style.space(4))
        self._page.setSpacing(style.space(5))
        for row in self._rows:
            row.setContentsMargins(side, 0, side, 0)
        self._body.setSpacing(style.space(6))
        self._grid.setSpacing(style.gap)
        self._fill_grid(TILES_IN_A_ROW[style.is_portrait or style.is_large])

    def _fill_grid(self, columns: int) -> None:
        for number, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, number // columns, number % columns)

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
        self.quit.show_text(words("Switch off"), words("Ends the program"))
        self.nobody.show_text(words("Nothing about patrons stands here."))
        self.back.show_text(words("Back to the patrons' screen"))

    def _show_devices(self, visit: Visit) -> None:
        known = {health.device: health for health in visit.premises.devices}
        line = Condition.GONE if visit.premises.is_line_down else Condition.READY
        known[Device.LINE] = Health(Device.LINE, line)
        for device, tile in self.tiles.items():
            tile.show_health(self.words, known.get(device, Health(device, Condition.READY)))
