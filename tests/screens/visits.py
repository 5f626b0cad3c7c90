"""Visits of patrons who look for books, as the machine hands them to screens."""

from dataclasses import replace
from datetime import date

from kiosk.domain import errors
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.patrons import Session, SessionToken
from kiosk.domain.searching import (
    FacetCount,
    Found,
    Query,
    Scope,
    ScopeCounts,
    Suggestion,
    SuggestionKind,
    Suggestions,
)
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
from kiosk.premises import Premises
from kiosk.visit import Search, Signed, Visit

MAIN = Branch(BranchId("main"), "本館", "Main Library")
EAST = Branch(BranchId("east"), "東分館", "East Branch")
WEST = Branch(BranchId("west"), "西分館", "West Branch")
SOUTH = Branch(BranchId("south"), "港南分館", "Konan Branch")


def held(branch: Branch, items: int, on_shelf: int, shelf: str, due: date | None = None) -> Holding:
    return Holding(branch, items, on_shelf, shelf, "2階", due=due, is_here=branch is MAIN)


CAT = FoundTitle(
    Title(
        TitleId("cat"),
        "吾輩は猫である",
        "わがはい は ねこ で ある",
        (Creator("夏目 漱石", "なつめ そうせき"),),
        "みなと文庫",
        1990,
        call_number=CallNumber("913.6", "ナツ"),
        summary="名前のない猫が、飼い主の苦沙弥先生と、そこに集まる人びとをながめて語る。"
        "漱石の最初の長編小説。",
        subjects=("猫", "明治時代"),
        extent="525p",
    ),
    Availability(
        (
            held(MAIN, 2, 2, "24"),
            held(EAST, 1, 1, "5"),
            held(WEST, 1, 0, "7", date(2026, 12, 2)),
            held(SOUTH, 1, 1, "3"),
        )
    ),
)
CAT_TOWN = FoundTitle(
    Title(
        TitleId("town"),
        "猫町",
        "ねこまち",
        (Creator("萩原 朔太郎", "はぎわら さくたろう"),),
        "港書房",
        1997,
        call_number=CallNumber("913.6", "ハギ"),
    ),
    Availability((held(MAIN, 1, 0, "24", date(2026, 12, 2)), held(EAST, 1, 1, "5"))),
)
TWO_WOMEN = FoundTitle(
    Title(
        TitleId("women"),
        "猫と庄造と二人のおんな",
        "ねこ と しょうぞう と ふたり の おんな",
        (Creator("谷崎 潤一郎", "たにざき じゅんいちろう"),),
        "新海文庫",
        2012,
        call_number=CallNumber("913.6", "タニ"),
    ),
    Availability((held(MAIN, 1, 0, "24", date(2026, 11, 27)),), waiting=3),
)
OFFICE = FoundTitle(
    Title(
        TitleId("office"),
        "猫の事務所",
        "ねこ の じむしょ",
        (Creator("宮沢 賢治", "みやざわ けんじ"),),
        "絵本の星社",
        2004,
        Material.PICTURE_BOOK,
        CallNumber("E", "ミヤ"),
        is_for_children=True,
    ),
    Availability((Holding(MAIN, 1, 1, "2", "1階", is_reference=True, is_here=True),)),
)
SONGS = FoundTitle(
    Title(
        TitleId("songs"),
        "猫の二重唱",
        "ねこ の にじゅうしょう",
        (Creator("ロッシーニ", "ろっしーに"),),
        year=2019,
        material=Material.CD,
        call_number=CallNumber("767"),
    )
)
LONG = FoundTitle(
    Title(
        TitleId("long"),
        "銀河鉄道の夜・風の又三郎・ポラーノの広場・セロ弾きのゴーシュ ほか三篇 宮沢賢治作品集",
        "ぎんが てつどう の よる かぜ の またさぶろう ぽらーの の ひろば せろひき の ごーしゅ",
        (Creator("宮沢 賢治", "みやざわ けんじ"), Creator("棟方 志功", role="絵")),
        "港書房",
        2019,
        call_number=CallNumber("913.68", "ミヤザ", "12"),
        summary=str(CAT.title.summary) * 4,
        subjects=("童話（日本）作品集", "銀河", "鉄道"),
    ),
    Availability(tuple(held(branch, 3, 1, "24") for branch in (MAIN, EAST, WEST, SOUTH) * 4)),
)
SNOW = FoundTitle(
    Title(
        TitleId("snow"),
        "雪",
        "ゆき",
        (Creator("中谷 宇吉郎"),),
        call_number=CallNumber("451.6", "ナカ"),
        added_on=date(2026, 11, 17),
    ),
    Availability((held(MAIN, 1, 1, "6"),)),
)
TONO = FoundTitle(
    Title(
        TitleId("tono"),
        "遠野物語",
        "とおの ものがたり",
        (Creator("柳田 国男"),),
        call_number=CallNumber("382.1", "ヤナ"),
        added_on=date(2026, 11, 17),
    )
)
GOOD = FoundTitle(
    Title(
        TitleId("good"),
        "善の研究",
        "ぜん の けんきゅう",
        (Creator("西田 幾多郎"),),
        call_number=CallNumber("121.6", "ニシ"),
        added_on=date(2026, 11, 15),
    )
)
RAILWAY = FoundTitle(
    Title(
        TitleId("railway"),
        "銀河鉄道の夜",
        "ぎんが てつどう の よる",
        (Creator("宮沢 賢治"),),
        call_number=CallNumber("913.6", "ミヤ"),
        added_on=date(2026, 11, 12),
    )
)
TEA = FoundTitle(
    Title(
        TitleId("tea"),
        "茶の本",
        "ちゃ の ほん",
        (Creator("岡倉 天心"),),
        call_number=CallNumber("791", "オカ"),
        added_on=date(2026, 11, 12),
    )
)
TITLES = (CAT, CAT_TOWN, TWO_WOMEN, OFFICE, SONGS, LONG)
NEW_TITLES = (TEA, RAILWAY, SNOW, GOOD, TONO, CAT_TOWN, OFFICE, TWO_WOMEN, CAT, SONGS)

