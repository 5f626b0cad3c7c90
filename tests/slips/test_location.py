"""The slip of a place: where to go now, and what to do where nothing stands."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.carried_titles import read_line
from kiosk.domain.looks import Language
from kiosk.domain.titles import (
    Availability,
    CallNumber,
    Creator,
    FoundTitle,
    Holding,
    Title,
    TitleId,
)
from kiosk.slips.reservation import PillowSlips
from kiosk.words.words import Words
from tests.slips.conftest import ListeningFonts, Scan
from tests.slips.samples import CENTRAL, STANDPOINT, TOKYO

EAST = Branch(BranchId("east"), "東分館", "East Branch")
HERE = Holding(CENTRAL, 2, 1, shelf="24", floor="2階", is_here=True)
LENT = replace(HERE, on_shelf=0, due=date(2026, 12, 2))
THERE = Holding(EAST, 1, 1, shelf="5", floor="1階")
READ_HERE = replace(HERE, is_reference=True)
ON_ITS_WAY = replace(HERE, items=1, on_shelf=0, set_aside=1, in_transit=1)
KEPT = replace(HERE, items=1, on_shelf=0, set_aside=1, on_hold_shelf=1)
STACKS = replace(HERE, shelf="", floor="地下1階 書庫", is_closed_stacks=True)
CAT = Title(
    TitleId("cat"),
    "吾輩は猫である",
    creators=(Creator("夏目 漱石"),),
    call_number=CallNumber("913.6", "ナツ", "1"),
    part="上巻",
)


def found(*holdings: Holding, waiting: int = 0, missing: int = 0) -> FoundTitle:
    return FoundTitle(CAT, Availability(holdings, waiting, missing))


def lines(slips: PillowSlips, title: FoundTitle, language: Language) -> list[str]:
    """Behind the line by which the title opens at a kiosk again."""
    return slips.location(title, language).text.split("\n")[1:]


def test_a_slip_says_what_and_where_and_nothing_of_the_patron(slips: PillowSlips) -> None:
    assert lines(slips, found(THERE, HERE), Language.JAPANESE) == [
        "みなと市立図書館",
        "置いてある場所",
        "吾輩は猫である 上巻",
        "夏目 漱石",
        "請求記号 913.6 ナツ 1",
        "○ 棚にあります",
        "館 本館",
        "階 2階",
        "棚 24番の棚",
        "棚から取って、カウンターですぐ借りられます。",
    ]


EIGHT_STATES = {
    "here": (found(HERE), ["○ 棚にあります", "館 本館", "階 2階", "棚 24番の棚"]),
    "elsewhere": (
        found(LENT, THERE),
        ["◌ ほかの館にあります", "館 東分館 1階　5番の棚"],
    ),
    "out": (found(LENT, waiting=3), ["△ 貸出中", "待っている人 3", "返る予定 12月2日（水）"]),
    "in_transit": (found(ON_ITS_WAY), ["△ 配送中", "待っている人 0"]),
    "on_hold_shelf": (found(KEPT, waiting=1), ["△ ほかの方に取り置き中", "待っている人 1"]),
    "closed_stacks": (found(STACKS), ["◌ 書庫にあります", "館 本館", "階 地下1階 書庫"]),
    "reference": (found(READ_HERE), ["□ 館内で読めます", "館 本館", "階 2階", "棚 24番の棚"]),
    "missing": (found(missing=1), ["△ 所在をさがしています"]),
}
UNKNOWN = (found(), ["－ カウンターでおたずねください"])


@pytest.mark.parametrize(("title", "said"), [*EIGHT_STATES.values(), UNKNOWN])
def test_each_state_says_its_shape_its_word_and_what_to_do_next(
    slips: PillowSlips, title: FoundTitle, said: list[str]
) -> None:
    told = lines(slips, title, Language.JAPANESE)[5:]
    assert told[:-1] == said
    assert told[-1].endswith("。")


def test_the_eight_states_say_eight_things_to_do(slips: PillowSlips) -> None:
    for language in Words.offered:
        told = {lines(slips, title, language)[-1] for title, _ in EIGHT_STATES.values()}
        assert len(told) == len(EIGHT_STATES)


@pytest.mark.parametrize("title", [title for title, _ in EIGHT_STATES.values()], ids=EIGHT_STATES)
@pytest.mark.parametrize("language", Words.offered)
def test_every_state_is_read_back_from_the_paper(
    slips: PillowSlips, scan: Scan, language: Language, title: FoundTitle
) -> None:
    slip = slips.location(title, language)
    assert scan(slip.picture) == scan(slip.qr) == {"qrcode": slip.text}


def test_scanned_from_a_phone_the_title_opens_here_again(slips: PillowSlips) -> None:
    assert read_line(slips.location(found(HERE), Language.JAPANESE).text) == (CAT.id,)


def test_what_is_only_read_here_is_not_fetched_from_there(slips: PillowSlips) -> None:
    reference = replace(THERE, is_reference=True)
    south = Holding(Branch(BranchId("south"), "南分館"), 1, 1, shelf="8")
    told = lines(slips, found(LENT, reference, south), Language.JAPANESE)
    assert "館 南分館　8番の棚" in told
    assert not any("東分館" in line for line in told)


def test_in_english_the_branch_has_its_latin_name(slips: PillowSlips) -> None:
    told = lines(slips, found(HERE), Language.ENGLISH)
    assert told[0] == "Minato City Library"
    assert "Library branch Central Library" in told


@pytest.mark.parametrize("language", Words.offered)
def test_a_phone_reads_what_the_slip_says(
    slips: PillowSlips, scan: Scan, language: Language
) -> None:
    slip = slips.location(found(HERE), language)
    assert scan(slip.picture) == {"qrcode": slip.text}
    assert scan(slip.qr) == {"qrcode": slip.text}
    assert "http" not in slip.text


@pytest.mark.parametrize("language", Words.offered)
def test_the_paper_says_nothing_but_what_the_qr_code_says(words: Words, language: Language) -> None:
    fonts = ListeningFonts()
    slip = PillowSlips(words, STANDPOINT, fonts, TOKYO).location(found(HERE), language)
    drawn = {text for text in fonts.heard if not all("ぁ" <= each <= "ゖ" for each in text)}
    assert {text for text in drawn if text.strip() not in slip.text} == set()


def test_no_month_is_broken_in_two(words: Words) -> None:
    fonts = ListeningFonts()
    for month in range(1, 13):
        title = found(replace(LENT, due=date(2027, month, 28)), waiting=1)
        PillowSlips(words, STANDPOINT, fonts, TOKYO).location(title, Language.ENGLISH)
    names = ("September", "November", "December")
    assert all(any(name in text for text in fonts.heard) for name in names)
    tails = {name[at:] for name in names for at in range(1, len(name) - 1)}
    assert tails & fonts.heard == set()


@pytest.mark.parametrize("language", Words.offered)
def test_nothing_touches_the_edges_of_the_paper(slips: PillowSlips, language: Language) -> None:
    everywhere = found(LENT, *(replace(THERE, shelf=str(nth)) for nth in range(9)))
    picture = Image.open(BytesIO(slips.location(everywhere, language).picture)).convert("L")
    ink = picture.point(lambda light: 255 - light).getbbox()
    assert picture.width == 576
    assert ink is not None
    assert ink[0] >= 20
    assert ink[2] <= 576 - 20
