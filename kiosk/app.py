"""Puts the panel together: screens, signals joined, devices started; knows everyone."""

import logging
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.desk import DeskWindow
from kiosk.domain.looks import Language
from kiosk.events import (
    CatalogueChanged,
    ClosedFound,
    Event,
    QuitAsked,
    ScreenName,
    SetUpNeeded,
)
from kiosk.events.at_the_desk import AT_THE_DESK
from kiosk.fitting import Fitted, city_of
from kiosk.flow.chart import KIOSK
from kiosk.flow.machine import Machine
from kiosk.flow.step import Place
from kiosk.flow.workers import Workers
from kiosk.makes import Desk
from kiosk.panel_log import log_to_stderr
from kiosk.premises import Premises, SettingUp
from kiosk.screens.advanced_search import AdvancedSearchScreen
from kiosk.screens.apology import ApologyScreen
from kiosk.screens.bind_card import BindCardScreen
from kiosk.screens.bind_pin import BindPinScreen
from kiosk.screens.change_password import ChangePasswordScreen
from kiosk.screens.choose_password import ChoosePasswordScreen
from kiosk.screens.confirmation import ConfirmationScreen
from kiosk.screens.details import DetailsScreen
from kiosk.screens.email import EmailScreen
from kiosk.screens.forgotten import ForgottenScreen
from kiosk.screens.history import HistoryScreen
from kiosk.screens.home import HomeScreen
from kiosk.screens.list import ListScreen
from kiosk.screens.my_library import MyLibraryScreen
from kiosk.screens.number import NumberScreen
from kiosk.screens.out_of_service import OutOfServiceScreen
from kiosk.screens.pin import PinScreen
from kiosk.screens.reservation import ReservationScreen
from kiosk.screens.reserve import ReserveScreen
from kiosk.screens.reset import ResetScreen
from kiosk.screens.results import ResultsScreen
from kiosk.screens.search import SearchScreen
from kiosk.screens.set_up import SetUpScreen
from kiosk.screens.sign_in import SignInScreen
from kiosk.screens.staff import StaffScreen
from kiosk.screens.staff_door import StaffDoorScreen
from kiosk.screens.title import TitleScreen
from kiosk.screens.wait import WaitScreen
from kiosk.settings import Settings
from kiosk.supervisor.channel import Channel, Said, Told
from kiosk.targets import TargetList
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.idle import IdleLimits
from kiosk.ui.panel.stage import Stage
from kiosk.ui.screen import Screen
from kiosk.visit import Visit
from kiosk.words.words import Words

log = logging.getLogger(__name__)

HEARTBEAT_MS = 1000
WAIT_SHOWN_AFTER_MS = 250
SLIP_OUT_WITHIN_S = 10.0  # of who signs out while it still comes
DEEDS_END_WITHIN_S = 6.0

SCREENS: Mapping[ScreenName, type[Screen]] = {
    ScreenName.HOME: HomeScreen,
    ScreenName.SEARCH: SearchScreen,
    ScreenName.ADVANCED: AdvancedSearchScreen,
    ScreenName.RESULTS: ResultsScreen,
    ScreenName.TITLE: TitleScreen,
    ScreenName.LIST: ListScreen,
    ScreenName.SIGN_IN: SignInScreen,
    ScreenName.PIN: PinScreen,
    ScreenName.BIND_CARD: BindCardScreen,
    ScreenName.BIND_PIN: BindPinScreen,
    ScreenName.CHOOSE_PASSWORD: ChoosePasswordScreen,
    ScreenName.RESERVE: ReserveScreen,
    ScreenName.CONFIRMATION: ConfirmationScreen,
    ScreenName.MY_LIBRARY: MyLibraryScreen,
    ScreenName.RESERVATION: ReservationScreen,
    ScreenName.DETAILS: DetailsScreen,
    ScreenName.EMAIL: EmailScreen,
    ScreenName.NUMBER: NumberScreen,
    ScreenName.CHANGE_PASSWORD: ChangePasswordScreen,
    ScreenName.HISTORY: HistoryScreen,
    ScreenName.FORGOTTEN: ForgottenScreen,
    ScreenName.RESET: ResetScreen,
    ScreenName.WAIT: WaitScreen,
    ScreenName.APOLOGY: ApologyScreen,
    ScreenName.OUT_OF_SERVICE: OutOfServiceScreen,
    ScreenName.STAFF_DOOR: StaffDoorScreen,
    ScreenName.STAFF: StaffScreen,
    ScreenName.SET_UP: SetUpScreen,
}


@dataclass(frozen=True, slots=True)
class Showing:
    """How the panel shows itself."""

    windowed: bool = False
    simulate: bool = False
    size: tuple[int, int] = (1920, 1080)
    targets: Path | None = None


