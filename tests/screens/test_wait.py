import pytest
from pytestqt.qtbot import QtBot

from kiosk.screens.wait import WaitScreen
from kiosk.ui.text import Button
from kiosk.visit import Visit
from tests.screens.showing import Shown, looks


def test_who_waits_reads_one_calm_sentence(qtbot: QtBot) -> None:
    shown = Shown(qtbot, WaitScreen)
    shown.display(Visit())
    assert "しらべています" in shown.texts
    assert not shown.shown(Button)


@pytest.mark.parametrize("is_portrait", [False, True])
def test_all_fits_in_every_language_and_size(qtbot: QtBot, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, WaitScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(Visit(), look)
        assert not list(shown.faults()), look
