import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.ui.covers.vertical_text import broken, fit, length, paint

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_short_title_stands_in_one_column() -> None:
    assert fit("銀河鉄道の夜", 60, 160, largest=43).columns == ("銀河鉄道の夜",)


def test_a_longer_title_is_broken_after_a_particle() -> None:
    assert broken("猫と庄造と二人のおんな", 2) == ("猫と庄造と", "二人のおんな")
    assert broken("百科事典の歴史", 2) == ("百科事典の", "歴史")


def test_no_column_begins_with_what_belongs_to_the_letter_before() -> None:
    for number in (2, 3):
        for column in broken("コンピューターチャート、シュークリーム", number)[1:]:
            assert column[0] not in "ー、ャュョ"


def test_a_window_takes_the_way_with_the_larger_letter() -> None:
    assert len(fit("猫と庄造と二人のおんな", 126, 170, largest=46).columns) == 2


def test_two_digits_share_a_cell_and_latin_words_lie_on_their_side() -> None:
    assert length("24") == 1
    assert length("2026") == 4
    assert 1 < length("Python") < 6


@pytest.mark.parametrize(
    "text", ["銀河鉄道の夜", "ちょっと待って、ゲーテさん！", "IT用語（改訂版）24"]
)
def test_all_of_a_title_is_drawn_inside_its_box(text: str) -> None:
    image = QImage(200, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    box = QRectF(60, 60, 80, 280)
    with QPainter(image) as painter:
        paint(painter, box, fit(text, box.width(), box.height(), largest=40), QColor("black"))
    dark = [
        (x, y)
        for x in range(200)
        for y in range(400)
        if QColor(image.pixel(x, y)).lightness() < 128
    ]
    assert dark
    assert all(box.adjusted(-3, -3, 3, 3).contains(x, y) for x, y in dark)
