"""Readings in Latin letters, as the catalogues of libraries abroad write them."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.romanising import romanised, romanised_name

TITLES = Path(__file__).parents[2] / "assets" / "demonstration" / "titles"


@pytest.mark.parametrize(
    ("reading", "latin"),
    [
        ("ねこまち", "Nekomachi"),
        ("しゃしん じしょ ちず つき ふね", "Shashin jisho chizu tsuki fune"),
        ("ちぢむ つづく", "Chijimu tsuzuku"),
        ("りょうり きょねん じゃがいも", "Ryōri kyonen jagaimo"),
    ],
)
def test_kana_are_written_as_english_readers_hear_them(reading: str, latin: str) -> None:
    assert romanised(reading) == latin


@pytest.mark.parametrize(
    ("reading", "latin"),
    [
        ("とうきょう おおかみ くうき", "Tōkyō ōkami kūki"),
        ("おうさま", "Ōsama"),
        ("おかあさん おねえさん おにいさん", "Okāsan onēsan oniisan"),
        ("えいが せんせい", "Eiga sensei"),
        ("ちいさな おおおか", "Chiisana ōoka"),
        ("ゆううつ こううん", "Yūutsu kōun"),
        ("べーとーゔぇん びーる", "Bētōven bīru"),
        ("はたち おとうと の ", "Hatachi otōto no"),
    ],
)
def test_long_vowels_have_a_macron_and_ei_and_ii_have_none(reading: str, latin: str) -> None:
    assert romanised(reading) == latin


@pytest.mark.parametrize(
    ("reading", "latin"),
    [
        ("みずうみ", "Mizuumi"),
        ("みずうみべ の いえ", "Mizuumibe no ie"),
        ("ゆき の じょおう", "Yuki no joō"),
        ("おもう こと", "Omou koto"),
        ("かつどう しゃしん", "Katsudō shashin"),
        ("こうまん と へんけん", "Kōman to henken"),
    ],
)
def test_two_vowels_of_two_parts_are_no_long_one(reading: str, latin: str) -> None:
    assert romanised(reading) == latin


@pytest.mark.parametrize(
    ("reading", "latin"),
    [
        ("ぼっちゃん", "Botchan"),
        ("きっぷ まっすぐ がっこう ざっし", "Kippu massugu gakkō zasshi"),
        ("いっつう まっちゃ", "Ittsū matcha"),
        ("あっ", "A"),
    ],
)
def test_a_small_tsu_doubles_what_follows(reading: str, latin: str) -> None:
    assert romanised(reading) == latin


@pytest.mark.parametrize(
    ("reading", "latin"),
    [
        ("じゅんいちろう", "Jun’ichirō"),
        ("しんよう ほんや", "Shin’yō hon’ya"),
        ("しんぶん さんま おんな てんねん", "Shinbun sanma onna tennen"),
    ],
)
def test_n_is_set_apart_before_vowels_and_y(reading: str, latin: str) -> None:
    assert romanised(reading) == latin


@pytest.mark.parametrize(
    ("reading", "latin"),
    [
        ("わがはい は ねこ で ある", "Wagahai wa neko de aru"),
        ("きた へ はは を たずねて", "Kita e haha o tazunete"),
        ("もり には なに が いる", "Mori ni wa nani ga iru"),
        ("ふるさと への みち", "Furusato e no michi"),
        ("はは の はなし", "Haha no hanashi"),
        ("は の けんこう", "Ha no kenkō"),
        ("こんにちは ねこ", "Konnichiwa neko"),
    ],
)
def test_particles_are_written_as_spoken_where_they_stand_alone(reading: str, latin: str) -> None:
    assert romanised(reading) == latin


@pytest.mark.parametrize(
    ("reading", "latin"),
    [
        ("ふぁんたじー", "Fantajī"),
        ("ゔぁいおりん ぱーてぃー", "Vaiorin pātī"),
        ("しぇーくすぴあ", "Shēkusupia"),
        ("でゅえっと", "Dyuetto"),
        ("うぃーん の もり", "Wīn no mori"),
        ("ナツメ ソウセキ", "Natsume sōseki"),
        ("ﾈｺ ト ﾊﾟﾝ", "Neko to pan"),
        ("どん・きほーて", "Don kihōte"),
        ("こゝろ みすゞ", "Kokoro misuzu"),
        ("NHK の 100 さつ", "NHK no 100 satsu"),
    ],
)
def test_foreign_sounds_katakana_and_marks_are_read(reading: str, latin: str) -> None:
    assert romanised(reading) == latin


@pytest.mark.parametrize("reading", ["", " ", "漢字", "ねこ の 本", "ねこ★"])
def test_what_is_no_reading_is_not_guessed(reading: str) -> None:
    assert romanised(reading) is None
    assert romanised_name(reading, "夏目 漱石") is None


@pytest.mark.parametrize(
    ("reading", "name", "latin"),
    [
        ("なつめ そうせき", "夏目 漱石", "Natsume, Sōseki"),
        ("もり おうがい", "森 鷗外", "Mori, Ōgai"),
        ("いのうえ やすし", "井上 靖", "Inoue, Yasushi"),
        ("むらさき しきぶ", "紫式部", "Murasaki Shikibu"),
        ("しみず の じろちょう", "清水次郎長", "Shimizu no Jirochō"),
        ("みなと しりつ としょかん", "みなと市立図書館", "Minato Shiritsu Toshokan"),
        (
            "げーて よはん ゔぉるふがんぐ",
            "ゲーテ ヨハン・ヴォルフガング",
            "Gēte, Yohan Vorufugangu",
        ),
        ("さん さーんす かみーゆ", "サン＝サーンス カミーユ", "San Sānsu, Kamīyu"),
        ("うぃーだ", "ウィーダ", "Wīda"),
        ("べーとーゔぇん", "ベートーヴェン ルートヴィヒ", "Bētōven"),
    ],
)
def test_names_have_the_family_first_and_capitals(reading: str, name: str, latin: str) -> None:
    assert romanised_name(reading, name) == latin


@given(
    st.text(st.sampled_from("あいうえおかがさざたっつなんはばぱゃゅょわをゔぁぃーゝゞ ・アッンー"))
)
def test_whatever_is_kana_is_read_to_its_end(kana: str) -> None:
    latin = romanised(kana)
    assert latin is None or (latin[:1] == latin[:1].upper() and latin.isprintable())
    assert latin is None or not any("ぁ" <= letter <= "ヿ" for letter in latin)


def test_every_reading_of_the_demonstration_library_can_be_read() -> None:
    for file in sorted(TITLES.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                assert not row["reading"] or romanised(row["reading"]), row["reading"]
                for creator in filter(None, row["creators"].split(";")):
                    name, _, others = creator.partition("|")
                    reading = others.partition("|")[0]
                    assert not reading or romanised_name(reading, name), creator
