"""What the library writes to a patron, in each language (rule V3)."""

from datetime import date

import pytest

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.card_changes import CardChange
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind, ReadyTitle
from kiosk.domain.reservations import ReservationNumber
from kiosk.words.letters import other_letter, ready_letter
from kiosk.words.words import Words
from tests.project.files import ROOT

LIBRARY = "みなと市立図書館"
READY = ReadyTitle(
    library=LIBRARY,
    title="坊っちゃん",
    number=ReservationNumber("0010000017"),
    pickup=Branch(BranchId("main"), "本館", "Main Library", telephone="086-555-0100"),
    until=date(2026, 11, 29),
)

CHANGED = {
    "what": "ic_card_bound",
    "at": "2026-11-21T14:05:09+09:00",
    "place": "kiosk",
    "branch": "本館",
    "latin_branch": "Main Library",
    "telephone": "086-555-0100",
}
FACTS = {
    "code": "481516",
    "title": "坊っちゃん",
    "number": READY.number,
    "why": "AlreadyReserved",
    "until": "2027-02-10",
    **CHANGED,
}


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.load(ROOT / "assets" / "words", Language.JAPANESE)


@pytest.mark.rule("V3")
def test_a_notice_names_title_number_branch_and_last_day(words: Words) -> None:
    letter = ready_letter(words, [Language.JAPANESE], READY)
    assert letter.subject == "【みなと市立図書館】ご予約の資料が用意できました"
    for told in (
        "書名：坊っちゃん",
        "予約番号：0010000017",
        "受取館：本館",
        "取置期限：11月29日（日）まで",
        "受取館の電話：086-555-0100",
    ):
        assert told in letter.body.splitlines()


def test_the_languages_of_the_policy_stand_one_below_the_other(words: Words) -> None:
    letter = ready_letter(words, [Language.ENGLISH, Language.JAPANESE], READY)
    assert letter.subject == "みなと市立図書館: what you reserved is ready"
    english, japanese = letter.body.split("--------------------")
    assert "Collect it at: Main Library" in english
    assert "Until: Sun 29 November" in english
    assert "受取館：本館" in japanese


def test_readings_stand_in_brackets_in_easy_japanese(words: Words) -> None:
    letter = ready_letter(words, [Language.EASY_JAPANESE], READY)
    assert "予約（よやく）の 番号（ばんごう）：0010000017" in letter.body
    assert "|" not in letter.subject + letter.body


def test_what_nobody_knows_is_left_out(words: Words) -> None:
    branch = Branch(BranchId("main"), "本館")
    unknown = ReadyTitle(LIBRARY, READY.title, READY.number, branch, until=None)
    body = ready_letter(words, [Language.JAPANESE, Language.ENGLISH], unknown).body
    assert "取置期限" not in body
    assert "電話" not in body
    assert "Collect it at: 本館" in body


@pytest.mark.parametrize("language", Words.offered)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_has_a_subject_and_says_who_writes(
    words: Words, kind: LetterKind, language: Language
) -> None:
    letter = other_letter(words.speaking(language), LIBRARY, kind, FACTS)
    assert LIBRARY in letter.subject
    assert LIBRARY in letter.body
    has_code = kind in {LetterKind.CONFIRM_EMAIL, LetterKind.PASSWORD_RESET}
    assert ("481516" in letter.body) is has_code
    assert "481516" not in letter.subject


def test_a_changed_card_is_told_with_what_when_where_and_whom_to_tell(words: Words) -> None:
    letter = other_letter(words, LIBRARY, LetterKind.CARD_CHANGED, CHANGED)
    assert letter.subject == "【みなと市立図書館】ログインの方法が変わりました"
    for told in (
        "図書館カードにICカードが登録されました。",
        "日時：11月21日（土） 14:05",
        "場所：本館の検索機",
        "電話：086-555-0100",
        "お心当たりのない場合は、すぐにカウンターまたは電話で図書館へお知らせください。",
    ):
        assert told in letter.body.splitlines()


@pytest.mark.parametrize(
    ("place", "branch", "told"),
    [
        ("kiosk", "本館", "Main Library, at a kiosk"),
        ("counter", "本館", "Main Library, at the counter"),
        ("kiosk", "", "At a kiosk of the library"),
        ("counter", "", "At the counter"),
    ],
)
def test_where_it_was_changed_is_told_as_far_as_it_is_known(
    words: Words, place: str, branch: str, told: str
) -> None:
    latin = "Main Library" if branch else ""
    facts = CHANGED | {"place": place, "branch": branch, "latin_branch": latin}
    english = words.speaking(Language.ENGLISH)
    letter = other_letter(english, LIBRARY, LetterKind.CARD_CHANGED, facts)
    assert f"Where: {told}" in letter.body.splitlines()


@pytest.mark.parametrize("what", CardChange)
def test_every_change_has_a_sentence_of_its_own(words: Words, what: CardChange) -> None:
    others = [
        other_letter(words, LIBRARY, LetterKind.CARD_CHANGED, CHANGED | {"what": each})
        for each in CardChange
    ]
    mine = other_letter(words, LIBRARY, LetterKind.CARD_CHANGED, CHANGED | {"what": what})
    assert others.count(mine) == 1


def test_that_a_certificate_ends_is_told_with_its_day_and_what_goes_on(words: Words) -> None:
    facts = {"until": "2027-02-10"}
    english = words.speaking(Language.ENGLISH)
    letter = other_letter(english, LIBRARY, LetterKind.CERTIFICATE_ENDS, facts)
    assert "Your My Number card's certificate ends on 10 February 2027." in letter.body
    assert "Your library card goes on as before." in letter.body


def test_a_letter_shows_nothing_of_itself_in_a_traceback(words: Words) -> None:
    letter = other_letter(words, LIBRARY, LetterKind.PASSWORD_RESET, {"code": "481516"})
    assert "481516" not in repr(letter)
