"""Titles, words and pages that the tests of parts share."""

from pathlib import Path

from kiosk.domain.branches import Branch, BranchId
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
from kiosk.words.words import Words

MAIN = Branch(BranchId("main"), "本館", "Main Library")
EAST = Branch(BranchId("east"), "東分館", "East Branch")
LONG = (
    "コンピューターとプログラミングのための数学入門：はじめての人のためのやさしい手引き（改訂新版）"
)
LANGUAGES = [Language.JAPANESE, Language.ENGLISH, Language.EASY_JAPANESE]


def japanese() -> Words:
    folder = Path(__file__).resolve().parents[2] / "assets" / "words"
    return Words.load(folder, Language.JAPANESE)


def found(name: str = "吾輩は猫である", *, waiting: int = 0, is_out: bool = False) -> FoundTitle:
    title = Title(
        TitleId(name),
        name,
        reading="わがはいは ねこで ある",
        creators=(Creator("夏目 漱石"),),
        publisher="みなと文庫",
        year=1990,
        call_number=CallNumber("913.6", "ナツ"),
    )
    on_shelf = 0 if is_out else 1
    here = Holding(MAIN, 1, on_shelf, shelf="24", floor="2階", is_here=True)
    return FoundTitle(title, Availability((here,), waiting))
