"""A patron's page: reservations, their order, loans, and the password after proof of identity."""

from datetime import date, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.service import Service
from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.patrons import CardNumber
from kiosk.domain.reservations import ReservationState
from kiosk.domain.staff import LookPurpose
from tests.central.card_authority import CardAuthority, CardSpec
from tests.central.clock import START, TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    FILM,
    HANAKO,
    KOKORO,
    MAIN,
    TARO,
    TODAY,
    Counter,
    lend,
)
from tests.central.staff.browser import CounterBrowser

TAROS = "00000002"
ABOUT = ("patron", "purpose")


@pytest.fixture
def open_page(librarian: CounterBrowser, patrons: Counter) -> CounterBrowser:
    """Taro's page, with two titles reserved."""
    patrons.reserve(TARO, BOTCHAN)
    patrons.reserve(TARO, KOKORO)
    librarian.post("/patron", card=TAROS, purpose="reservation")
    return librarian


def ranks(service: Service) -> dict[str, int | None]:
    return {each.title: each.sequence_rank for each in service.lending.mine(TARO)}


def test_the_page_shows_what_is_reserved_and_on_loan(
    librarian: CounterBrowser, database: Database, patrons: Counter
) -> None:
    number = patrons.reserve(TARO, KOKORO).answer.number
    lend(database, BOTCHAN, TARO, due_on=date(2026, 11, 19))
    librarian.post("/patron", card=TAROS, purpose="question")
    assert f"{number} こころ 順番待ち 1番目 本館" in librarian.text
    assert "坊っちゃん" in librarian.text
    assert "taro@example.jp" in librarian.text


@pytest.mark.rule("R7")
def test_an_order_is_set_in_the_numbers_that_were_given(
    open_page: CounterBrowser, service: Service
) -> None:
    ids = {each.title: each.id for each in service.lending.mine(TARO)}
    open_page.post_as_shown(
        "/patron/sequence", *ABOUT, reservation=[ids[BOTCHAN], ids[KOKORO]], rank=["2", "1"]
    )
    assert "順番予約を設定しました" in open_page.said()
    assert ranks(service) == {KOKORO: 1, BOTCHAN: 2}


@pytest.mark.rule("R7")
def test_an_order_of_one_is_refused(open_page: CounterBrowser, service: Service) -> None:
    ids = [each.id for each in service.lending.mine(TARO)]
    open_page.post_as_shown("/patron/sequence", *ABOUT, reservation=ids, rank=["1", ""])
    assert "二つ" in open_page.said() or "2" in open_page.said()
    assert set(ranks(service).values()) == {None}


@pytest.mark.rule("R7")
def test_a_title_is_added_to_an_order_at_its_end(
    open_page: CounterBrowser, service: Service, patrons: Counter
) -> None:
    ids = {each.title: each.id for each in service.lending.mine(TARO)}
    service.circulation.set_sequence(TARO, [ids[BOTCHAN], ids[KOKORO]])
    film = patrons.reserve(TARO, FILM).answer
    open_page.post_as_shown("/patron/sequence/add", *ABOUT, member=ids[KOKORO], reservation=film.id)
    assert "順番予約に追加しました" in open_page.said()
    assert ranks(service) == {BOTCHAN: 1, KOKORO: 2, FILM: 3}


@pytest.mark.rule("R7")
def test_an_order_is_released(open_page: CounterBrowser, service: Service) -> None:
    ids = [each.id for each in service.lending.mine(TARO)]
    service.circulation.set_sequence(TARO, ids)
    open_page.post_as_shown("/patron/sequence/release", *ABOUT, reservation=ids[0])
    assert "順番予約を解除しました" in open_page.said()
    assert set(ranks(service).values()) == {None}


@pytest.mark.rule("V1")
def test_at_the_counter_even_what_is_ready_is_cancelled(
    open_page: CounterBrowser, service: Service
) -> None:
    service.circulation.picked("item-botchan", MAIN)
    ready = service.lending.mine(TARO)[0]
    assert ready.state is ReservationState.READY
    open_page.post_as_shown("/patron/cancel", *ABOUT, reservation=ready.id)
    assert "予約を取り消し" in open_page.said()
    assert "「到着」で読み取ってください" in open_page.said()
    assert ready.number in open_page.said()
    assert ready.id not in {each.id for each in service.lending.mine(TARO)}


@pytest.mark.rule("V1")
def test_only_a_reservation_of_the_patron_on_the_page_is_cancelled(
    open_page: CounterBrowser, service: Service, patrons: Counter
) -> None:
    another = patrons.reserve(HANAKO, KOKORO).answer
    open_page.post_as_shown("/patron/cancel", *ABOUT, reservation=another.id)
    assert "この予約は、すでに終わっています" in open_page.said()
    assert [each.id for each in service.lending.mine(HANAKO)] == [another.id]


