"""What holds of every screen holds of help too: every topic, every page, however it stands."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.domain.looks import TextSize
from kiosk.events import HelpAsked, ScreenName
from kiosk.premises import Calling, Premises
from kiosk.visit import Visit
from kiosk.words.helping import Topic
from tests.screens.every_screen import every_visit
from tests.screens.test_every_screen_fits import GROWN, TONGUES, Room

CALL = LibrarianCall(CallId("c"))
STANDINGS = {
    "nobody called": Premises(),
    "asked": Premises(calling=Calling(is_asked=True)),
    "on the way": Premises(calling=Calling(replace(CALL, state=CallState.ON_THE_WAY))),
    "lost": Premises(calling=Calling(is_lost=True)),
    "line down": Premises(is_line_down=True),
    "called, then the line went": Premises(is_line_down=True, calling=Calling(CALL)),
}


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def read_through(room: Room) -> list[str]:
    """Turn every page of the topic that is open; what is wrong with any of them."""
    settle()
    sheet, faults = room.stage.help, list(room.faults())
    while sheet.answers.rail.isVisible() and sheet.answers.rail.on.isEnabled():
        sheet.answers.rail.on.click()
        settle()
        faults += room.faults()
    return faults


@pytest.mark.rule("E1")
@pytest.mark.parametrize("is_portrait", [False, True], ids=["landscape", "portrait"])
@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("topic", Topic)
def test_every_answer_fits(qtbot: QtBot, topic: Topic, tongue: str, *, is_portrait: bool) -> None:
    room = Room(qtbot, tongue, is_portrait=is_portrait)
    faults: list[str] = []
    for size in GROWN.get(tongue, TextSize):
        room.stage.touched()
        room.show(ScreenName.RESULTS, every_visit()[ScreenName.RESULTS][""], size)
        room.stage.say(HelpAsked(topic))
        faults += (f"{size.name}: {fault}" for fault in read_through(room))
    assert not faults, "\n".join(faults)


@pytest.mark.rule("E1")
@pytest.mark.parametrize("is_portrait", [False, True], ids=["landscape", "portrait"])
@pytest.mark.parametrize("tongue", TONGUES)
def test_however_a_call_stands_help_and_its_topics_fit(
    qtbot: QtBot, tongue: str, *, is_portrait: bool
) -> None:
    room = Room(qtbot, tongue, is_portrait=is_portrait)
    faults: list[str] = []
    for size in GROWN.get(tongue, TextSize):
        for name, premises in STANDINGS.items():
            room.stage.touched()
            room.show(ScreenName.TITLE, _standing(premises), size)
            room.stage.say(HelpAsked(Topic.ELSEWHERE))
            faults += (f"{name} at {size.name}: {fault}" for fault in read_through(room))
            room.stage.help.others.click()
            settle()
            faults += (f"topics, {name} at {size.name}: {fault}" for fault in room.faults())
    assert not faults, "\n".join(faults)


@pytest.mark.rule("E1")
@pytest.mark.parametrize("is_portrait", [False, True], ids=["landscape", "portrait"])
@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("name", [ScreenName.HOME, ScreenName.RESERVE, ScreenName.MY_LIBRARY])
def test_that_somebody_comes_is_told_on_any_screen(
    qtbot: QtBot, name: ScreenName, tongue: str, *, is_portrait: bool
) -> None:
    room = Room(qtbot, tongue, is_portrait=is_portrait)
    faults: list[str] = []
    for size in GROWN.get(tongue, TextSize):
        visit = every_visit()[name][""]
        calling = Calling(replace(CALL, state=CallState.ON_THE_WAY))
        room.show(name, replace(visit, premises=replace(visit.premises, calling=calling)), size)
        note = room.stage.band.call
        assert note.isVisible()
        assert note.text()
        faults += (f"{size.name}: {fault}" for fault in room.faults())
    assert not faults, "\n".join(faults)


def _standing(premises: Premises) -> Visit:
    return replace(every_visit()[ScreenName.TITLE][""], premises=premises)