COUNTS = ScopeCounts(215, 438, 61)
SUGGESTIONS = Suggestions(
    "ねこ",
    (
        Suggestion(
            SuggestionKind.TITLE, "猫町", "萩原 朔太郎", title=TitleId("town"), match=(0, 1)
        ),
        Suggestion(
            SuggestionKind.TITLE, "猫の事務所", "宮沢 賢治", title=TitleId("office"), match=(0, 1)
        ),
        Suggestion(
            SuggestionKind.TITLE,
            "猫と庄造と二人のおんな",
            "谷崎 潤一郎",
            title=TitleId("women"),
            match=(0, 1),
        ),
        Suggestion(SuggestionKind.SUBJECT, "ネコ − 飼育", count=96, match=(0, 2)),
        Suggestion(SuggestionKind.SERIES, "ねこの絵本棚", count=12, match=(0, 2)),
        Suggestion(SuggestionKind.CREATOR, "金子 みすゞ", count=9),
    ),
    COUNTS,
)
FACETS = (
    FacetCount("is_on_shelf", value=True, count=163),
    FacetCount("material", Material.BOOK, 352),
    FacetCount("material", Material.PICTURE_BOOK, 47),
    FacetCount("material", Material.CD, 21),
    FacetCount("material", Material.DVD, 18),
    *(
        FacetCount("main_class", digit, count)
        for digit, count in (("9", 203), ("6", 88), ("7", 52), ("4", 40), ("3", 22), ("2", 9))
    ),
)


def found(first: int = 0, limit: int = 5, query: Query | None = None) -> Found:
    """One page of the 438 titles about cats."""
    asked = replace(query or Query("ねこ"), first=first, limit=limit)
    page = tuple(TITLES[at % len(TITLES)] for at in range(first, min(438, first + limit)))
    return Found(asked, 438, page, COUNTS, FACETS)


AT_REST = Visit(premises=Premises(new_titles=NEW_TITLES))
OPENED = replace(AT_REST, search=Search())
TYPING = replace(AT_REST, search=Search(Query("ねこ"), SUGGESTIONS))
FOUND = replace(AT_REST, search=Search(Query("ねこ"), found=found()))
NOT_HERE = replace(
    AT_REST,
    search=Search(
        Query("ねこま", Scope.HERE),
        found=Found(Query("ねこま", Scope.HERE), counts=ScopeCounts(0, 3, 1)),
    ),
)
NOWHERE = replace(AT_REST, search=Search(Query("ねこま"), found=Found(Query("ねこま"))))
GONE = replace(FOUND, trouble=errors.TitleUnknown())


def opened(title: FoundTitle = CAT) -> Visit:
    """The visit of a patron who looks at one title."""
    return replace(FOUND, search=replace(FOUND.search, chosen=title))


def line_down(visit: Visit) -> Visit:
    return replace(visit, premises=replace(visit.premises, is_line_down=True))


def signed_in(visit: Visit) -> Visit:
    return replace(visit, signed=Signed(Session(SessionToken("t"))))
