from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.errors import LineLost, TooLateToChange
from kiosk.domain.looks import Scheme, TextSize
from kiosk.events import (
    DetailsAsked,
    EyeTouched,
    LibraryTab,
    MyLibraryAsked,
    ReservationOpened,
    ReserveAgainAsked,
    SearchOpened,
    TabChosen,
)
from kiosk.premises import Premises
from kiosk.screens.my_library import MyLibraryScreen
from kiosk.ui.my_library.cancelled_card import CancelledCard
from kiosk.ui.my_library.loan_card import LoanCard
from kiosk.ui.my_library.own_card import OwnCard
from kiosk.ui.my_library.reservation_card import ReservationCard
from kiosk.visit import Look, Visit
from tests.screens.my_library_visits import (
    CANCELLED,
    EMPTY,
    IN_ORDER,
    LOANS,
    MANY,
    MINE,
    ON_LOAN,
    RENEWABLE,
    RENEWED,
    UNKNOWN,
    WAITING,
    changed,
    lists,
)
from tests.screens.own_cards import Page, cards, loan, names
from tests.screens.showing import Shown, looks

LINE_DOWN = Premises(is_line_down=True)
GONE = changed(MINE, tab=LibraryTab.CANCELLED)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, MyLibraryScreen)


def test_what_is_ready_comes_first_then_on_the_way_then_by_turn_then_kept(shown: Page) -> None:
    shown.display(MINE)
    titles = [name.split(" ")[0][:4] for name in names(shown)]
    assert titles == ["坊っちゃ", "遠野物語", "吾輩は猫", "銀河鉄道", "こころ", "雪"]


def test_what_is_ready_says_on_which_hold_shelf_and_until_when(shown: Page) -> None:
    shown.display(MINE)
    ready = cards(shown)[0].accessibleName()
    assert "B-07" in ready
    assert "11月27日（金）まで" in ready


def test_what_waits_says_its_turn(shown: Page) -> None:
    shown.display(MINE)
    assert "3番目" in names(shown)[2]


@pytest.mark.rule("R7")
def test_what_is_held_up_by_its_order_says_after_which_title_it_comes(shown: Page) -> None:
    shown.display(MINE)
    assert "『明治の文豪と港町 上巻』の後に届きます" in names(shown)[4]


@pytest.mark.rule("R7")
def test_what_is_next_in_its_order_says_its_rank(shown: Page) -> None:
    shown.display(changed(MINE, reservations=(replace(IN_ORDER, comes_after=""),)))
    assert "順番予約の2番目" in names(shown)[0]


@pytest.mark.rule("R9")
def test_who_waits_is_told_how_long_and_why_the_place_changed(shown: Page) -> None:
    shown.display(MINE)
    said = names(shown)[2]
    for told in (
        "3番目に待っています",
        "およそ2～8週間",
        "前は5番目。11月18日に、先の人に資料が届きました。",
    ):
        assert told in said


def test_a_kept_reservation_says_that_it_is_not_sent_yet_and_has_no_key(shown: Page) -> None:
    shown.display(MINE)
    kept = names(shown)[5]
    assert "回線がもどりしだい" in kept
    assert "0010000017" in kept
    assert cards(shown)[-1].key.isHidden()


def test_each_reservation_has_a_key_to_its_page(shown: Page) -> None:
    shown.display(MINE)
    ready, _, waiting = cards(shown)[:3]
    assert "くわしく" in ready.key.accessibleName()
    assert "変える" in waiting.key.accessibleName()
    shown.touch(waiting.key)
    assert shown.said == [ReservationOpened(WAITING.id)]


@pytest.mark.rule("V2")
def test_what_was_cancelled_lately_can_be_reserved_again(shown: Page) -> None:
    shown.display(GONE)
    first, second = cards(shown, CancelledCard)
    assert "11月18日（水）に取り消し" in first.accessibleName()
    shown.touch(first.key)
    shown.touch(second.key)
    assert shown.said == [ReserveAgainAsked(CANCELLED.title)]
    assert "予約しています" in second.key.accessibleName()


def test_what_is_on_loan_is_not_offered_again(shown: Page) -> None:
    mine = replace(CANCELLED, title=LOANS[0].title)
    shown.display(changed(GONE, cancelled=(mine,)))
    (card,) = cards(shown, CancelledCard)
    assert not card.key.isEnabled()
    assert "借りています" in card.key.accessibleName()


def test_without_the_line_nothing_is_offered_that_needs_it(shown: Page) -> None:
    shown.display(replace(ON_LOAN, premises=LINE_DOWN))
    key = loan(shown, RENEWABLE.title_name).key
    assert key.accessibleDescription() == "回線が切れています"
    shown.display(replace(GONE, premises=LINE_DOWN))
    assert "回線が切れています" in cards(shown, CancelledCard)[0].key.accessibleName()


def test_the_eye_hides_every_title_behind_words_of_one_length(shown: Page) -> None:
    for tab in LibraryTab:
        shown.display(changed(MINE, tab=tab, hides_titles=True), Look(size=TextSize.LARGEST))
        texts = shown.texts
        titles = [card.title.text() for card in shown.shown(OwnCard)]
        assert titles[0] == "資料1"
        assert not any(name in texts for name in ("坊っちゃん", "冬の保存食", "交響曲第九番"))
        spoken = " ".join(card.accessibleName() for card in shown.shown(OwnCard))
        assert "坊っちゃん" not in spoken


