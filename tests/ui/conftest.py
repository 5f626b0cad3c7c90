"""What tests of the screen's parts share: the theme, the words, and a stage to stand on."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.domain.looks import Language
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.idle import IdleLimits
from kiosk.ui.panel.stage import Stage
from kiosk.words.words import Words

ROOT = Path(__file__).resolve().parents[2]
AFTERNOON = datetime(2026, 11, 20, 14, 32, tzinfo=ZoneInfo("Asia/Tokyo"))
HERE = Standpoint(
    library="みなと市立図書館",
    seal="港",
    branch=Branch(BranchId("main"), "本館", "Main Library"),
    floor="2階 一般",
    latin_library="Minato City Library",
    hours="9:30 − 20:00",
)
LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)

MakeStage = Callable[..., Stage]


@pytest.fixture(scope="session")
def theme(qapp: object) -> Theme:
    return Theme(is_motion_reduced=True)


@pytest.fixture
def words() -> Words:
    return Words.load(ROOT / "assets" / "words", Language.JAPANESE)


@pytest.fixture
def make_stage(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[MakeStage]:
    """A stage of a size; its seconds are as short as told."""
    stages: list[Stage] = []

    def make(
        size: tuple[int, int] = LANDSCAPE,
        limits: IdleLimits | None = None,
        second_ms: int = 1000,
        theme: Theme = theme,
    ) -> Stage:
        stage = Stage(words, theme, HERE, lambda: AFTERNOON, limits, second_ms=second_ms)
        stages.append(stage)
        stage.resize(*size)
        stage.show()
        return stage

    yield make
    for stage in stages:
        stage.close()
        stage.deleteLater()
        QCoreApplication.sendPostedEvents(stage, QEvent.Type.DeferredDelete)
