"""What a scanner read becomes what happened; of what is not ours nothing is kept."""

import random
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.carried_reservations import as_line as number_line
from kiosk.domain.carried_titles import as_line
from kiosk.domain.codes import ItemCodes, NotOurs
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy, CheckScheme, ItemPolicy
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.titles import TitleId
from kiosk.events import (
    CardPresented,
    Event,
    IsbnScanned,
    ItemScanned,
    PriceRowScanned,
    SlipScanned,
    StaffCardPresented,
    TitlesScanned,
    UnknownCodeScanned,
)
from kiosk.hardware.understanding import SAME_CODE_S, Understanding

POLICY = CardPolicy(digits=14, check=CheckScheme.M10W21, qr_prefix="CARD:")
CARD = CardPresented(CardNumber("30234000517861"))
TITLES = (TitleId("demo-014"), TitleId("demo-002"))
SLIP = reservation_number(3, 41)


class Desk:
    """A scanner, a clock to turn, and what was said."""

    def __init__(self) -> None:
        self.said: list[Event] = []
        self.now = 0.0
        self._understanding = Understanding(
            self.said.append,
            POLICY,
            {"STAFF-0001"}.__contains__,
            ItemCodes(ItemPolicy(), {"MINATO-0042"}.__contains__),
            lambda: self.now,
        )

    def scan(self, *texts: str) -> list[Event]:
        """What is said of these texts, one right after the other."""
        self.said.clear()
        for text in texts:
            self._understanding(text)
        return self.said


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.rule("L1", "L9")
@pytest.mark.parametrize(
    ("scanned", "said"),
    [
        ("A30234000517861B", CARD),
        ("30234000517861", CARD),
        ("a30234000517861b\r", CARD),
        ("CARD:30234000517861", CARD),
        ("A30234000517862B", UnknownCodeScanned(NotOurs.CARD_MISREAD)),
        ("STAFF-0001", StaffCardPresented("STAFF-0001")),
        ("9784101010014", IsbnScanned("9784101010014")),
        ("1920193005504", PriceRowScanned()),
        ("30014015", ItemScanned("30014015")),
        ("MINATO-0042", ItemScanned("MINATO-0042")),
        (SLIP, SlipScanned(SLIP)),
        (number_line(SLIP), SlipScanned(SLIP)),
        (as_line(TITLES), TitlesScanned(TITLES)),
        ("4901234567894", UnknownCodeScanned(NotOurs.PRODUCT)),
        ("https://www.example.jp/", UnknownCodeScanned(NotOurs.ADDRESS)),
        ("hello", UnknownCodeScanned()),
    ],
)
def test_every_code_is_understood_by_kind(desk: Desk, scanned: str, said: Event) -> None:
    assert desk.scan(scanned) == [said]


def test_an_empty_line_says_nothing(desk: Desk) -> None:
    assert desk.scan("", "\r\n", " ") == []


def test_a_list_told_line_by_line_is_told_once(desk: Desk) -> None:
    lines = (as_line(TITLES), "みなと市立図書館", "坊っちゃん", "9784101010014", "913.6 ナツ")
    assert desk.scan(*lines) == [TitlesScanned(TITLES)]


def test_the_code_of_a_slip_told_line_by_line_is_told_once(desk: Desk) -> None:
    lines = (number_line(SLIP), "みなと市立図書館", "坊っちゃん", f"予約番号 {SLIP}")
    assert desk.scan(*lines) == [SlipScanned(SLIP)]


def test_behind_the_bars_of_a_slip_a_card_is_heard_at_once(desk: Desk) -> None:
    assert desk.scan(SLIP, "A30234000517861B") == [SlipScanned(SLIP), CARD]


def test_a_slow_keyboard_may_take_its_time_for_each_line(desk: Desk) -> None:
    desk.scan(as_line(TITLES))
    for _line in range(5):
        desk.now += 0.9 * SAME_CODE_S
        assert desk.scan("坊っちゃん") == []


def test_a_moment_later_codes_are_heard_again(desk: Desk) -> None:
    desk.scan(as_line(TITLES))
    desk.now += 1.1 * SAME_CODE_S
    assert desk.scan("9784101010014") == [IsbnScanned("9784101010014")]


def test_another_list_is_heard_at_once(desk: Desk) -> None:
    assert desk.scan(as_line(TITLES), as_line(TITLES[:1])) == [
        TitlesScanned(TITLES),
        TitlesScanned(TITLES[:1]),
    ]


WILD = [
    *(chr(code) for code in range(0x20)),
    *"\x7f\x80\x9f\xad\ufeff\u200f\u202e\u2066\u2028\ud800\udc00\udfff\U0010ffff",
    *"ابעא𠮷①Ａ９ｱ゙ABCDabcd0123456789-$:/.+%,;KIOSK1",
]


def wild_texts() -> list[str]:
    dice = random.Random(5)  # noqa: S311 - repeatable, not secret
    lengths = [*([16] * 600), *([200] * 300), *([10_000] * 100)]
    return ["".join(dice.choices(WILD, k=dice.randint(1, most))) for most in lengths]


def test_a_thousandwild_texts_leave_it_standing_and_none_of_them_is_kept(desk: Desk) -> None:
    texts = wild_texts()
    held_before = [sys.getrefcount(text) for text in texts]
    said = {event for text in texts for event in desk.scan(text)}
    desk.said.clear()
    assert len(texts) == 1000
    assert said <= set(map(UnknownCodeScanned, NotOurs))
    assert [sys.getrefcount(text) for text in texts] == held_before


@given(st.text(st.characters(), max_size=100))
def test_nothing_of_an_unknown_code_is_told_on(text: str) -> None:
    desk = Desk()
    for event in desk.scan(f"x{text}"):
        assert isinstance(event, UnknownCodeScanned)
        assert event in map(UnknownCodeScanned, NotOurs)
