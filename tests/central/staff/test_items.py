"""One scan, one sentence: where an item goes, with the number on its slip and no name."""

import pytest

from kiosk.central.storage.database import Database
from tests.central.small_library import BOTCHAN, EAST, HANAKO, KOKORO, TARO, Counter, lend
from tests.central.staff.browser import CounterBrowser


def test_what_nobody_waits_for_goes_back_to_its_shelf(
    shelver: CounterBrowser, database: Database
) -> None:
    lend(database, BOTCHAN, HANAKO)
    shelver.open("/items/return")
    shelver.post("/items/return", barcode="item-botchan")
    assert "書架に戻してください" in shelver.said()
    assert "2階 24番の棚" in shelver.said()
    assert "読み取り：item-botchan" in shelver.said()


def test_what_is_reserved_goes_onto_the_hold_shelf_with_its_number(
    shelver: CounterBrowser, database: Database, patrons: Counter
) -> None:
    lend(database, BOTCHAN, HANAKO)
    number = patrons.reserve(TARO, BOTCHAN).answer.number
    shelver.post("/items/return", barcode="item-botchan")
    assert "取置棚 A-01 に置いてください" in shelver.said()
    assert number in shelver.said()
    assert "花子" not in shelver.text


def test_what_is_collected_elsewhere_goes_into_the_crate(
    shelver: CounterBrowser, database: Database, patrons: Counter
) -> None:
    lend(database, BOTCHAN, HANAKO)
    number = patrons.reserve(TARO, BOTCHAN, pickup=EAST).answer.number
    shelver.post("/items/return", barcode="item-botchan")
    assert "東分館行きの箱に入れてください" in shelver.said()
    assert number in shelver.said()


def test_at_another_branch_an_item_is_sent_home(browser: CounterBrowser) -> None:
    browser.sign_in("7001", "tana-kara-tana", branch="east")
    browser.post("/items/arrive", barcode="item-kokoro")
    assert "本館行きの箱に入れてください" in browser.said()


@pytest.mark.parametrize("task", ["return", "arrive", "send", "found"])
def test_a_barcode_that_nobody_knows_is_refused_with_what_to_do(
    shelver: CounterBrowser, task: str
) -> None:
    shelver.post(f"/items/{task}", barcode="4901234567894")
    assert "図書館のバーコードを読み取ってください" in shelver.said()
    assert "4901234567894" in shelver.said()


@pytest.mark.parametrize("task", ["arrive", "send", "found"])
def test_what_is_on_loan_is_taken_back_first(
    shelver: CounterBrowser, database: Database, task: str
) -> None:
    lend(database, BOTCHAN, HANAKO)
    shelver.post(f"/items/{task}", barcode="item-botchan")
    assert "先に返却の手続きをしてください" in shelver.said()


@pytest.mark.parametrize(
    "read",
    [
        "item-botchan",
        "Aitem-botchanB",
        "aitem-botchand",
        " item-botchan ",
        "ｉｔｅｍ－ｂｏｔｃｈａｎ",
    ],
)
def test_letters_around_the_number_and_wide_letters_are_understood(
    shelver: CounterBrowser, database: Database, read: str
) -> None:
    lend(database, BOTCHAN, HANAKO)
    shelver.post("/items/return", barcode=read)
    assert "書架に戻してください" in shelver.said()


def test_what_is_typed_never_becomes_part_of_the_page(shelver: CounterBrowser) -> None:
    shelver.post("/items/return", barcode="<script>alert(1)</script>")
    assert shelver.page is not None
    assert "<script>alert" not in shelver.page.text
    assert "&lt;script&gt;" in shelver.page.text


def test_an_item_is_fetched_for_whoever_waits(shelver: CounterBrowser, patrons: Counter) -> None:
    number = patrons.reserve(TARO, KOKORO).answer.number
    shelver.open("/fetch")
    assert "2階 24" in shelver.text
    assert "こころ" in shelver.text
    shelver.post("/fetch", barcode="item-kokoro")
    assert number in shelver.said()
    assert "書架から出す資料はありません" in shelver.text


def test_what_is_not_on_its_shelf_is_missing_until_it_is_found(
    shelver: CounterBrowser, patrons: Counter
) -> None:
    patrons.reserve(TARO, KOKORO)
    shelver.open("/fetch")
    shelver.post("/missing", barcode=shelver.hidden("barcode"))
    assert "不明資料として記録しました" in shelver.said()
    assert "書架から出す資料はありません" in shelver.text
    shelver.post("/items/found", barcode="item-kokoro")
    assert "取置棚 A-01" in shelver.said()


def test_the_page_of_today_counts_what_waits(shelver: CounterBrowser, patrons: Counter) -> None:
    patrons.reserve(TARO, KOKORO)
    shelver.open("/")
    assert "1 書架から出す資料" in shelver.text
    assert "0 職員の呼び出し" in shelver.text
    assert "利用者への連絡" not in shelver.text