class Panel(QObject):
    """One panel process: hidden until it is told to come on, gone when told to leave."""

    def __init__(self, settings: Settings, channel: Channel, showing: Showing) -> None:
        super().__init__()
        self._settings, self._channel, self._showing = settings, channel, showing
        self._words = Words.load(settings.assets_folder / "words", Language.JAPANESE)
        self._fitted = Fitted(settings, self._words, simulate=showing.simulate)
        self._workers = Workers(self._fitted.kit)
        premises = Premises(
            settings.place.standpoint(),
            idle_signed_in_s=settings.idle.idle_signed_in_s,
            mixes_pin_digits=settings.mixes_pin_digits,
            setting_up=SettingUp(city_of(settings)),
        )
        self.machine = Machine(KIOSK, self._workers, Visit(premises=premises))
        self.stage = self._build_stage()
        self._screen_name: ScreenName | None = None
        self._desk: DeskWindow | None = None
        self._late = QTimer(self, singleShot=True, interval=WAIT_SHOWN_AFTER_MS)
        self._targets: TargetList | None = None
        self._join()

    def _build_stage(self) -> Stage:
        idle = self._settings.idle
        limits = IdleLimits(
            idle.idle_signed_in_s,
            idle.idle_anonymous_s,
            idle.curtain_signed_in_s,
            idle.curtain_anonymous_s,
        )
        standpoint = self._settings.place.standpoint()
        stage = Stage(self._words, Theme(), standpoint, self._fitted.kit.clock.now, limits)
        stage.resize(*self._showing.size)
        return stage

    def _join(self) -> None:
        self.stage.said.connect(self.machine.hear)
        self.machine.shown.connect(self._show)
        self.machine.visit_ended.connect(self._end_visit)
        self.machine.heard.connect(self._notice)
        self.machine.unheard.connect(self._hear_quit)
        self._workers.answered.connect(self.machine.hear_answer)
        self._late.timeout.connect(self._show_now)
        self._ears = QSocketNotifier(self._channel.fileno(), QSocketNotifier.Type.Read, self)
        self._ears.activated.connect(self._hear_supervisor)
        self._heart = QTimer(self, interval=HEARTBEAT_MS)
        self._heart.timeout.connect(lambda: self._channel.send(Said.ALIVE))

    @property
    def desk(self) -> Desk:
        """The devices before this panel, for whoever stands beside it."""
        return self._fitted.desk

    # ---- the supervisor
    def warm_up(self) -> None:
        """Paint once without being seen, then say that the screen can be taken."""
        self.machine.start()
        self.stage.grab()
        self._heart.start()
        self._channel.send(Said.PAINTED)

    def _hear_supervisor(self) -> None:
        words = self._channel.receive()
        if words is None:
            self._exit()
            return
        for word in words:
            if word == Told.COME_ON:
                self._come_on()
            if word == Told.LEAVE:
                self._exit()

    def _come_on(self) -> None:
        """Take the screen first, then the devices."""
        if self._showing.windowed:
            self.stage.show()
        else:
            self.stage.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.stage.setGeometry(self.stage.screen().geometry())
            self.stage.showFullScreen()
        self.stage.raise_()
        self.stage.activateWindow()
        self.stage.repaint()
        self._channel.send(Said.ON_STAGE)
        QTimer.singleShot(0, self._open_desk)

    def _open_desk(self) -> None:
        self._fitted.come_on(self._tell)
        if self._fitted.kit.sign.is_up():
            self.machine.hear(ClosedFound())
        self.machine.hear(CatalogueChanged())
        if self._fitted.needs_set_up():
            self.machine.hear(SetUpNeeded())
        if self._showing.simulate:
            folder = self._settings.assets_folder / "demonstration" / "my_number"
            self._desk = DeskWindow(self._fitted.desk, self._words, folder)
            self._desk.stand_beside(self.stage.geometry())
            self._desk.show()
        if self._showing.targets is not None:
            self._targets = TargetList(self.stage, self._showing.targets)
            self._targets.page = self.machine.place.name

    def _tell(self, event: Event) -> None:
        """From a device's thread, or the line's."""
        self.machine.say(event)

    def _end_visit(self, was_signed_in: bool) -> None:  # noqa: FBT001 - a signal's argument
        """After a signed-in visit another process takes the screen: nothing of it stays."""
        if not was_signed_in:
            return
        self._fitted.leave()
        self._channel.send(Said.ENDED)

    def _notice(self, event: Event) -> None:
        """Who scans or lays a card down is there, though nobody touched the screen."""
        if isinstance(event, AT_THE_DESK):
            self.stage.touched()

    def _hear_quit(self, event: Event) -> None:
        if isinstance(event, QuitAsked) and self._screen_name is ScreenName.STAFF:
            self._channel.send(Said.QUIT)

    def _exit(self) -> None:
        """Finish what was begun for the patron, then end without ceremony."""
        self.stage.hide()
        self._workers.finish(DEEDS_END_WITHIN_S)
        self._fitted.desk.printer.finish(SLIP_OUT_WITHIN_S)
        logging.shutdown()
        os._exit(0)

    # ---- showing
    def _show(self, place: Place, _visit: Visit) -> None:
        if place.shows is ScreenName.WAIT and self._screen_name is not ScreenName.WAIT:
            if not self._late.isActive():
                self._late.start()
            return
        self._late.stop()
        self._show_now()

    def _show_now(self) -> None:
        place, visit = self.machine.place, self.machine.visit
        screen = self.stage.screen_now
        if screen is None or self._screen_name is not place.shows:
            screen = SCREENS[place.shows](self._words)
            screen.shown_as = place.shows
            self._screen_name = place.shows
        self.stage.present(screen, visit)
        if self._targets is not None:
            self._targets.page = place.name


def show(
    settings: Settings,
    control: int,
    showing: Showing,
    beside: Callable[[Panel], object] = lambda _panel: None,
) -> int:
    """Run a panel process until it is told to leave.

    beside: whoever stands beside the panel and looks on: a proof, a trial.
    """
    log_to_stderr()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication), "a panel has widgets"
    application.setQuitOnLastWindowClosed(False)
    panel = Panel(settings, Channel.from_descriptor(control), showing)
    beside(panel)
    QTimer.singleShot(0, panel.warm_up)
    return application.exec()
