"""What the library writes to a patron, in each language (rule V3)."""

from datetime import date

import pytest

from kiosk.domain.branches import Branch, BranchId
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

FACTS = {"code": "481516", "title": "坊っちゃん", "number": READY.number, "why": "AlreadyReserved"}


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


def test_a_letter_shows_nothing_of_itself_in_a_traceback(words: Words) -> None:
    letter = other_letter(words, LIBRARY, LetterKind.PASSWORD_RESET, {"code": "481516"})
    assert "481516" not in repr(letter)
