import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from kiosk.ui.panel.idle import Idle, IdleLimits

QUICK = IdleLimits(signed_in_s=3, anonymous_s=6)


@pytest.fixture
def idle(qtbot: QtBot) -> Idle:
    return Idle(QUICK, second_ms=2)


@pytest.mark.parametrize(("is_personal", "seconds"), [(True, 30), (False, 20)])
def test_quiet_is_noticed_and_the_seconds_are_counted_down(
    qtbot: QtBot, idle: Idle, seconds: int, *, is_personal: bool
) -> None:
    ticks = QSignalSpy(idle.ticked)
    with qtbot.waitSignal(idle.ran_out):
        with qtbot.waitSignal(idle.fell_quiet) as fell:
            idle.watch(is_personal=is_personal)
        assert fell.args == [seconds]
    assert [ticks.at(at)[0] for at in range(ticks.count())] == list(range(seconds - 1, -1, -1))


def test_where_nothing_was_begun_no_time_runs(idle: Idle) -> None:
    idle.watch(is_personal=None)
    idle.touched()
    assert not idle.is_waiting
    assert not idle.is_counting


def test_whoever_goes_on_has_all_the_time_again_as_often_as_wanted(
    qtbot: QtBot, idle: Idle
) -> None:
    idle.watch(is_personal=True)
    for _ in range(12):
        with qtbot.waitSignal(idle.fell_quiet):
            pass
        idle.go_on()
        assert not idle.is_counting
        assert idle.is_waiting


def test_a_touch_does_not_stop_the_countdown(qtbot: QtBot, idle: Idle) -> None:
    with qtbot.waitSignal(idle.fell_quiet):
        idle.watch(is_personal=True)
    idle.touched()
    assert idle.is_counting


def test_what_the_library_answers_is_no_act_of_the_patron(qtbot: QtBot, idle: Idle) -> None:
    with qtbot.waitSignal(idle.fell_quiet):
        idle.watch(is_personal=False)
    idle.watch(is_personal=False)
    assert idle.is_counting


def test_nobody_has_less_than_twenty_seconds_to_go_on() -> None:
    with pytest.raises(ValueError, match="curtain_signed_in_s=19"):
        IdleLimits(curtain_signed_in_s=19)
