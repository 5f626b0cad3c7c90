from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, TextSize
from kiosk.ui.look.theme import Theme
from kiosk.ui.text import Label
from kiosk.visit import Look

LONG = (
    "本館で受け取り、用意できたらeメールでお知らせします。"
    "受取館とお知らせは、あとから変えられます。"
)


def label(qtbot: QtBot, theme: Theme, text: str, look: Look | None = None, **how: Any) -> Label:
    made = Label(**how)
    qtbot.addWidget(made)
    made.restyle(theme.of(look))
    made.show_text(text)
    return made


def ink_rows(made: Label) -> list[int]:
    """The rows of pixels that something is drawn on."""
    image = QImage(made.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    made.render(image)
    return [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 128 for x in range(image.width()))
    ]


def test_a_label_is_named_by_its_words_without_readings(qtbot: QtBot, theme: Theme) -> None:
    assert label(qtbot, theme, "{予約|よやく}する").accessibleName() == "予約する"


@pytest.mark.parametrize("text", ["Ágjpq", "本館", "한국어", "あ", "𠮷野家"])
@pytest.mark.parametrize("role", ["cap", "body", "lead", "title"])
def test_no_letter_makes_a_line_box_higher(
    qtbot: QtBot, theme: Theme, role: str, text: str
) -> None:
    made = label(qtbot, theme, text, role=role)
    assert made.sizeHint().height() == theme.of().line(role)


@pytest.mark.parametrize("language", Language)
def test_in_one_box_the_letters_stand_at_one_height_in_every_language(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    made = label(qtbot, theme, "H", Look(language), role="lead")
    made.resize(200, 84)
    foot = ink_rows(made)[-1]
    assert foot == pytest.approx(theme.of().baseline("lead", 84), abs=1.5)


def test_a_reading_stands_above_its_word_and_inside_the_label(qtbot: QtBot, theme: Theme) -> None:
    look = Look(Language.EASY_JAPANESE)
    bare = label(qtbot, theme, "予約", look, role="lead")
    ruby = label(qtbot, theme, "{予約|よやく}", look, role="lead")
    assert ruby.sizeHint().height() > bare.sizeHint().height()
    for made in (bare, ruby):
        made.resize(made.sizeHint())
    rows, bare_rows = ink_rows(ruby), ink_rows(bare)
    overhang = ruby.setting().overhang
    assert rows[-1] - overhang == pytest.approx(bare_rows[-1], abs=1)
    assert 0 <= rows[0] < bare_rows[0] + overhang - 0.4 * theme.of().px("lead")


def test_a_reading_is_half_as_large_and_stands_over_the_middle(qtbot: QtBot, theme: Theme) -> None:
    made = label(qtbot, theme, "{図書館|としょかん}", role="lead")
    piece = made.setting().lines[0].pieces[0]
    assert made.letters.ruby.pixelSize() == 18
    assert piece.reading == "としょかん"
    assert piece.width == pytest.approx(3 * 36, abs=2)


def test_a_wide_reading_pushes_its_neighbours_away(qtbot: QtBot, theme: Theme) -> None:
    made = label(qtbot, theme, "{志|こころざし}を", role="lead")
    first, second = made.setting().lines[0].pieces
    assert first.width == pytest.approx(5 * 18, abs=12)
    assert second.x == pytest.approx(first.width)


@pytest.mark.parametrize("width", [300, 480, 700, 1200])
def test_a_text_grows_in_lines_and_loses_no_letter(qtbot: QtBot, theme: Theme, width: int) -> None:
    made = label(qtbot, theme, LONG)
    setting = made.setting(width)
    assert "".join(line.text for line in setting.lines) == LONG
    assert all(line.width <= width for line in setting.lines)
    assert made.heightForWidth(width) == len(setting.lines) * theme.of().line("body")
    assert not any(line.text[0] in "、。" for line in setting.lines)
    assert all(len(line.text) > 1 for line in setting.lines)


def test_lines_are_about_equally_long(qtbot: QtBot, theme: Theme) -> None:
    made = label(qtbot, theme, "どんな本を、おさがしですか。", role="display", literary=True)
    assert [line.text for line in made.setting(1000).lines] == ["どんな本を、", "おさがしですか。"]


@pytest.mark.parametrize("width", [30, 60, 100])
def test_in_the_narrowest_column_no_stop_begins_a_line(
    qtbot: QtBot, theme: Theme, width: int
) -> None:
    lines = label(qtbot, theme, LONG).setting(width).lines
    assert "".join(line.text for line in lines) == LONG
    assert not any(line.text[0] in "、。" for line in lines)


def test_lines_can_be_kept_free(qtbot: QtBot, theme: Theme) -> None:
    made = label(qtbot, theme, "雪", lines=2)
    assert made.heightForWidth(500) == 2 * theme.of().line("body")


def test_bold_words_in_a_sentence_are_bold(qtbot: QtBot, theme: Theme) -> None:
    made = label(qtbot, theme, "**本館**で受け取ります")
    assert [piece.is_bold for piece in made.setting().lines[0].pieces] == [True, False]


def test_a_new_size_is_taken_at_once(qtbot: QtBot, theme: Theme) -> None:
    made = label(qtbot, theme, "本館")
    before = made.sizeHint().width()
    made.restyle(theme.of(Look(size=TextSize.LARGEST)))
    assert made.sizeHint().width() == pytest.approx(2 * before, abs=3)


def test_words_may_stand_at_the_right(qtbot: QtBot, theme: Theme) -> None:
    made = label(qtbot, theme, "1", align=Qt.AlignmentFlag.AlignRight, numbers=True)
    made.resize(300, 60)
    image = QImage(made.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    made.render(image)
    columns = [
        x for x in range(300) if any(image.pixelColor(x, y).lightness() < 128 for y in range(60))
    ]
    assert columns[0] > 280
