"""Visits of patrons who look at one title, alone or among its volumes, editions and headings."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kiosk.domain import errors
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.related import Heading, Related
from kiosk.domain.searching import Term, TermField
from kiosk.domain.titles import (
    Availability,
    CallNumber,
    Creator,
    FoundTitle,
    Holding,
    Material,
    Title,
    TitleId,
)
from kiosk.domain.waiting import Waiting
from kiosk.visit import Visit
from kiosk.visit.located import Located
from kiosk.visit.times import Times
from tests.screens import account_visits as account
from tests.screens.visits import (
    CAT,
    EAST,
    LONG,
    MAIN,
    SONGS,
    SOUTH,
    TWO_WOMEN,
    held,
    line_down,
    opened,
)

IJIMA = Branch(BranchId("ijima"), "伊島図書館", "Ijima Library")
HEADINGS = (
    Heading(Term(TermField.CREATOR, "夏目 漱石", is_whole=True), 186),
    Heading(Term(TermField.SUBJECT, "猫", is_whole=True), 42),
    Heading(Term(TermField.SUBJECT, "明治時代", is_whole=True), 17),
    Heading(Term(TermField.SERIES, "みなと文庫の名作", is_whole=True), 24),
    Heading(Term(TermField.NDC, "913.6"), 203),
)
OLD_CAT = FoundTitle(
    replace(CAT.title, id=TitleId("old-cat"), publisher="港書房", year=1961),
    Availability((held(EAST, 1, 0, "5", date(2026, 12, 4)),), waiting=1),
)
LARGE_CAT = FoundTitle(
    replace(CAT.title, id=TitleId("large-cat"), material=Material.LARGE_PRINT, year=2011),
    Availability((held(SOUTH, 1, 1, "3"),)),
)
AMONG_OTHERS = Related(editions=(LARGE_CAT, OLD_CAT), headings=HEADINGS)

HISTORY = FoundTitle(
    Title(
        TitleId("history"),
        "港町年代記",
        "みなとまち ねんだいき",
        (Creator("三浦 十郎", role="編"),),
        "港書房",
        call_number=CallNumber("215"),
        summary="港が開かれた日から今日まで、町の歩みを三巻でたどる。",
        subjects=("港町",),
    ),
    parts=3,
)


def volume(part: str, rank: int, *holdings: Holding) -> FoundTitle:
    title = replace(
        HISTORY.title,
        id=TitleId(f"history-{rank}"),
        year=1990 + rank,
        call_number=CallNumber("215", "ミナ", str(rank)),
        set_id=HISTORY.title.id,
        part=part,
        part_rank=rank,
    )
    return FoundTitle(title, Availability(holdings))


VOLUMES = (
    volume("上巻", 1, held(MAIN, 1, 1, "11")),
    volume(
        "中巻", 2, replace(held(MAIN, 1, 0, "11"), set_aside=1, in_transit=1), held(EAST, 1, 0, "2")
    ),
    volume("下巻", 3, held(EAST, 1, 1, "2")),
)
MAGAZINE = FoundTitle(
    Title(
        TitleId("quarterly"),
        "季刊みなと",
        "きかん みなと",
        publisher="みなと市",
        material=Material.MAGAZINE,
        call_number=CallNumber("051"),
    ),
    parts=40,
)


def issue(number: int) -> FoundTitle:
    title = replace(
        MAGAZINE.title,
        id=TitleId(f"quarterly-{number}"),
        year=2016 + number // 4,
        set_id=MAGAZINE.title.id,
        part=str(number),
        part_rank=number,
    )
    return FoundTitle(title, Availability((held(MAIN, 1, number % 2, "M3", date(2026, 12, 1)),)))


ISSUES = tuple(issue(number) for number in range(40, 0, -1))


def beside(found: FoundTitle, related: Related) -> Visit:
    """The visit of a patron who looks at a title with all this beside it."""
    visit = opened(found)
    return replace(visit, search=replace(visit.search, related=related))


def told(visit: Visit, waiting: Waiting = account.WAITING_TIME) -> Visit:
    """Once the service has said how long it takes."""
    assert visit.search.chosen is not None, "it is asked of what is looked at"
    return replace(visit, times=Times(((visit.search.chosen.title.id, waiting),)))


AMONG = beside(CAT, AMONG_OTHERS)
SET = beside(HISTORY, Related(parts=VOLUMES, headings=HEADINGS[1:2]))
IN_A_SET = beside(VOLUMES[1], Related(of_set=HISTORY, before=VOLUMES[0], after=VOLUMES[2]))
ISSUES_OF_IT = beside(MAGAZINE, Related(parts=ISSUES))
SUNG = replace(SONGS, availability=Availability((held(MAIN, 2, 1, "CD2"),), waiting=2))
WAITED_FOR = beside(TWO_WOMEN, AMONG_OTHERS)
TIMED = told(WAITED_FOR)
REFUSED_AT_A_BRANCH = told(beside(SUNG, Related(refused_at=(IJIMA,))))
PRINTED = replace(AMONG, search=replace(AMONG.search, located=Located(is_printed=True)))
NO_PAPER = replace(AMONG, trouble=errors.PaperOut())
LIMIT_REACHED = replace(AMONG, trouble=errors.LimitReached(10, "book"))


def any_edition() -> Visit:
    """Reserving a title of which there are other editions, each of which will do."""
    signed = account.CHOSEN.signed
    assert signed is not None, "whoever reserves is signed in"
    assert signed.options is not None, "the service said what is possible"
    offered = replace(signed.options, editions=2)
    return replace(account.CHOSEN, signed=replace(signed, options=offered, any_edition=True))


ANY_EDITION = any_edition()


def one_title() -> Mapping[str, Visit]:
    """By name; the one without a name is that of the pictures."""
    return {
        "": AMONG,
        "long": beside(LONG, AMONG_OTHERS),
        "set": SET,
        "volume": IN_A_SET,
        "magazine": ISSUES_OF_IT,
        "waited-for": TIMED,
        "unanswered": WAITED_FOR,
        "compact-disc": REFUSED_AT_A_BRANCH,
        "refused": LIMIT_REACHED,
        "no-paper": NO_PAPER,
        "printed": PRINTED,
        "alone": opened(),
        "line-down": line_down(opened(TWO_WOMEN)),
    }
