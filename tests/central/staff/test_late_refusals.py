"""Patrons who left with "kept" and were refused: whom the staff tell, and of what."""

import pytest

from kiosk.central.service import Service
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import AlreadyReserved
from kiosk.domain.reservations import ReservationNumber
from kiosk.domain.staff import LookPurpose
from tests.central.small_library import BOTCHAN, HANAKO, KIOSK, MAIN, Counter
from tests.central.staff.browser import CounterBrowser

pytestmark = pytest.mark.rule("R8", "E4")


@pytest.fixture
def refused(service: Service, patrons: Counter) -> ReservationNumber:
    """Hanako left with this number, and has reserved the title elsewhere meanwhile."""
    permit = patrons.options(HANAKO, BOTCHAN).permit
    wish = patrons.wish(permit, notice=NoticeMethod.TELEPHONE)
    patrons.reserve(HANAKO, BOTCHAN)
    with pytest.raises(AlreadyReserved):
        service.lending.reserve(KIOSK, wish, has_left=True)
    return wish.number


def test_a_late_refusal_is_listed_as_one_without_a_name(
    librarian: CounterBrowser, refused: ReservationNumber
) -> None:
    librarian.open("/notices")
    assert f"電話 {refused} 坊っちゃん" in librarian.text
    assert "検索機で預かった予約：受付できず" in librarian.text
    assert "090-1234-5678" not in librarian.text
    assert "花子" not in librarian.text


def test_whoever_opens_it_reads_what_to_tell_and_is_written_down(
    librarian: CounterBrowser, refused: ReservationNumber, service: Service
) -> None:
    [task] = service.notices.staff_list(MAIN)
    assert task.number == refused
    librarian.post(f"/notices/{task.notice}/open")
    assert "図書 花子" in librarian.text
    assert "090-1234-5678" in librarian.text
    assert "すでに予約ずみです" in librarian.text
    assert [look.purpose for look in service.staff.looks.listed()] == [LookPurpose.NOTICE]


def test_one_touch_takes_it_off_the_list(
    librarian: CounterBrowser, refused: ReservationNumber, service: Service
) -> None:
    [task] = service.notices.staff_list(MAIN)
    librarian.post(f"/notices/{task.notice}", outcome="reached")
    assert "連絡済み" in librarian.said()
    assert refused not in librarian.text
    assert "連絡する利用者はいません" in librarian.open("/notices").text
