from kiosk.ui.typing.board_layouts import Act, KeyPlan, Spot
from kiosk.ui.typing.draft import LONGEST, Draft
from kiosk.ui.typing.kana import Mode

HERE = Spot(0, 0)


def draft(*keys: str | Act) -> Draft:
    made = Draft()
    for key in keys:
        plan = KeyPlan(HERE, key) if isinstance(key, Act) else KeyPlan(HERE, glyph=key)
        made.press(plan)
    return made


def test_marks_change_the_kana_before_them() -> None:
    assert draft("か", Act.VOICE, "つ", Act.SHRINK, "は", Act.HALF_VOICE).text == "がっぱ"


def test_one_letter_is_erased_or_all() -> None:
    assert draft("ね", "こ", Act.ERASE).text == "ね"
    assert draft("ね", "こ", Act.ERASE_ALL).text == ""


def test_a_space_divides_words_and_never_opens_the_text() -> None:
    assert draft(Act.SPACE, "ね", Act.SPACE, Act.SPACE, "こ").text == "ね こ"


def test_a_keyboard_writes_kana_while_the_board_does() -> None:
    made = draft()
    made.hear("neko")
    assert made.text == "ねこ"


def test_a_keyboard_writes_katakana_after_what_stood_there() -> None:
    made = draft("ね", "こ")
    made.press(KeyPlan(HERE, Act.MODE, mode=Mode.KATAKANA))
    made.hear("neko")
    assert made.text == "ねこネコ"


def test_a_keyboard_writes_latin_letters_in_their_mode() -> None:
    made = draft()
    made.press(KeyPlan(HERE, Act.MODE, mode=Mode.LATIN))
    made.hear("neko")
    assert made.text == "neko"


def test_a_single_n_is_finished_before_the_search() -> None:
    made = draft()
    made.hear("hon")
    assert made.text == "ほn"
    made.press(KeyPlan(HERE, Act.SEARCH))
    assert made.text == "ほん"


def test_latin_letters_typed_as_such_stay_latin() -> None:
    made = draft()
    made.press(KeyPlan(HERE, Act.MODE, mode=Mode.LATIN))
    made.hear("python")
    made.press(KeyPlan(HERE, Act.MODE, mode=Mode.HIRAGANA))
    made.hear("a")
    made.press(KeyPlan(HERE, Act.SEARCH))
    assert made.text == "pythonあ"


def test_the_text_ends_somewhere() -> None:
    assert len(draft(*("あ" * (LONGEST + 5))).text) == LONGEST
