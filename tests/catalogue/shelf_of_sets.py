"""A set, a magazine and two editions, as records of a library."""

from datetime import date

from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId

HISTORY = Title(
    TitleId("history"),
    "港の歴史",
    "みなと の れきし",
    publisher="港書房",
    year=2001,
    call_number=CallNumber("217.5"),
    added_on=date(2020, 1, 1),
)
VOLUMES = tuple(
    Title(
        TitleId(f"history-{rank}"),
        "港の歴史",
        "みなと の れきし",
        publisher="港書房",
        year=2000 + rank,
        call_number=CallNumber("217.5", volume=str(rank)),
        set_id=HISTORY.id,
        part=str(rank),
        part_rank=rank,
    )
    for rank in (3, 1, 2)  # as they came in
)
QUARTERLY = Title(
    TitleId("quarterly"),
    "季刊 舟",
    "きかん ふね",
    material=Material.MAGAZINE,
    year=1988,
    call_number=CallNumber("683"),
)
ISSUES = tuple(
    Title(
        TitleId(f"quarterly-{rank}"),
        "季刊 舟",
        "きかん ふね",
        material=Material.MAGAZINE,
        year=2026,
        call_number=CallNumber("683"),
        set_id=QUARTERLY.id,
        part=part,
        part_rank=rank,
    )
    for rank, part in ((1, "2026年春号"), (2, "2026年夏号"))
)
LOST = Title(
    TitleId("lost-2"), "なくした全集", "なくした ぜんしゅう", set_id=TitleId("lost"), part="2"
)
OLD_CAT = Title(
    TitleId("old-cat"), "吾輩は猫である", None, (Creator("夏目 漱石"),), year=1905, work="cat"
)
NEW_CAT = Title(
    TitleId("new-cat"), "吾輩ハ猫デアル", None, (Creator("夏目 漱石"),), year=1990, work="cat"
)
LARGE_CAT = Title(
    TitleId("large-cat"),
    "吾輩は猫である",
    None,
    (Creator("夏目 漱石"),),
    year=2010,
    material=Material.LARGE_PRINT,
    work="cat",
)
ALONE = Title(TitleId("alone"), "ひとり", "ひとり")
SHELF = (HISTORY, *VOLUMES, QUARTERLY, *ISSUES, LOST, OLD_CAT, NEW_CAT, LARGE_CAT, ALONE)
NUMBERED = tuple(enumerate(SHELF, start=1))


def number_of(title: Title) -> int:
    return SHELF.index(title) + 1
