"""Writings that a patron takes for the same are made alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.readings import (
    fold,
    fold_as_heard,
    in_kana,
    is_kana,
    split_query,
    split_words,
)
from kiosk.domain.romaji import romaji_to_kana
from kiosk.domain.variants import ONE_FORM


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ワガハイ", "わがはい"),
        ("ﾜｶﾞﾊｲ", "わがはい"),
        ("ﾊﾟﾝ", "ぱん"),
        ("か゛", "が"),
        ("ハリー・ポッター", "はりぽつた"),
        ("きゃっと", "きやつと"),
        ("ヴァイオリン", "ばいおりん"),
        ("ヴィヴィアン ルヴォワ ヴ", "びびあんるぼわぶ"),
        ("こゝろ", "こころ"),
        ("みすゞ", "みすず"),
        ("ヽヾ", "ゝゞ"),
        ("佐々木", "佐佐木"),
        ("ヰタ・セクスアリス", "いたせくすありす"),
        ("國語の學校", "国語の学校"),
        ("𠮷野", "吉野"),
        ("Ｃａｆé　Müller", "cafemuller"),
        ("Straße", "strasse"),
        ("C++ / C#", "c++c#"),
        ("①２Ⅲ", "12iii"),
        ("「猫」、町。!?_", "猫町"),
        ("한국", "한국"),
        ("\ud800\x00 😀", ""),
    ],
)
def test_a_writing_is_folded(written: str, folded: str) -> None:
    assert fold(written).replace("ゝ", "").replace("ゞ", "") == folded.replace("ゝ", "").replace(
        "ゞ", ""
    )


def test_voiced_and_unvoiced_kana_stay_apart() -> None:
    assert len({fold("はは"), fold("ばば"), fold("ぱぱ")}) == 3


def test_no_form_of_a_kanji_leads_to_a_form_that_leads_on() -> None:
    assert not set(ONE_FORM.values()) & set(ONE_FORM)


@given(st.text(st.characters()))
def test_folding_takes_any_text_and_leaves_no_marks(text: str) -> None:
    folded = fold(text)
    assert not set(folded) & set("^$~ \x1f*ー・、")
    folded.encode()


@given(st.text("ぁあがはゝゞ々猫學ヴァィーｶﾞ゛ aé9・ ", max_size=30))
def test_words_joined_are_the_whole(text: str) -> None:
    plain = text.translate({ord(mark): None for mark in "ゝゞ々゛ﾞ"})
    assert "".join(split_words(plain)) == fold(plain)


def test_particles_are_heard_alike() -> None:
    assert fold_as_heard(fold("わがはいは")) == fold_as_heard(fold("ワガハイワ"))
    assert fold_as_heard(fold("ほたるを")) == fold_as_heard(fold("ホタルオ"))
    assert fold_as_heard(fold("うみへ")) == fold_as_heard(fold("ウミエ"))
    assert fold_as_heard(fold("みかづき")) == fold_as_heard(fold("ミカズキ"))


def test_long_vowels_are_heard_short() -> None:
    assert fold_as_heard(fold("とうきょう")) == fold_as_heard(fold("トーキョー")) == "ときよ"


def test_words_written_in_kanji_or_kana_meet_in_kana() -> None:
    assert {in_kana(fold(word)) for word in ("子供", "子ども", "こども", "コドモ")} == {"こども"}


def test_words_are_divided_where_the_script_changes() -> None:
    assert split_words("吾輩は猫である") == ("吾輩は", "猫である")
    assert split_words("ねこのシッポ2匹cats") == ("ねこの", "しつぽ", "2", "匹", "cats")


def test_a_query_is_divided_at_spaces_only() -> None:
    assert split_query("猫　夏目・漱石 !") == ("猫", "夏目漱石")


def test_kana_is_told_from_the_rest() -> None:
    assert is_kana("ねこ")
    assert not is_kana("猫の")


@pytest.mark.parametrize(
    ("latin", "kana"),
    [
        ("wagahai", "わがはい"),
        ("sinbun", "しんぶん"),
        ("shimbun", "しんぶん"),
        ("kitte", "きつて"),
        ("matcha", "まつちや"),
        ("tyuugoku", "ちゆうごく"),
        ("chuugoku", "ちゆうごく"),
        ("jinja", "じんじや"),
        ("konnichiwa", "こんにちわ"),
        ("hon", "ほん"),
        ("kin'en", "きんえん"),
        ("fujisan", "ふじさん"),
    ],
)
def test_romaji_is_read_as_kana(latin: str, kana: str) -> None:
    assert romaji_to_kana(latin) == kana


@pytest.mark.parametrize("latin", ["cats", "world", "x", "m", "kk"])
def test_other_words_in_latin_letters_are_no_romaji(latin: str) -> None:
    assert romaji_to_kana(latin) is None
