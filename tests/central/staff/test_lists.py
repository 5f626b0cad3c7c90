"""Today's lists: the hold shelf, what nobody fetched, whom to tell, and who calls."""

from datetime import timedelta

import pytest

from kiosk.central.accounts.known_kiosks import KnownKiosk
from kiosk.central.jobs.net import look
from kiosk.central.jobs.recurring import Recurring
from kiosk.central.service import Service
from kiosk.central.storage.lease import Leases
from kiosk.domain.calls import CallId, CallState
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.reservations import ReservationNumber
from kiosk.domain.staff import LookPurpose
from tests.central.clock import TurnedClock
from tests.central.small_library import BOTCHAN, EAST, HANAKO, MAIN, TARO, Counter
from tests.central.staff.browser import CounterBrowser

CALL = CallId("5f0d4bd5-6f8a-4f0e-9a53-3d2f5a6c0b11")


@pytest.fixture
def ready(service: Service, patrons: Counter) -> ReservationNumber:
    """Hanako's reservation stands on the hold shelf; she wants to be telephoned."""
    number = patrons.reserve(HANAKO, BOTCHAN, notice=NoticeMethod.TELEPHONE).answer.number
    service.circulation.picked("item-botchan", MAIN)
    return number


@pytest.mark.rule("V3")
def test_the_hold_shelf_is_told_by_place_and_number_without_a_name(
    shelver: CounterBrowser, ready: ReservationNumber
) -> None:
    shelver.open("/hold-shelf")
    assert f"A-01 {ready} 坊っちゃん" in shelver.text
    assert "花子" not in shelver.text


@pytest.mark.parametrize("by", ["number", "barcode"])
def test_a_slip_or_an_item_finds_its_place(
    shelver: CounterBrowser, ready: ReservationNumber, by: str
) -> None:
    shelver.post("/hold-shelf", scanned=ready if by == "number" else "item-botchan")
    assert "A-01" in shelver.said()
    shelver.post("/hold-shelf", scanned="0000000000")
    assert "取置棚にありません" in shelver.said()


def test_what_was_not_fetched_is_listed_from_the_day_after_and_taken_off_by_one_touch(
    shelver: CounterBrowser, ready: ReservationNumber, clock: TurnedClock, service: Service
) -> None:
    until = service.circulation.hold_shelf(MAIN)[0].ready_until
    assert until is not None
    clock.turn(timedelta(days=(until - service.policy.calendar.today(clock.now())).days))
    shelver.sign_in("7001", "tana-kara-tana")
    shelver.open("/expired")
    assert "下げる資料はありません" in shelver.text
    clock.turn(timedelta(days=1))
    shelver.sign_in("7001", "tana-kara-tana")
    shelver.open("/expired")
    assert ready in shelver.text
    shelver.post_as_shown("/expired", "barcode")
    assert "書架に戻してください" in shelver.said()
    assert "下げる資料はありません" in shelver.text


@pytest.mark.rule("V3")
def test_whom_to_telephone_is_listed_without_name_or_number(
    librarian: CounterBrowser, ready: ReservationNumber, service: Service
) -> None:
    librarian.open("/notices")
    assert f"電話 {ready} 坊っちゃん" in librarian.text
    assert "090-1234-5678" not in librarian.text
    assert "花子" not in librarian.text
    assert service.staff.looks.listed() == ()


@pytest.mark.rule("V3")
def test_whoever_opens_a_line_sees_the_number_and_is_written_down(
    librarian: CounterBrowser, ready: ReservationNumber, service: Service
) -> None:
    [task] = service.notices.staff_list(MAIN)
    librarian.post(f"/notices/{task.notice}/open")
    assert "090-1234-5678" in librarian.text
    assert "図書 花子" in librarian.text
    assert [look.purpose for look in service.staff.looks.listed()] == [LookPurpose.NOTICE]


@pytest.mark.rule("V3")
@pytest.mark.parametrize(
    ("outcome", "said", "left"),
    [
        ("reached", "連絡済み", 0),
        ("no_answer", "応答がありませんでした", 1),
        ("wrong_number", "番号または宛先が違っています", 1),
    ],
)
def test_one_touch_says_what_became_of_a_call(
    librarian: CounterBrowser,
    ready: ReservationNumber,
    service: Service,
    outcome: str,
    said: str,
    left: int,
) -> None:
    [task] = service.notices.staff_list(MAIN)
    librarian.post(f"/notices/{task.notice}", outcome=outcome)
    assert said in librarian.said()
    assert librarian.text.count(ready) == len(service.notices.staff_list(MAIN)) == left


def test_what_another_has_seen_to_is_said(
    librarian: CounterBrowser, ready: ReservationNumber, service: Service
) -> None:
    [task] = service.notices.staff_list(MAIN)
    for _ in range(2):
        librarian.post(f"/notices/{task.notice}", outcome="reached")
    assert "ほかの職員がすでに対応しました" in librarian.said()


def test_a_call_is_answered_and_done_by_one_touch_each(
    shelver: CounterBrowser, service: Service
) -> None:
    service.kiosks.register("001", MAIN)
    kiosk = KnownKiosk("001", MAIN)
    service.calls.call(kiosk, CALL, "2階 一般 1号機", "reserve")
    shelver.open("/calls")
    assert "本館 2階 一般 1号機 予約 11月20日 10:00" in shelver.text
    shelver.post(f"/calls/{CALL}/answer")
    assert service.calls.state(kiosk, CALL).state is CallState.ON_THE_WAY
    shelver.post(f"/calls/{CALL}/done")
    assert service.calls.state(kiosk, CALL).state is CallState.DONE
    assert "呼び出しはありません" in shelver.text


def test_calls_of_the_own_branch_come_first(shelver: CounterBrowser, service: Service) -> None:
    for number, branch in (("001", EAST), ("002", MAIN)):
        service.kiosks.register(number, branch)
        call = CallId(f"5f0d4bd5-6f8a-4f0e-9a53-3d2f5a6c0{number}")
        service.calls.call(KnownKiosk(number, branch), call, f"{number}号機", "home")
    shelver.open("/calls")
    assert shelver.text.index("本館 002号機") < shelver.text.index("東分館 001号機")


def test_a_page_of_calls_looks_anew_without_a_script_too(shelver: CounterBrowser) -> None:
    page = shelver.open("/calls").text
    assert (
        '<noscript><meta http-equiv="refresh" content="10; url=/calls?again=1"></noscript>' in page
    )


def test_a_patron_of_another_branch_is_on_its_list(
    librarian: CounterBrowser, service: Service, patrons: Counter
) -> None:
    patrons.reserve(TARO, BOTCHAN, pickup=EAST, notice=NoticeMethod.EMAIL)
    service.circulation.arrive("item-botchan", EAST)
    librarian.open("/hold-shelf")
    assert "取置棚に資料はありません" in librarian.text


def test_staff_are_told_when_the_service_s_own_work_fails_again_and_again(
    service: Service, shelver: CounterBrowser
) -> None:
    clock = TurnedClock()  # the shelver is signed in for less than three hours

    def erase_letters(_service: Service) -> int:
        raise OSError

    leases = Leases(service.database, lambda _session: clock.now())
    told = []
    for _ in range(3):
        look(Recurring(erase_letters, timedelta(hours=1)), service, leases)
        clock.turn(timedelta(hours=1))
        shelver.open("/")
        told.append("technician" in shelver.text or "技術担当者" in shelver.text)
    assert told == [False, False, True]
