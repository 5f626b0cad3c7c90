"""The panel's one loop without processes or devices, over a simulated library."""

import threading
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk.app import SCREENS
from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.domain.looks import Language
from kiosk.domain.searching import Found, Query
from kiosk.events import Event, ScreenName, SearchOpened
from kiosk.flow.chart import KIOSK
from kiosk.flow.machine import Machine
from kiosk.flow.step import Place
from kiosk.flow.workers import Workers
from kiosk.screens.search import SearchScreen
from kiosk.services.simulated.calls import SimulatedCalls
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.kit import simulated_kit
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.stage import Stage
from kiosk.ui.typing.board_key import BoardKey
from kiosk.ui.typing.board_layouts import Act
from kiosk.visit import Visit
from kiosk.words.words import Words

WORDS = Path(__file__).resolve().parents[2] / "assets" / "words"
AFTERNOON = datetime(2026, 11, 20, 14, 32, tzinfo=ZoneInfo("Asia/Tokyo"))
HERE = Standpoint("みなと市立図書館", "港", Branch(BranchId("main"), "本館"), "2階 一般")
LETTERS = "ねこのはなしをさかすひとのうたはるなつあきふゆ"  # 23, and 2 × 23 are erased again


class SlowSearch(SimulatedCatalogue):
    """Suggests at once; a search is answered when the trial wants it."""

    def __init__(self) -> None:
        super().__init__()
        self.is_asked, self.may_answer = threading.Event(), threading.Event()

    def search(self, query: Query) -> Found:
        self.is_asked.set()
        self.may_answer.wait()
        return super().search(query)


class Loop(QObject):
    """Joined as app.py joins them."""

    def __init__(self, catalogue: SimulatedCatalogue, size: tuple[int, int]) -> None:
        super().__init__()
        self.words = Words.load(WORDS, Language.JAPANESE)
        self.calls = SimulatedCalls()
        self.workers = Workers(simulated_kit(catalogue=catalogue, calls=self.calls))
        self.machine = Machine(KIOSK, self.workers)
        self.stage = Stage(self.words, Theme(is_motion_reduced=True), HERE, lambda: AFTERNOON)
        self.stage.resize(*size)
        self.late: list[Event] = []
        self._shown: ScreenName | None = None
        self.stage.said.connect(self.machine.hear)
        self.machine.shown.connect(self._show)
        self.workers.answered.connect(lambda _turn, event: self.late.append(event))
        self.workers.answered.connect(self.machine.hear_answer)
        self.machine.start()

    def open_search(self) -> SearchScreen:
        self.machine.hear(SearchOpened())
        screen = self.stage.screen_now
        assert isinstance(screen, SearchScreen)
        return screen

    def picture(self) -> QImage:
        return self.stage.grab().toImage()

    def _show(self, place: Place, visit: Visit) -> None:
        screen = self.stage.screen_now
        if screen is None or self._shown is not place.shows:
            screen = SCREENS[place.shows](self.words)
            screen.shown_as = place.shows
            self._shown = place.shows
        self.stage.present(screen, visit)


class Finger:
    """Touches the board through the window, as a touch screen does."""

    def __init__(self, stage: Stage, screen: SearchScreen) -> None:
        self._stage, self._screen = stage, screen
        self._device = QTest.createTouchDevice()

    def tap(self, wanted: Act | str) -> None:
        at = self._place(self._screen.board.key(wanted))
        window = self._stage.windowHandle()
        QTest.touchEvent(window, self._device).press(0, at).commit()
        QTest.touchEvent(window, self._device).release(0, at).commit()

    def click(self, wanted: Act | str) -> None:
        at = self._place(self._screen.board.key(wanted))
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self._stage.windowHandle(), Qt.MouseButton.LeftButton, none, at)

    def _place(self, key: BoardKey) -> QPoint:
        return key.mapTo(self._stage, key.rect().center())


class Painted(QObject):
    """What the field showed at each of its paints, without repetitions."""

    def __init__(self, screen: SearchScreen) -> None:
        super().__init__(screen)
        self._field = screen.field
        self.texts: list[str] = []
        self._field.installEventFilter(self)

    def shows(self, text: str) -> bool:
        return self.texts[-1:] == [text]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self.texts[-1:] != [self._field.text]:
            self.texts.append(self._field.text)
        return False


def taps(count: int) -> list[Act | str]:
    """Words that are typed and erased again, over and over."""
    wave: list[Act | str] = [*LETTERS, *[Act.ERASE] * len(LETTERS)]
    return [wave[number % len(wave)] for number in range(count)]


def texts_after(taps: list[Act | str], text: str) -> list[str]:
    """What the field is to show after each tap."""
    shown = []
    for tap in taps:
        text = text[:-1] if tap is Act.ERASE else text + str(tap)
        shown.append(text)
    return shown