def test_the_eye_is_one_key_that_stays_in_its_place(shown: Page) -> None:
    shown.display(MINE)
    before = shown.box(shown.screen.tabs.eye)
    shown.touch(shown.screen.tabs.eye)
    assert shown.said == [EyeTouched()]
    shown.display(changed(MINE, hides_titles=True))
    assert shown.screen.tabs.eye.is_on
    assert shown.box(shown.screen.tabs.eye).top() == before.top()


def test_with_larger_letters_one_list_stands_behind_its_tab(shown: Page) -> None:
    shown.display(MINE, Look(size=TextSize.LARGE))
    assert not shown.shown(LoanCard)
    shown.touch(shown.screen.tabs.loans)
    assert shown.said == [TabChosen(LibraryTab.LOANS)]
    shown.display(ON_LOAN, Look(size=TextSize.LARGE))
    assert shown.shown(LoanCard)
    assert not shown.shown(ReservationCard)


def test_a_key_leads_to_the_settings(shown: Page) -> None:
    shown.display(MINE)
    shown.touch(shown.screen.tabs.settings)
    assert shown.said == [DetailsAsked()]


def test_in_portrait_the_tabs_stand_in_reach(qtbot: QtBot) -> None:
    shown = Shown(qtbot, MyLibraryScreen, is_portrait=True)
    shown.display(MINE)
    tabs = shown.screen.tabs
    for key in (tabs.reservations, tabs.loans, tabs.cancelled, tabs.eye):
        assert shown.box(key).top() >= 812


@pytest.mark.rule("E4")
def test_an_empty_list_says_how_to_fill_it_and_leads_to_the_search(shown: Page) -> None:
    shown.display(EMPTY)
    assert "「予約する」" in shown.texts
    assert "どの棚にあるか" in shown.texts
    shown.touch(shown.screen.loans.search)
    assert shown.said == [SearchOpened()]


def test_lists_that_could_not_be_read_are_not_called_empty(shown: Page) -> None:
    shown.display(UNKNOWN)
    assert "回線が切れています" in shown.texts
    assert "予約している資料はありません" not in shown.texts
    assert shown.screen.tabs.isHidden()
    shown.touch(shown.screen.again)
    assert shown.said == [MyLibraryAsked()]


def test_without_the_line_reading_again_is_dashed_with_its_reason(shown: Page) -> None:
    shown.display(replace(UNKNOWN, trouble=LineLost(), premises=LINE_DOWN))
    shown.touch(shown.screen.again)
    assert not shown.said
    assert shown.screen.again.accessibleDescription() == "回線が切れています"


def test_an_undo_that_came_too_late_is_explained_beside_the_lists(shown: Page) -> None:
    shown.display(replace(MINE, trouble=TooLateToChange()))
    assert "受取館にお電話ください" in shown.texts
    assert cards(shown)


def test_twenty_reservations_take_pages_and_none_is_lost(shown: Page) -> None:
    shown.display(MANY)
    seen = names(shown)
    assert len(seen) == 20
    assert len(set(seen)) == 20


def test_another_look_keeps_the_page(shown: Page) -> None:
    shown.display(MANY)
    shown.touch(shown.screen.reservations.paged.rail.on)
    before = [card.title.text() for card in cards(shown)]
    shown.display(changed(MANY, hides_titles=True), Look(scheme=Scheme.DARK))
    shown.display(MANY, Look(scheme=Scheme.DARK))
    assert [card.title.text() for card in cards(shown)] == before


def test_rows_that_stay_are_told_anew_and_not_made_anew(shown: Page) -> None:
    shown.display(ON_LOAN)
    before = loan(shown, RENEWABLE.title_name)
    shown.display(RENEWED)
    assert loan(shown, RENEWABLE.title_name) is before


def test_a_title_with_braces_is_shown_as_catalogued(shown: Page) -> None:
    shown.display(changed(MINE, reservations=(replace(WAITING, title_name="集合{x|y}の本"),)))
    assert "集合｛x|y｝の本" in names(shown)[0]


@pytest.mark.parametrize("visit", lists().values(), ids=lists().keys())
def test_no_row_is_lost_between_two_pages(shown: Page, visit: Visit) -> None:
    shown.display(visit)
    assert visit.signed is not None
    if visit.signed.library.tab is not LibraryTab.CANCELLED:
        assert len(names(shown)) == len(visit.signed.library.reservations or ())


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("told", ["card-changed", "card-opened", "card-ends"])
def test_what_is_told_after_signing_in_has_room_at_the_largest_letters_too(
    qtbot: QtBot, told: str, *, is_portrait: bool
) -> None:
    shown = Shown(qtbot, MyLibraryScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        if look.size is TextSize.LARGEST:
            shown.display(lists()[told], look)
            assert shown.screen.notice.isVisible(), look


def test_a_changed_password_is_told_with_its_day_and_place_and_whom_to_tell(shown: Page) -> None:
    shown.display(lists()["card-changed"])
    assert shown.screen.notice.accessibleName() == (
        "11月18日、検索機で：図書館カードのパスワードが新しくなりました。 "
        "お心当たりのない場合は、すぐに職員へお知らせください。"
    )


def test_a_changed_card_goes_before_one_that_ends(shown: Page) -> None:
    visit = lists()["card-changed"]
    assert visit.signed is not None
    both = replace(visit.signed.session, my_number=BoundCard(date(2026, 12, 24), ends_soon=True))
    shown.display(replace(visit, signed=replace(visit.signed, session=both)))
    assert "パスワード" in shown.screen.notice.accessibleName()
