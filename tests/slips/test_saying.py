"""What a slip says, word for word."""

from dataclasses import replace
from datetime import date

from kiosk.domain.looks import Language
from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.slips.saying import as_text, say
from kiosk.words.words import Words
from tests.slips.samples import STANDPOINT, TOKYO


def _text(words: Words, reservation: Reservation, language: Language) -> list[str]:
    said = say(words.speaking(language), STANDPOINT, reservation, TOKYO)
    return as_text(said, reservation).split("\n")


def test_a_slip_says_what_where_and_when_and_nothing_of_the_patron(
    words: Words, reservation: Reservation
) -> None:
    assert _text(words, reservation, Language.JAPANESE) == [
        f"KIOSKR:{reservation.number};",
        "みなと市立図書館",
        "予約のひかえ",
        "吾輩は猫である",
        "夏目 漱石",
        "請求記号 913.6 ナツ",
        "受取館 本館",
        "お知らせ eメール",
        "順番 1番目",
        "受付 11月20日 14:32",
        "予約番号 2611200417",
    ]


def test_an_english_slip_names_library_and_branch_in_latin_letters(
    words: Words, reservation: Reservation
) -> None:
    text = _text(words, reservation, Language.ENGLISH)
    assert text[1] == "Minato City Library"
    assert "Pick up at Central Library" in text
    assert "Received 20 November, 14:32" in text


def test_a_phone_is_given_no_furigana_markup(words: Words, reservation: Reservation) -> None:
    text = "\n".join(_text(words, reservation, Language.EASY_JAPANESE))
    assert not set("{|}") & set(text)


def test_a_title_with_braces_stays_as_catalogued(words: Words, reservation: Reservation) -> None:
    titled = replace(reservation, title_name="{集合|しゅうごう}の話 100%")
    assert "{集合|しゅうごう}の話 100%" in _text(words, titled, Language.JAPANESE)


def test_a_kept_reservation_is_to_be_sent_and_has_no_place_yet(
    words: Words, reservation: Reservation
) -> None:
    kept = replace(reservation, is_kept=True, position=None)
    assert "順番 回線がもどりしだい送ります" in _text(words, kept, Language.JAPANESE)


def test_what_is_ready_says_where_it_is_kept_and_until_when(
    words: Words, reservation: Reservation
) -> None:
    ready = replace(
        reservation,
        state=ReservationState.READY,
        position=None,
        hold_shelf="B-07",
        ready_until=date(2026, 12, 4),
    )
    text = _text(words, ready, Language.JAPANESE)
    assert "取置棚 B-07" in text
    assert "取置期限 12月4日（金）" in text
    assert not any(line.startswith("順番") for line in text)


def test_what_is_on_its_way_says_so(words: Words, reservation: Reservation) -> None:
    moving = replace(reservation, state=ReservationState.IN_TRANSIT, position=None)
    assert "状態 配送中" in _text(words, moving, Language.JAPANESE)


def test_a_slip_opens_no_address(words: Words, reservation: Reservation) -> None:
    assert not any("://" in line for line in _text(words, reservation, Language.JAPANESE))
