"""The slip of several titles: in the order in which one walks, and on a phone as well."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from kiosk.domain.carried_titles import read_line
from kiosk.domain.listed_titles import MOST_LISTED
from kiosk.domain.looks import Language
from kiosk.domain.titles import Availability, CallNumber, FoundTitle, Holding, TitleId
from kiosk.slips.reservation import PillowSlips
from kiosk.slips.titles import MOST_BYTES
from kiosk.words.words import Words
from tests.slips.conftest import ListeningFonts, Scan
from tests.slips.samples import STANDPOINT, TOKYO
from tests.slips.test_location import (
    CAT,
    HERE,
    KEPT,
    LENT,
    ON_ITS_WAY,
    READ_HERE,
    STACKS,
    THERE,
)


def one(title: str, *holdings: Holding, number: str = "913.6", missing: int = 0) -> FoundTitle:
    named = replace(CAT, id=TitleId(title), name=title, part="", call_number=CallNumber(number))
    return FoundTitle(named, Availability(holdings, missing=missing))


EIGHT = (
    one("lent", LENT),
    one("there", THERE),
    one("stacks", STACKS),
    one("upstairs", replace(HERE, floor="3階", shelf="2")),
    one("far", replace(HERE, shelf="24")),
    one("near", replace(HERE, shelf="9")),
    one("dictionary", replace(READ_HERE, floor="地下1階", shelf="1")),
    one("missing", missing=1, number="100"),
    one("moving", ON_ITS_WAY, number="200"),
    one("kept", KEPT, number="300"),
)
LONG = "銀河鉄道の夜・風の又三郎・ポラーノの広場・セロ弾きのゴーシュほか三篇宮沢賢治作品集" * 3
DOZEN = tuple(
    replace(
        one(LONG, replace(HERE, shelf=str(nth)), number="913.68"),
        title=replace(CAT, id=TitleId(f"minato:{nth:09}"), name=LONG),
    )
    for nth in range(MOST_LISTED)
)
ENDLESS_IDS = tuple(
    replace(each, title=replace(each.title, id=TitleId(f"{nth:02}" + "Z" * 62)))
    for nth, each in enumerate(DOZEN)
)


def test_it_says_room_shelf_call_number_and_title(slips: PillowSlips) -> None:
    (slip,) = slips.titles((one("cat-town", HERE), one("snow", LENT)), Language.JAPANESE)
    assert slip.text.splitlines()[1:] == [
        "みなと市立図書館",
        "本のリスト",
        "[本館 2階]",
        "○ 24番の棚 913.6 cat-town",
        "[いま棚にないもの]",
        "△ 貸出中 913.6 snow",
    ]


def test_one_walks_from_below_to_above_then_to_the_counter_then_away(slips: PillowSlips) -> None:
    (slip,) = slips.titles(EIGHT, Language.ENGLISH)
    named = [line.split()[-1] for line in slip.text.splitlines()[3:] if line[0] != "["]
    walked = ["dictionary", "near", "far", "upstairs", "stacks", "there"]
    assert named == [*walked, "missing", "moving", "kept", "lent"]


def test_each_room_is_named_once(slips: PillowSlips) -> None:
    (slip,) = slips.titles(EIGHT, Language.JAPANESE)
    assert [line for line in slip.text.splitlines() if line[0] == "["] == [
        "[本館 地下1階]",
        "[本館 2階]",
        "[本館 3階]",
        "[カウンターで請求]",
        "[東分館 1階]",
        "[いま棚にないもの]",
    ]


@pytest.mark.parametrize("language", Words.offered)
def test_a_phone_reads_all_of_it_from_paper_and_screen(
    slips: PillowSlips, scan: Scan, language: Language
) -> None:
    (slip,) = slips.titles(EIGHT, language)
    assert scan(slip.picture) == scan(slip.qr) == {"qrcode": slip.text}
    assert "http" not in slip.text


def test_the_code_opens_the_same_titles_here_again(slips: PillowSlips, scan: Scan) -> None:
    (slip,) = slips.titles(EIGHT, Language.JAPANESE)
    carried = read_line(scan(slip.qr)["qrcode"])
    assert carried is not None
    assert set(carried) == {each.title.id for each in EIGHT}
    (location,) = slips.titles(EIGHT[:1], Language.JAPANESE)
    assert read_line(location.text) == (EIGHT[0].title.id,)


def test_a_dozen_long_titles_are_shortened_to_one_code(slips: PillowSlips, scan: Scan) -> None:
    (slip,) = slips.titles(DOZEN, Language.JAPANESE)
    assert len(slip.text.encode()) <= MOST_BYTES
    assert slip.text.count("…") == MOST_LISTED
    assert scan(slip.picture) == scan(slip.qr) == {"qrcode": slip.text}


def test_on_paper_no_title_is_cut(words: Words) -> None:
    fonts = ListeningFonts()
    PillowSlips(words, STANDPOINT, fonts, TOKYO).titles(DOZEN, Language.JAPANESE)
    assert not any("…" in text for text in fonts.heard)


def test_what_one_code_cannot_say_is_said_by_several(slips: PillowSlips, scan: Scan) -> None:
    several = slips.titles(ENDLESS_IDS, Language.JAPANESE)
    assert 1 < len(several) <= 4
    carried = [title for slip in several for title in read_line(slip.text) or ()]
    assert sorted(carried) == [each.title.id for each in ENDLESS_IDS]
    for slip in several:
        assert scan(slip.picture) == scan(slip.qr) == {"qrcode": slip.text}


def test_a_module_of_the_fullest_code_is_wide_enough_for_paper(slips: PillowSlips) -> None:
    (slip,) = slips.titles(DOZEN, Language.JAPANESE)
    code = Image.open(BytesIO(slip.qr)).convert("L")
    dark = [code.getpixel((at, code.height // 2)) == 0 for at in range(code.width)]
    changes = [at for at in range(1, len(dark)) if dark[at] != dark[at - 1]]
    narrowest = min(after - before for before, after in pairwise(changes))
    assert narrowest >= 3  # dots: 0.38 mm
    assert code.width <= 504


@pytest.mark.parametrize("language", Words.offered)
def test_nothing_touches_the_edges_of_the_paper(slips: PillowSlips, language: Language) -> None:
    for slip in slips.titles((*EIGHT, *DOZEN[:2]), language):
        picture = Image.open(BytesIO(slip.picture)).convert("L")
        ink = picture.point(lambda light: 255 - light).getbbox()
        assert picture.width == 576
        assert ink is not None
        assert ink[0] >= 20
        assert ink[2] <= 576 - 20


def test_of_no_titles_there_is_no_slip(slips: PillowSlips) -> None:
    assert slips.titles((), Language.JAPANESE) == ()