def test_a_loan_is_renewed_on_its_due_day(
    librarian: CounterBrowser, database: Database, service: Service
) -> None:
    lend(database, BOTCHAN, TARO, due_on=TODAY)
    librarian.post("/patron", card=TAROS, purpose="loan")
    librarian.post_as_shown("/patron/renew", *ABOUT, "loan")
    assert "貸出を延長しました" in librarian.said()
    assert service.loans.mine(TARO)[0].due_on == date(2026, 12, 4)


@pytest.mark.rule("L5")
def test_without_a_proof_of_identity_no_password_is_reset(
    supervisor: CounterBrowser, database: Database
) -> None:
    supervisor.post("/patron", card=TAROS, purpose="password")
    supervisor.post_as_shown("/patron/password", "patron")
    assert "本人確認が済んでいません" in supervisor.said()
    with database.session() as session:
        assert session.get_one(PatronRow, TARO).has_chosen_password


@pytest.mark.rule("L5")
def test_after_proof_of_identity_the_initial_password_opens_once_more(
    supervisor: CounterBrowser, database: Database, service: Service
) -> None:
    supervisor.post("/patron", card=TAROS, purpose="password")
    supervisor.post_as_shown("/patron/password", "patron", proof="seen")
    assert "初期パスワードに戻しました" in supervisor.said()
    with database.session() as session:
        assert not session.get_one(PatronRow, TARO).has_chosen_password
    assert [look.purpose for look in service.staff.looks.listed(TAROS)] == [LookPurpose.PASSWORD]
    assert "00020401" not in supervisor.text, "the page does not spell the password out"


@pytest.mark.rule("L5")
def test_at_the_counter_nobody_is_offered_to_reset_a_password(librarian: CounterBrowser) -> None:
    librarian.post("/patron", card=TAROS, purpose="password")
    assert "初期パスワードに戻す" not in librarian.text


def close(service: Service) -> None:
    """Taro's card, by wrong passwords from everywhere."""
    for place in range(service.policy.attempts.per_card):
        service.passwords.attempts.begin(CardNumber(TAROS), f"9{place:02}")


@pytest.mark.rule("L7")
def test_a_card_that_was_closed_is_opened_at_the_counter(
    librarian: CounterBrowser, service: Service
) -> None:
    close(service)
    librarian.post("/patron", card=TAROS, purpose="password")
    assert "パスワードちがいで停止中" in librarian.text
    librarian.post_as_shown("/patron/release", *ABOUT)
    assert "またパスワードで使えます" in librarian.said()
    assert "パスワードちがいで停止中" not in librarian.text
    assert not service.passwords.attempts.is_closed(CardNumber(TAROS))


def test_who_opened_it_and_when_is_written_down_each_time(
    librarian: CounterBrowser, service: Service, clock: TurnedClock
) -> None:
    for _ in range(2):
        close(service)
        librarian.post("/patron", card=TAROS, purpose="password")
        librarian.post_as_shown("/patron/release", *ABOUT)
        clock.turn(timedelta(minutes=1))
    released = [
        (look.staff, look.at)
        for look in service.staff.looks.listed(TAROS)
        if look.purpose is LookPurpose.RELEASE
    ]
    assert released == [("7002", START + timedelta(minutes=1)), ("7002", START)]


def test_a_card_that_is_open_is_offered_no_opening(librarian: CounterBrowser) -> None:
    librarian.post("/patron", card=TAROS, purpose="password")
    assert librarian.page is not None
    assert "/patron/release" not in librarian.page.text


def join_a_card(service: Service, card_authority: CardAuthority) -> None:
    key = ec.generate_private_key(ec.SECP384R1())
    card = card_authority.issue(CardSpec(key=key))
    Credentials(service.database).bind(TARO, Credential.of(card.certificate))


def test_a_my_number_card_is_shown_and_let_go_and_each_time_written_down(
    librarian: CounterBrowser, service: Service, card_authority: CardAuthority
) -> None:
    for _ in range(2):
        join_a_card(service, card_authority)
        librarian.post("/patron", card=TAROS, purpose="question")
        assert "2031年11月19日まで有効です" in librarian.text
        librarian.post_as_shown("/patron/my-number/let-go", *ABOUT)
        assert "ログインできなくなりました" in librarian.said()
        assert "まで有効です" not in librarian.text
    assert service.my_number.binding.bound(TARO) is None
    purposes = [look.purpose for look in service.staff.looks.listed(TAROS)]
    assert purposes.count(LookPurpose.MY_NUMBER) == 2


def test_a_patron_without_a_my_number_card_has_none_to_let_go(librarian: CounterBrowser) -> None:
    librarian.post("/patron", card=TAROS, purpose="question")
    assert librarian.page is not None
    assert "my-number" not in librarian.page.text
