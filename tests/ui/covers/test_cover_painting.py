from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId
from kiosk.ui.covers.cover_painting import picture
from kiosk.ui.covers.weaving import weave

CAT = Title(
    TitleId("cat"),
    "吾輩は猫である",
    creators=(Creator("夏目 漱石"),),
    call_number=CallNumber("913.6", "ナツ"),
)


def test_a_cover_is_painted_once_for_a_size_and_scheme(qapp: QApplication) -> None:
    first = picture(weave(CAT), 82, 116, is_line_drawing=False)
    assert picture(weave(CAT), 82, 116, is_line_drawing=False) is first
    assert picture(weave(CAT), 83, 116, is_line_drawing=False) is not first
    assert (first.width(), first.height()) == (82, 116)


def test_black_yellow_knows_no_other_hue(qapp: QApplication) -> None:
    image = picture(weave(CAT), 120, 170, is_line_drawing=True)
    for x in range(0, 120, 3):
        for y in range(0, 170, 3):
            pixel = QColor(image.pixel(x, y))
            assert pixel.blue() <= pixel.green() <= pixel.red(), "a shade between black and yellow"


def test_the_cloth_of_a_book_is_the_colour_of_its_class(qapp: QApplication) -> None:
    image = picture(weave(CAT), 186, 248, is_line_drawing=False)
    shades = {QColor(image.pixel(x, 238)).hue() for x in range(20, 170, 5)}
    assert QColor("#26396F").hue() in shades


def test_a_disc_leaves_the_top_of_its_box_free(qapp: QApplication) -> None:
    disc = Title(TitleId("m"), "月の光", material=Material.CD, call_number=CallNumber("760"))
    image = picture(weave(disc), 100, 142, is_line_drawing=False)
    assert image.pixelColor(50, 20).alpha() == 0
    assert image.pixelColor(50, 60).alpha() == 255
