"""Visits of patrons who gathered several titles."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from zoneinfo import ZoneInfo

from kiosk.domain import errors
from kiosk.domain.branches import Standpoint
from kiosk.domain.looks import Language
from kiosk.domain.titles import Availability, CallNumber, FoundTitle, TitleId
from kiosk.domain.walking_order import in_walking_order
from kiosk.slips.fonts import Fonts
from kiosk.slips.reservation import PillowSlips
from kiosk.visit import Visit
from kiosk.visit.listed import Listed
from kiosk.words.words import Words
from tests.screens.showing import WORDS
from tests.screens.title_visits import OLD_CAT, VOLUMES
from tests.screens.visits import CAT, EAST, FOUND, LONG, MAIN, SONGS, TWO_WOMEN, held

STANDPOINT = Standpoint("みなと市立図書館", "港", MAIN, latin_library="Minato City Library")


def standing(number: int, name: str, availability: Availability) -> FoundTitle:
    title = replace(CAT.title, id=TitleId(f"listed-{number}"), name=name, reading=None)
    return FoundTitle(replace(title, call_number=CallNumber(f"{number}13.6", "ナツ")), availability)


STACKS = replace(held(MAIN, 1, 1, "", None), floor="地下1階 書庫", is_closed_stacks=True)
AWAY = held(MAIN, 1, 0, "24")
EIGHT = (
    standing(1, "棚の本", Availability((held(MAIN, 1, 1, "24"),))),
    standing(2, "ほかの館の本", Availability((held(EAST, 1, 1, "5"),))),
    standing(3, "貸出中の本", Availability((AWAY,), waiting=3)),
    standing(4, "配送中の本", Availability((replace(AWAY, set_aside=1, in_transit=1),))),
    standing(5, "取り置きの本", Availability((replace(AWAY, set_aside=1, on_hold_shelf=1),), 1)),
    standing(6, "書庫の本", Availability((STACKS,))),
    standing(7, "辞書", Availability((replace(held(MAIN, 1, 1, "9"), is_reference=True),))),
    standing(8, "さがしている本", Availability(missing=1)),
)
MIXED = (CAT, SONGS, TWO_WOMEN, LONG, OLD_CAT, *VOLUMES)

assert FOUND.search.found is not None, "a patron gathers from what was found"
SOME = Listed(tuple(each.title.id for each in FOUND.search.found.titles[:2]))


@cache
def listing(*titles: FoundTitle) -> Visit:
    """The page of the list, with its code."""
    slips = PillowSlips(
        Words.load(WORDS, Language.JAPANESE), STANDPOINT, Fonts(), ZoneInfo("Asia/Tokyo")
    )
    ordered = in_walking_order(titles)
    listed = Listed(
        tuple(each.title.id for each in titles), ordered, slips.titles(titles, Language.JAPANESE)
    )
    return Visit(listed=listed)


def lists() -> Mapping[str, Visit]:
    full = listing(*MIXED)
    scanned = replace(full.listed, unknown=2, left_out=1)
    return {
        "": full,
        "eight-states": listing(*EIGHT),
        "empty": Visit(),
        "scanned": replace(full, listed=scanned),
        "no-paper": replace(full, trouble=errors.PaperOut()),
    }
