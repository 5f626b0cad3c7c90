"""A few works whose authors died long ago, as records of a library."""

from datetime import date

from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId

SOSEKI = Creator("夏目 漱石", "なつめ そうせき")
KENJI = Creator("宮沢 賢治", "みやざわ けんじ")
SAKUTARO = Creator("萩原 朔太郎", "はぎわら さくたろう")
KANEKO = Creator("金子 みすゞ", "かねこ みすず")

CAT = Title(
    TitleId("cat"),
    "吾輩は猫である",
    "わがはい わ ねこ で ある",  # as library readings have it: the particle as spoken
    (SOSEKI,),
    year=1905,
    call_number=CallNumber("913.6", "ナツ"),
    isbn="9784003101018",
    summary="名前のまだない猫が人間を見る。",
    series="漱石全集",
    added_on=date(2020, 4, 1),
)
BOTCHAN = Title(
    TitleId("botchan"),
    "坊っちゃん",
    "ぼっちゃん",
    (SOSEKI,),
    year=1906,
    call_number=CallNumber("913.6", "ナツ"),
    subjects=("学校",),
    series="漱石全集",
    added_on=date(2021, 4, 1),
)
KOKORO = Title(
    TitleId("kokoro"), "こゝろ", "こころ", (SOSEKI,), year=1914, added_on=date(2019, 1, 1)
)
RAILROAD = Title(
    TitleId("railroad"),
    "銀河鉄道の夜",
    "ぎんが てつどう の よる",
    (KENJI,),
    year=1934,
    call_number=CallNumber("913.6", "ミヤ"),
    is_for_children=True,
    subjects=("銀河",),
    added_on=date(2022, 4, 1),
)
CAT_TOWN = Title(
    TitleId("cat-town"),
    "猫町",
    "ねこまち",
    (SAKUTARO,),
    year=1935,
    call_number=CallNumber("913.6", "ハギ"),
    subjects=("ネコ",),
    added_on=date(2018, 1, 1),
)
CAT_OFFICE = Title(
    TitleId("cat-office"),
    "猫の事務所",
    "ねこ の じむしょ",
    (KENJI,),
    year=1926,
    material=Material.PICTURE_BOOK,
    is_for_children=True,
    subjects=("ネコ",),
)
FIREFLIES = Title(
    TitleId("fireflies"), "螢を見に海へ", "ほたる お み に うみ え", (KENJI,), year=1930
)
HARRY = Title(
    TitleId("harry"),
    "ハリー・ポッターのような長い旅",
    "はりー ぽったー の ような ながい たび",
    year=1999,
)
VIOLIN = Title(TitleId("violin"), "ヴァイオリンの歴史", None, call_number=CallNumber("763.4"))
CHILD_WRITTEN = Title(TitleId("child-1"), "子供の四季", None)
CHILD_MIXED = Title(TitleId("child-2"), "子どもの遊び", None)
CHILD_KANA = Title(TitleId("child-3"), "こどものうた", None, material=Material.CD)
OLD_SCHOOL = Title(TitleId("old-school"), "國語敎育の歷史", None, call_number=CallNumber("375.8"))
CAFE = Title(TitleId("cafe"), "Café Müller", None, (Creator("Brontë, Emily"),), language="en")
CATS = Title(TitleId("cats"), "Cats of the world", None, language="en")
EDUCATION = Title(TitleId("education"), "On education", None, language="en")
COMPUTING = Title(TitleId("computing"), "C++ と C#", None, call_number=CallNumber("007.64"))
POEMS = Title(TitleId("poems"), "わたしと小鳥と鈴と", "わたし と ことり と すず と", (KANEKO,))
RICE_FIELD = Title(TitleId("rice-field"), "旗", "はた")
COTTON = Title(TitleId("cotton"), "綿", "わた")
UNREAD = Title(TitleId("unread"), "三四郎", "さんしろうをよむ", (SOSEKI,))

WORKS = (
    CAT,
    BOTCHAN,
    KOKORO,
    RAILROAD,
    CAT_TOWN,
    CAT_OFFICE,
    FIREFLIES,
    HARRY,
    VIOLIN,
    CHILD_WRITTEN,
    CHILD_MIXED,
    CHILD_KANA,
    OLD_SCHOOL,
    CAFE,
    CATS,
    EDUCATION,
    COMPUTING,
    POEMS,
    RICE_FIELD,
    COTTON,
    UNREAD,
)
NUMBERED = tuple(enumerate(WORKS, start=1))


def number_of(title: Title) -> int:
    return WORKS.index(title) + 1
