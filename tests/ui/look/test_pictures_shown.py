from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Scheme
from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.parts.card_picture import CardPicture
from kiosk.ui.parts.slip_picture import SlipPicture
from kiosk.ui.parts.stamp import Stamp
from kiosk.visit import Look
from tests.ui.samples import japanese


def shown(qtbot: QtBot, part: Part, scheme: Scheme = Scheme.LIGHT) -> QImage:
    qtbot.addWidget(part)
    part.restyle(Theme().of(Look(scheme=scheme)))
    part.resize(part.sizeHint())
    part.setAutoFillBackground(True)
    return part.grab().toImage()


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 5)
        for y in range(0, image.height(), 5)
    }


@pytest.fixture
def png(tmp_path: Path) -> bytes:
    image = QImage(576, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    image.save(str(tmp_path / "slip.png"))
    return (tmp_path / "slip.png").read_bytes()


@pytest.mark.parametrize(("scheme", "ink"), [(Scheme.LIGHT, "#D2401F"), (Scheme.DARK, "#FF7A5C")])
def test_the_stamp_is_vermilion(qtbot: QtBot, scheme: Scheme, ink: str) -> None:
    stamp = Stamp()
    stamp.show_stamp("みなと市立図書館", date(2026, 11, 20), "予 約", "予約しました")
    assert ink in colours(shown(qtbot, stamp, scheme))
    assert stamp._day == "8.11.20"
    assert stamp.accessibleName() == "予約しました"


def test_the_stamp_comes_down_once(qtbot: QtBot) -> None:
    stamp = Stamp()
    stamp.show_stamp("みなと市立図書館", date(2026, 11, 20), "予 約", "予約しました")
    shown(qtbot, stamp)
    stamp.press()
    assert stamp._scale > 1
    qtbot.waitUntil(lambda: stamp._scale == 1)


def test_the_whole_slip_is_shown_and_read(qtbot: QtBot, png: bytes) -> None:
    slip = SlipPicture()
    slip.show_slip(png, "予約のひかえ 2611200417")
    shown(qtbot, slip)
    paper = slip._paper()
    assert paper.height() <= slip.height()
    assert abs(paper.width() / paper.height() - 576 / 800) < 0.01
    assert slip.accessibleName() == "予約のひかえ 2611200417"


def test_without_a_slip_the_slot_is_empty(qtbot: QtBot) -> None:
    slip = SlipPicture()
    slip.show_slip(b"", "")
    assert slip.is_empty
    assert "#FFFFFF" not in colours(shown(qtbot, slip))


def test_the_light_over_the_scanner_goes_out_when_the_card_was_read(qtbot: QtBot) -> None:
    card = CardPicture(japanese(), "港")
    assert "#D2401F" in colours(shown(qtbot, card))
    card.show_read(is_read=True)
    assert "#D2401F" not in colours(shown(qtbot, card))
    assert card.accessibleName() == "赤い光の上の図書館カード"


@pytest.mark.parametrize("scheme", list(Scheme))
def test_pictures_are_drawn_in_every_scheme(qtbot: QtBot, scheme: Scheme) -> None:
    stamp = Stamp()
    stamp.show_stamp("みなと市立図書館", date(2026, 11, 20), "予約", "")
    parts: list[Part] = [stamp, SlipPicture(), CardPicture(japanese(), "港")]
    for part in parts:
        assert isinstance(part, QWidget)
        assert len(colours(shown(qtbot, part, scheme))) > 1
