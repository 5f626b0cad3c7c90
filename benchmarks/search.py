"""How fast a kiosk searches and suggests: fills an index with made-up records and asks it.

python -m benchmarks.search --records 100000
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.shelves import Shelves
from kiosk.catalogue.writer import build
from kiosk.domain.searching import Joined, Order, Query, Scope, Term, TermField
from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId

_WORDS = """
猫:ねこ 犬:いぬ 鳥:とり 魚:さかな 花:はな 森:もり 海:うみ 山:やま 川:かわ 空:そら 星:ほし 月:つき
雨:あめ 雪:ゆき 風:かぜ 春:はる 夏:なつ 秋:あき 冬:ふゆ 朝:あさ 夜:よる 町:まち 村:むら 道:みち
旅:たび 家:いえ 窓:まど 庭:にわ 時間:じかん 歴史:れきし 科学:かがく 物語:ものがたり 世界:せかい
日本:にほん 東京:とうきょう 料理:りょうり 音楽:おんがく 絵本:えほん 子供:こども 研究:けんきゅう
入門:にゅうもん 事典:じてん 銀河:ぎんが 鉄道:てつどう 学校:がっこう 先生:せんせい 友達:ともだち
コンピューター:こんぴゅーたー デザイン:でざいん ハリー:はりー パン:ぱん ゲーム:げーむ
"""
_FAMILIES = """
夏目:なつめ 宮沢:みやざわ 萩原:はぎわら 谷崎:たにざき 金子:かねこ 高木:たかぎ 田中:たなか
鈴木:すずき 佐藤:さとう 山本:やまもと 小川:おがわ 森:もり 石川:いしかわ 島崎:しまざき
"""
WORDS = tuple(pair.split(":") for pair in _WORDS.split())
FAMILIES = tuple(pair.split(":") for pair in _FAMILIES.split())


def _terms(*asked: tuple[TermField, str]) -> Query:
    return Query(terms=tuple(Term(field, text) for field, text in asked))


SYLLABLES = "あいうえおかきくけこさしすせそたちつてとなにのはひふほまみむめもやゆよらりるれろ"
SEARCHES = (
    *(
        "ねこ",
        "猫",
        "わがはい",
        "ぎんがてつどう",
        "猫 夏目",
        "なつめ",
        "夏目",
        "歴史",
        "にほん",
        "日本の歴史",
    ),
    *(
        "とうきょう",
        "こども",
        "えほん",
        "コンピューター",
        "neko",
        "soseki",
        "東京 料理",
        "もり",
        "の",
        "か",
        "",
    ),
)
TYPED = (
    "わ",
    "ね",
    "ねこ",
    "ねこの",
    "ぎ",
    "ぎん",
    "ぎんが",
    "な",
    "なつ",
    "なつめ",
    "に",
    "にほ",
    "に ほん",
)

PAGE = 5  # titles; the kiosk asks for nine pages at once
DETAILED = {
    "title and creator": _terms((TermField.TITLE, "ねこ"), (TermField.CREATOR, "なつめ")),
    "class 91": _terms((TermField.NDC, "91")),
    "all but one word": Query(terms=(Term(TermField.TITLE, "ねこ", Joined.NOT),)),
    "years, form, language": Query(
        year_from=1990, year_to=1999, material=Material.BOOK, language="ja"
    ),
    "by title": Query("の", order=Order.TITLE),
    "by creator": Query("の", order=Order.CREATOR),
    "nothing, and why": replace(
        _terms((TermField.TITLE, "ねこ"), (TermField.CREATOR, "だれもいない")), year_from=2000
    ),
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--records", type=int, default=100_000)
    asked.add_argument("--rounds", type=int, default=20)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder), options.records, options.rounds)


def _measure(folder: Path, records: int, rounds: int) -> None:
    started = time.perf_counter()
    build(folder, _titles(records))
    print(f"{records} records built in {time.perf_counter() - started:.1f} s, {_size(folder)} MB")
    started = time.perf_counter()
    index = CatalogueIndex.open(folder)
    print(f"opened in {(time.perf_counter() - started) * 1000:.1f} ms")
    shelves = Shelves.of(
        range(0, records, 3), (n for n in range(records) if n % 5), range(0, records, 6)
    )
    _ask("search", SEARCHES, rounds, lambda text: index.search(Query(text), replace(shelves)).total)
    for name, query in DETAILED.items():
        _ask(name, ("",), rounds, _asking(index, query, shelves))
    _turn_pages(index, shelves, rounds)
    _ask("suggest", TYPED, rounds, lambda text: index.suggest(text, Scope.ALL, shelves).counts.all)


def _ask(name: str, texts: tuple[str, ...], rounds: int, ask: Callable[[str], int]) -> None:
    taken: list[float] = []
    for text in texts:
        own, hits = [], 0
        for _ in range(rounds):
            started = time.perf_counter()
            hits = ask(text)
            own.append((time.perf_counter() - started) * 1000)
        taken += own
        print(f"  {name} {text!r:<14} {hits:>8} hits  median {statistics.median(own):7.1f} ms")
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(f"{name}: median {statistics.median(taken):.1f} ms, p95 {p95:.1f} ms")


def _asking(index: CatalogueIndex, query: Query, shelves: Shelves) -> Callable[[str], int]:
    return lambda _text: index.search(query, replace(shelves)).total  # anew: none is kept


def _turn_pages(index: CatalogueIndex, shelves: Shelves, rounds: int) -> None:
    """The first page costs the search; every other one only itself, however far behind."""
    for text in ("の", ""):
        total = index.search(Query(text), shelves).total
        for first in (0, 5, total // 10, total // 2, total - 5):
            query = Query(text, first=first, limit=9 * PAGE)
            own = []
            for _ in range(rounds):
                started = time.perf_counter()
                index.search(query, shelves)
                own.append((time.perf_counter() - started) * 1000)
            print(f"  page at {first:>6} of {total} median {statistics.median(own):5.1f} ms")


def _titles(count: int) -> Iterator[tuple[int, Title]]:
    chance = random.Random(1)  # noqa: S311 - the same records every time
    for number in range(count):
        yield number, _title(number, chance)


def _title(number: int, chance: random.Random) -> Title:
    words = chance.choices(WORDS, k=chance.randint(1, 4))
    family = chance.choice(FAMILIES)
    given = "".join(chance.choices(SYLLABLES, k=3))
    return Title(
        TitleId(f"t{number}"),
        "の".join(written for written, _ in words),
        " の ".join(read for _, read in words),
        (Creator(f"{family[0]} {given}", f"{family[1]} {given}"),),
        publisher="港書房",
        year=chance.randint(1950, 2026),
        material=chance.choice(tuple(Material)),
        call_number=CallNumber(f"{chance.randint(0, 999):03}"),
        is_for_children=chance.random() < 0.2,
        summary="".join(written for written, _ in chance.choices(WORDS, k=12)),
        subjects=tuple(written for written, _ in chance.choices(WORDS, k=2)),
        set_id=TitleId(f"t{number // 20 * 20}") if number % 20 in (1, 2) else None,
    )


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir()) // 1_000_000


if __name__ == "__main__":
    main()
