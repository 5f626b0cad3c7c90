"""A title can be said by who reads no kana: they can ask for it at the counter."""

from dataclasses import replace

from kiosk.domain.titles import Creator, Title, TitleId
from kiosk.words.readings import credited, maker_name, reading_of
from kiosk.words.words import Words

SOSEKI = Creator("夏目 漱石", "なつめ そうせき")
CAT = Title(TitleId("cat"), "吾輩は猫である", "わがはい は ねこ で ある", (SOSEKI,))
EMMA = Title(TitleId("emma"), "Emma", None, (Creator("Austen, Jane"),))


def test_in_english_readings_stand_in_latin_letters(english: Words) -> None:
    assert reading_of(english, CAT) == "Wagahai wa neko de aru"
    assert maker_name(english, SOSEKI) == "Natsume, Sōseki"


def test_in_japanese_readings_stay_in_kana_and_names_as_catalogued(
    japanese: Words, easy: Words
) -> None:
    for words in (japanese, easy):
        assert reading_of(words, CAT) == "わがはい は ねこ で ある"
        assert maker_name(words, SOSEKI) == "夏目 漱石"


def test_without_a_reading_nothing_is_made_up(words: Words) -> None:
    assert reading_of(words, EMMA) == ""
    assert maker_name(words, EMMA.creators[0]) == "Austen, Jane"
    assert maker_name(words, Creator("萩原 朔太郎")) == "萩原 朔太郎"


def test_a_reading_with_other_signs_stands_as_it_is(english: Words) -> None:
    assert reading_of(english, replace(CAT, reading="わがはい★")) == "わがはい★"


def test_what_somebody_did_is_told_in_english_too(english: Words, japanese: Words) -> None:
    shiko = Creator("棟方 志功", "むなかた しこう", "絵")
    assert credited(english, shiko) == "Munakata, Shikō (illustrator)"
    assert credited(japanese, shiko) == "棟方 志功 絵"
    assert credited(english, SOSEKI) == "Natsume, Sōseki"
    assert credited(english, replace(shiko, role="装丁")) == "Munakata, Shikō (装丁)"
