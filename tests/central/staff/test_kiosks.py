"""What supervisors see of the kiosks, and how they shut one out."""

from datetime import timedelta

import pytest

from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.service import Service
from kiosk.central.tables.kiosks import KioskRow
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import KioskUnknown
from kiosk.domain.kiosks import KioskReport
from kiosk.domain.patrons import CardNumber
from tests.central.clock import TurnedClock
from tests.central.small_library import EAST
from tests.central.staff.browser import CounterBrowser

NUMBER = "003"
UNWELL = (
    Health(Device.PRINTER, Condition.DEGRADED, "paper_low"),
    Health(Device.CARD_READER, Condition.GONE),
    Health(Device.SCANNER, Condition.READY),
)
REPORT = KioskReport(EAST, "0.3.0", UNWELL, catalogue_age_s=3600, outbox=2)
QUIET = KioskReport(EAST, "0.3.0", (), catalogue_age_s=None, outbox=0)


@pytest.fixture
def key(service: Service) -> str:
    """Of the one kiosk that was enrolled, at the branch in the east."""
    key = new_secret()
    code = service.enrolments.open(NUMBER, EAST, timedelta(hours=24))
    service.enrolments.take(NUMBER, code, hash_of(key))
    return key


@pytest.mark.usefixtures("key")
def test_each_kiosk_is_told_with_what_is_wrong_at_it(
    service: Service, clock: TurnedClock, supervisor: CounterBrowser
) -> None:
    clock.turn(timedelta(minutes=5))
    service.watched.heard(NUMBER, REPORT)
    supervisor.open("/kiosks")
    assert "003 東分館 0.3.0 要確認" in supervisor.text
    assert "ひかえのプリンター: 紙が残り少しです" in supervisor.text
    assert "カードリーダー: 動いていません" in supervisor.text
    assert "バーコード" not in supervisor.text, "what works is not worth a line"
    assert "2 0日前から" in supervisor.text


@pytest.mark.usefixtures("key")
def test_a_kiosk_that_is_well_says_so(service: Service, supervisor: CounterBrowser) -> None:
    service.watched.heard(NUMBER, QUIET)
    supervisor.open("/kiosks")
    assert "正常" in supervisor.text


@pytest.mark.usefixtures("key")
def test_the_age_of_its_key_is_told_in_days(
    service: Service, clock: TurnedClock, supervisor: CounterBrowser
) -> None:
    with service.database.writing() as session:
        row = session.get_one(KioskRow, NUMBER)
        row.key_since = clock.now() - timedelta(days=29, hours=23)
    supervisor.open("/kiosks")
    assert "29日前から" in supervisor.text


@pytest.mark.usefixtures("key")
def test_a_silent_kiosk_is_told_on_the_first_page_to_supervisors_alone(
    service: Service, supervisor: CounterBrowser, librarian: CounterBrowser
) -> None:
    supervisor.open("/")
    assert "1 連絡のない検索機" in supervisor.text
    librarian.open("/")
    assert "連絡のない検索機" not in librarian.text
    supervisor.open("/kiosks")
    assert "003 東分館 連絡なし まだありません" in supervisor.text
    service.watched.heard(NUMBER, QUIET)
    supervisor.open("/")
    assert "連絡のない検索機" not in supervisor.text


@pytest.mark.usefixtures("key")
def test_a_kiosk_where_much_is_guessed_is_marked(
    service: Service, supervisor: CounterBrowser
) -> None:
    for nth in range(service.policy.attempts.per_kiosk):
        service.passwords.attempts.begin(CardNumber(f"{30_000_000 + nth}"), NUMBER)
    supervisor.open("/kiosks")
    assert "パスワードちがいで遅くしています" in supervisor.text


def test_a_kiosk_is_shut_out_once_it_was_asked_for_twice(
    service: Service, key: str, supervisor: CounterBrowser
) -> None:
    supervisor.open("/kiosks")
    supervisor.post("/kiosks/ask", number=NUMBER)
    assert "検索機003の利用を止めますか" in supervisor.text
    assert service.kiosks.by_key(key).number == NUMBER, "nothing is done yet"
    supervisor.post_as_shown("/kiosks/revoke", "number")
    assert "検索機003の利用を止めました" in supervisor.said()
    with pytest.raises(KioskUnknown):
        service.kiosks.by_key(key)
    assert supervisor.page is not None
    assert 'action="/kiosks/ask"' not in supervisor.page.text, "it is out already"
    supervisor.open("/")
    assert "連絡のない検索機" not in supervisor.text


def test_a_number_that_nobody_has_is_not_asked_about(supervisor: CounterBrowser) -> None:
    supervisor.open("/kiosks")
    assert "登録された検索機はありません" in supervisor.text
    for path in ("/kiosks/ask", "/kiosks/revoke"):
        supervisor.post(path, number="999")
        assert "この番号の検索機は登録されていません" in supervisor.said()
