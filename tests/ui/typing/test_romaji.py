import pytest

from kiosk.ui.typing.romaji import continued, finished


def typed(letters: str) -> str:
    text = ""
    for letter in letters:
        text = continued(text, letter)
    return finished(text)


@pytest.mark.parametrize(
    ("letters", "kana"),
    [
        ("wagahai", "わがはい"),
        ("neko", "ねこ"),
        ("kitte", "きって"),
        ("zasshi", "ざっし"),
        ("shinbun", "しんぶん"),
        ("kyouto", "きょうと"),
        ("hon", "ほん"),
        ("kan'i", "かんい"),
        ("nyanko", "にゃんこ"),
        ("ko-hi-", "こーひー"),
        ("NEKO", "ねこ"),
        ("natsume souseki", "なつめ そうせき"),
    ],
)
def test_a_keyboard_on_the_desk_writes_kana(letters: str, kana: str) -> None:
    assert typed(letters) == kana


def test_an_unfinished_kana_stays_latin_at_the_end() -> None:
    assert continued("ね", "k") == "ねk"
    assert continued("ねk", "o") == "ねこ"


def test_what_is_no_letter_is_written_as_it_is() -> None:
    assert continued("ほn", "3") == "ほん3"
    assert continued("猫", "！") == "猫！"
