from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.titles import CallNumber
from kiosk.ui.covers.spine_label import LabelSize, SpineLabel
from kiosk.ui.look.theme import Theme
from kiosk.visit import Look
from kiosk.words.words import Words

WORDS = Words.load(Path(__file__).resolve().parents[3] / "assets" / "words", Language.JAPANESE)


def label(qtbot: QtBot, number: CallNumber, look: Look | None = None) -> SpineLabel:
    made = SpineLabel(WORDS)
    qtbot.addWidget(made)
    made.restyle(Theme().of(look))
    made.show_call_number(number)
    return made


def test_the_frame_has_the_colour_of_the_class(qtbot: QtBot) -> None:
    image = label(qtbot, CallNumber("913.6", "ナツ")).grab().toImage()
    assert image.pixelColor(1, 50) == QColor("#26396F")
    assert image.pixelColor(52, 80) == QColor("#FFFFFF")


def test_black_yellow_has_no_other_colour(qtbot: QtBot) -> None:
    look = Look(scheme=Scheme.BLACK_YELLOW)
    image = label(qtbot, CallNumber("913.6", "ナツ"), look).grab().toImage()
    assert image.pixelColor(1, 50) == QColor("#FFE94D")
    assert image.pixelColor(52, 80) == QColor("#000000")


@pytest.mark.parametrize("size", list(TextSize))
def test_a_long_number_makes_the_label_wider(qtbot: QtBot, size: TextSize) -> None:
    short = label(qtbot, CallNumber("913.6", "ナツ"), Look(size=size))
    long = label(qtbot, CallNumber("748.0216", "シャシン"), Look(size=size))
    assert long.width() > short.width() == round(104 * LabelSize.ROW.value[size])


def test_it_is_read_aloud_as_a_call_number(qtbot: QtBot) -> None:
    assert (
        label(qtbot, CallNumber("913.6", "ナツ", "1")).accessibleName() == "請求記号 913.6 ナツ 1"
    )
