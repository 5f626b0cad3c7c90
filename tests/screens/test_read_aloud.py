"""What a screen reader says is words alone: no braces of furigana, on any screen."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import SCREENS
from kiosk.domain.looks import Language
from kiosk.events import ScreenName
from kiosk.visit import Look
from tests.screens.every_screen import every_visit
from tests.screens.showing import Shown

MARK = "|"  # between the base and its reading


@pytest.mark.parametrize("screen", list(SCREENS))
def test_no_name_for_a_screen_reader_bears_furigana(qtbot: QtBot, screen: ScreenName) -> None:
    shown = Shown(qtbot, SCREENS[screen])
    for visit in every_visit()[screen].values():
        shown.display(visit, Look(Language.EASY_JAPANESE))
        spoken = [
            said
            for part in shown.screen.findChildren(QWidget)
            for said in (part.accessibleName(), part.accessibleDescription())
        ]
        assert not [said for said in spoken if MARK in said]
