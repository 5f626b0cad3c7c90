"""利用者情報設定: what stands on the page, and what each key says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.domain.errors import LineLost, TriedTooOften
from kiosk.domain.looks import TextSize
from kiosk.events import (
    ContactChosen,
    ContactRemoved,
    DetailsAsked,
    EmailCodeAsked,
    HistoryAsked,
    HistoryWished,
    PasswordChangeAsked,
    TrialEmailAsked,
)
from kiosk.screens.details import DetailsScreen
from kiosk.ui.details.setting_card import SettingCard
from kiosk.ui.parts.drawn import IconMark
from kiosk.visit import Deed, Look, Visit
from tests.screens.details_visits import (
    DETAILS,
    LINE_DOWN,
    NOTHING,
    ONLY_PENDING,
    PENDING,
    SENDER,
    WHOLE,
    details,
    seen,
)
from tests.screens.showing import Shown

Page = Shown[DetailsScreen]
EMAIL, TELEPHONE, FAX = ContactKind


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, DetailsScreen)


def names(shown: Page) -> list[str]:
    return [card.name.text() for card in shown.shown(SettingCard)]


@pytest.mark.rule("L6")
def test_each_contact_stands_there_masked(shown: Page) -> None:
    shown.display(DETAILS)
    for contact in ("ha•••@example.jp", "090-••••-5678", "086-•••-4567", "確認ずみ"):
        assert contact in shown.texts


@pytest.mark.parametrize("kind", ContactKind)
def test_each_contact_can_be_changed_and_removed(shown: Page, kind: ContactKind) -> None:
    shown.display(DETAILS)
    shown.touch(shown.screen.contacts[kind].change)
    shown.touch(shown.screen.contacts[kind].remove)
    assert shown.said == [ContactChosen(kind), ContactRemoved(kind)]


@pytest.mark.parametrize("kind", ContactKind)
def test_where_there_is_none_it_can_be_entered_and_not_removed(
    shown: Page, kind: ContactKind
) -> None:
    shown.display(seen(NOTHING))
    assert not shown.screen.contacts[kind].remove.isVisible()
    assert "登録なし" in shown.texts
    shown.touch(shown.screen.contacts[kind].change)
    assert shown.said == [ContactChosen(kind)]


@pytest.mark.rule("L6")
def test_an_address_that_waits_for_its_code_says_so_and_that_the_former_is_used(
    shown: Page,
) -> None:
    shown.display(seen(PENDING))
    assert "コード待ち" in shown.texts
    assert "ha•••@example.jp" in shown.texts
    assert "コードを入れると、新しいアドレスにかわります：ho•••@docomo.ne.jp" in shown.texts
    shown.touch(shown.screen.contacts[EMAIL].code)
    assert shown.said == [EmailCodeAsked()]


@pytest.mark.rule("V3")
def test_the_librarys_own_address_is_told_to_be_let_in(shown: Page) -> None:
    shown.display(DETAILS)
    assert SENDER in shown.texts.replace("\u200b", "")
    assert "受け取れるように設定してください" in shown.texts
    shown.touch(shown.screen.letters.test)
    assert shown.said == [TrialEmailAsked()]


@pytest.mark.rule("V3")
def test_a_test_email_is_told_with_a_tick_where_it_was_asked_for(shown: Page) -> None:
    shown.display(seen(WHOLE, done=Deed.TEST_SENT))
    assert shown.screen.letters.done.text().startswith("✓")
    assert not any(card.done.isVisible() for card in shown.screen.contacts.values())


@pytest.mark.rule("V3", "E4")
@pytest.mark.parametrize("found", [NOTHING, ONLY_PENDING])
def test_without_a_confirmed_address_a_test_email_says_why_not(
    shown: Page, found: PatronDetails
) -> None:
    shown.display(seen(found))
    shown.touch(shown.screen.letters.test)
    assert not shown.said
    assert "先にアドレスを登録してください" in shown.texts


def test_while_the_test_email_goes_out_it_is_not_asked_for_twice(shown: Page) -> None:
    shown.display(seen(WHOLE, asked=Deed.TEST_SENT))
    shown.touch(shown.screen.letters.test)
    assert not shown.said


@pytest.mark.parametrize(
    ("kind", "done", "said"),
    [
        (EMAIL, Deed.EMAIL_CONFIRMED, "確かめました"),
        (TELEPHONE, Deed.NUMBER_SET, "変更しました"),
        (FAX, Deed.REMOVED, "削除しました"),
    ],
)
def test_what_was_changed_is_told_in_its_own_card(
    shown: Page, kind: ContactKind, done: Deed, said: str
) -> None:
    shown.display(seen(WHOLE, contact=kind, done=done))
    told = [each for each, card in shown.screen.contacts.items() if card.done.isVisible()]
    assert told == [kind]
    assert said in shown.screen.contacts[kind].done.text()


def test_a_changed_password_is_told_where_it_is_changed(shown: Page) -> None:
    shown.display(seen(WHOLE, done=Deed.PASSWORD_CHANGED))
    assert "新しいパスワード" in shown.screen.password.done.text()
    shown.touch(shown.screen.password.change)
    assert shown.said == [PasswordChangeAsked()]


def test_no_reading_history_is_kept_unless_it_is_wished(shown: Page) -> None:
    shown.display(DETAILS)
    assert "借りた資料の記録は残りません" in shown.texts
    assert not shown.screen.history.end.isVisible()
    shown.touch(shown.screen.history.begin)
    assert shown.said == [HistoryWished(keeps=True)]


def test_what_ending_a_history_means_is_said_before(shown: Page) -> None:
    shown.display(seen(PENDING))
    assert "やめると、すべて消えます" in shown.texts
    shown.touch(shown.screen.history.see)
    shown.touch(shown.screen.history.end)
    assert shown.said == [HistoryAsked(), HistoryWished(keeps=False)]


@pytest.mark.rule("E4")
def test_details_that_could_not_be_read_are_not_called_empty(shown: Page) -> None:
    shown.display(replace(seen(None), trouble=LineLost()))
    assert "登録なし" not in shown.texts
    shown.touch(shown.screen.again)
    assert shown.said == [DetailsAsked()]


@pytest.mark.rule("E4")
def test_without_the_line_every_key_rests_and_says_why(shown: Page) -> None:
    shown.display(replace(DETAILS, premises=LINE_DOWN))
    for card in shown.screen.contacts.values():
        shown.touch(card.change)
        assert card.change.accessibleDescription() == "回線が切れています"
    shown.touch(shown.screen.password.change)
    assert not shown.said


@pytest.mark.rule("E4")
def test_too_many_letters_are_refused_with_how_long_to_wait(shown: Page) -> None:
    shown.display(replace(DETAILS, trouble=TriedTooOften(1800)))
    assert "30分" in shown.texts
    assert "ログイン" not in shown.texts


def test_a_key_is_read_aloud_with_what_it_is_for(shown: Page) -> None:
    shown.display(DETAILS)
    spoken = [card.change.accessibleName() for card in shown.screen.contacts.values()]
    assert spoken == ["eメール 変更", "電話 変更", "FAX 変更"]


def test_each_picture_stands_in_the_middle_beside_its_words(shown: Page) -> None:
    shown.display(DETAILS)
    for card in shown.shown(SettingCard):
        (icon,) = card.findChildren(IconMark, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert abs(shown.box(icon).center().y() - shown.box(card).center().y()) <= 2


@pytest.mark.parametrize("visit", details().values(), ids=details())
def test_with_the_largest_letters_every_card_has_its_page(shown: Page, visit: Visit) -> None:
    shown.display(visit, Look(size=TextSize.LARGEST))
    rail = shown.screen.cards.rail
    seen_now = set(names(shown))
    while rail.isVisible() and rail.on.isEnabled():
        shown.touch(rail.on)
        seen_now |= set(names(shown))
    assert visit.signed is not None
    found = visit.signed.details.found
    cards = 0 if found is None else 6 + found.offers_my_number + found.offers_ic_card
    assert len(seen_now) == cards
