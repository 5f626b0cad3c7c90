"""The small built-in stock: what the simulated library holds, and where it stands."""

from datetime import date

from kiosk.domain.branches import Branch, BranchId
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

CENTRAL_BRANCH = Branch(BranchId("central"), "本館", "Main Library", "03-0000-1000")
EAST_BRANCH = Branch(BranchId("east"), "東分館", "East Branch", "03-0000-2000")
SMALL_BRANCH = Branch(BranchId("small"), "港南分館", "Kōnan Branch", "03-0000-3000")
BRANCHES = (CENTRAL_BRANCH, EAST_BRANCH, SMALL_BRANCH)  # the kiosk stands in the first

SOSEKI = Creator("夏目 漱石", "なつめ そうせき")
KENJI = Creator("宮沢 賢治", "みやざわ けんじ")


def _holding(
    branch: Branch,
    items: int,
    on_shelf: int,
    due: date | None = None,
    *,
    is_reference: bool = False,
) -> Holding:
    return Holding(
        branch,
        items,
        on_shelf,
        shelf="24",
        floor="2階",
        is_reference=is_reference,
        due=due,
        is_here=branch == CENTRAL_BRANCH,
    )


BOTCHAN = FoundTitle(
    Title(
        TitleId("botchan"),
        "坊っちゃん",
        "ぼっちゃん",
        (SOSEKI,),
        publisher="青葉書房",
        year=2003,
        call_number=CallNumber("913.6", "ナツ"),
        isbn="9784000000017",
        added_on=date(2026, 4, 1),
    ),
    Availability((_holding(CENTRAL_BRANCH, 2, 1), _holding(EAST_BRANCH, 1, 0))),
)
CAT = FoundTitle(
    Title(
        TitleId("cat"),
        "吾輩は猫である",
        "わがはい は ねこ で ある",
        (SOSEKI,),
        publisher="青葉書房",
        year=2004,
        call_number=CallNumber("913.6", "ナツ"),
        isbn="9784000000024",
        added_on=date(2026, 4, 2),
    ),
    Availability((_holding(CENTRAL_BRANCH, 1, 0, date(2026, 11, 27)),), waiting=2),
)
KOKORO = FoundTitle(
    Title(
        TitleId("kokoro"),
        "こころ",
        "こころ",
        (SOSEKI,),
        year=2004,
        call_number=CallNumber("913.6", "ナツ"),
        added_on=date(2026, 4, 3),
    ),
    Availability((_holding(EAST_BRANCH, 1, 1),)),
)
RESTAURANT = FoundTitle(
    Title(
        TitleId("restaurant"),
        "注文の多い料理店",
        "ちゅうもん の おおい りょうりてん",
        (KENJI,),
        year=1990,
        material=Material.PICTURE_BOOK,
        call_number=CallNumber("E", "ミヤ"),
        is_for_children=True,
        added_on=date(2026, 5, 1),
    ),
    Availability((_holding(CENTRAL_BRANCH, 1, 1),)),
)
SYMPHONY = FoundTitle(
    Title(
        TitleId("symphony"),
        "交響曲第九番",
        "こうきょうきょく だい きゅうばん",
        (Creator("ベートーヴェン", "べーとーゔぇん"),),
        material=Material.CD,
        call_number=CallNumber("762"),
        added_on=date(2026, 5, 2),
    ),
    Availability((_holding(CENTRAL_BRANCH, 1, 1),)),
)
DICTIONARY = FoundTitle(
    Title(
        TitleId("dictionary"),
        "大言海",
        "だいげんかい",
        (Creator("大槻 文彦", "おおつき ふみひこ"),),
        year=1982,
        call_number=CallNumber("813.1", "オオ"),
        added_on=date(2026, 3, 1),
    ),
    Availability((_holding(CENTRAL_BRANCH, 1, 1, is_reference=True),)),
)
YANAGITA = Creator("柳田 国男", "やなぎた くにお")
LEGENDS = FoundTitle(
    Title(
        TitleId("legends"),
        "遠野物語",
        "とおの ものがたり",
        (YANAGITA,),
        year=1955,
        call_number=CallNumber("382.1", "ヤナ"),
        subjects=("民間伝承",),
        work="遠野物語",
    ),
    Availability((_holding(EAST_BRANCH, 1, 0, date(2026, 11, 29)),), waiting=1),
)
LEGENDS_LARGE = FoundTitle(
    Title(
        TitleId("legends-large"),
        "遠野物語",
        "とおの ものがたり",
        (YANAGITA,),
        year=1998,
        material=Material.LARGE_PRINT,
        call_number=CallNumber("382.1", "ヤナ"),
        work="遠野物語",
    ),
    Availability((_holding(CENTRAL_BRANCH, 1, 1),)),
)
HARBOUR = FoundTitle(
    Title(
        TitleId("harbour"),
        "港町年代記",
        "みなとまち ねんだいき",
        publisher="青葉書房",
        call_number=CallNumber("215"),
    )
)


def _volume(name: str, rank: int, holding: Holding) -> FoundTitle:
    return FoundTitle(
        Title(
            TitleId(f"harbour-{rank}"),
            HARBOUR.title.name,
            HARBOUR.title.reading,
            publisher="青葉書房",
            year=1990 + rank,
            call_number=CallNumber("215", "ミナ", str(rank)),
            set_id=HARBOUR.title.id,
            part=name,
            part_rank=rank,
        ),
        Availability((holding,)),
    )


HARBOUR_VOLUMES = (
    _volume("上巻", 1, _holding(CENTRAL_BRANCH, 1, 1)),
    _volume("中巻", 2, _holding(CENTRAL_BRANCH, 1, 0, date(2026, 12, 1))),
    _volume("下巻", 3, _holding(EAST_BRANCH, 1, 1)),
)
STOCK = (
    BOTCHAN,
    CAT,
    KOKORO,
    RESTAURANT,
    SYMPHONY,
    DICTIONARY,
    LEGENDS,
    LEGENDS_LARGE,
    HARBOUR,
    *HARBOUR_VOLUMES,
)
