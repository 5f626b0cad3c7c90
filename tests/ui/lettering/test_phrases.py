import pytest

from kiosk.ui.lettering.markup import parse, plain
from kiosk.ui.lettering.phrases import Joint, atoms


def phrases(text: str) -> list[str]:
    parts: list[str] = []
    for atom in atoms(parse(text)):
        if parts and atom.joint < Joint.PHRASE:
            parts[-1] += atom.text
        else:
            parts.append(atom.text)
    return parts


def test_a_japanese_sentence_falls_into_its_phrases() -> None:
    assert phrases("予約はカウンターでうけたまわります。") == [
        "予約は",
        "カウンターでうけたまわります。",
    ]


def test_a_break_that_is_marked_is_the_only_one_that_counts() -> None:
    assert phrases("予約は\u200bカウンターで承ります") == ["予約は", "カウンターで承ります"]


def test_no_line_begins_with_a_full_stop_a_small_kana_or_a_closing_bracket() -> None:
    for first in "、。」』）ーっャ！？":
        assert atoms(parse(f"本{first}"))[1].joint is Joint.TIGHT


def test_no_line_ends_with_an_opening_bracket() -> None:
    assert phrases("これは『吾輩は猫である』です") == ["これは", "『吾輩は", "猫である』", "です"]


def test_a_number_stays_with_its_counter() -> None:
    assert phrases("本館2階の24番の棚") == ["本館2階の", "24番の棚"]


def test_a_number_stays_with_the_latin_word_that_it_counts() -> None:
    said = phrases("Until **Tue 24 November**, 4 days left")
    assert said == ["Until", "Tue", "24November,", "4days", "left"]


def test_no_letter_stands_alone_at_the_end() -> None:
    assert phrases("これは本")[-1] == "これは本"


def test_a_polite_prefix_stays_with_its_word() -> None:
    assert phrases("職員がお電話します") == ["職員が", "お電話します"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("読み取り機にかざしてください", ["読み取り機にかざしてください"]),
        ("もう一度お試しください", ["もう一度", "お試しください"]),
        ("お急ぎの方は職員に", ["お急ぎの方は", "職員に"]),
        ("カードをかざし直してください", ["カードをかざし直してください"]),
        ("カウンターでおたずねください", ["カウンターで", "おたずねください"]),
        ("棚から取って", ["棚から", "取って"]),
        ("ほかの方法でお試しください", ["ほかの", "方法で", "お試しください"]),
        ("1点が、この館の棚に", ["1点が、", "この館の", "棚に"]),
        ("きのこの本", ["きのこの本"]),
        ("きのこの本棚", ["きのこの", "本棚"]),
        ("「予約する」にさわり", ["「予約する」にさわり"]),
        ("書名「ねこ」を除く", ["書名", "「ねこ」を", "除く"]),
        ("「予約かご」でできます", ["「予約かご」でできます"]),
        ("インターネットのMy ライブラリで", ["インターネットの", "Myライブラリで"]),
    ],
)
def test_what_belongs_together_is_not_taken_for_a_new_phrase(text: str, parts: list[str]) -> None:
    assert phrases(text) == parts


def test_english_breaks_at_spaces_only() -> None:
    assert phrases("Open today, all day") == ["Open", "today,", "all", "day"]


def test_what_has_one_reading_is_never_parted() -> None:
    assert [atom.text for atom in atoms(parse("{図書館|としょかん}へ"))] == ["図書館", "へ"]


def test_marks_are_heard_by_nobody() -> None:
    assert plain("**{予約|よやく}**\u200bします") == "予約します"


def test_a_mark_without_its_partner_is_a_letter() -> None:
    assert plain("2 ** 3 {a}") == "2 ** 3 {a}"
