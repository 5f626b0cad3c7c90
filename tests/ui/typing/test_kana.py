from collections.abc import Callable

import pytest

from kiosk.ui.typing.kana import half_voice, hiragana, katakana, shrink, voice, without_last


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("か", "が"),
        ("が", "か"),
        ("ほ", "ぼ"),
        ("う", "ゔ"),
        ("ゔ", "う"),
        ("ぱ", "ば"),
        ("ハ", "バ"),
        ("ヴ", "ウ"),
    ],
)
def test_the_voice_mark_is_put_on_and_taken_away(before: str, after: str) -> None:
    assert voice(before) == after


def test_ha_becomes_ba_becomes_pa_and_ha_again() -> None:
    ba = voice("は")
    pa = half_voice(ba)
    assert (ba, pa, half_voice(pa)) == ("ば", "ぱ", "は")


@pytest.mark.parametrize(
    ("before", "after"),
    [("つ", "っ"), ("っ", "つ"), ("や", "ゃ"), ("ョ", "ヨ"), ("わ", "ゎ"), ("づ", "っ")],
)
def test_a_kana_is_made_small_and_large_again(before: str, after: str) -> None:
    assert shrink(before) == after


@pytest.mark.parametrize("mark", [voice, half_voice, shrink])
def test_a_mark_leaves_alone_what_cannot_bear_it(mark: Callable[[str], str]) -> None:
    assert mark("ん") == "ん"
    assert mark("猫") == "猫"
    assert mark("") == ""


def test_only_the_last_kana_is_changed() -> None:
    assert voice("かか") == "かが"


def test_erasing_takes_a_kana_with_its_mark() -> None:
    assert without_last("ねこが") == "ねこ"
    assert without_last("") == ""


def test_katakana_and_hiragana_are_each_others_way_back() -> None:
    assert katakana("がゔょー漢a") == "ガヴョー漢a"
    assert hiragana("ガヴョー漢a") == "がゔょー漢a"
