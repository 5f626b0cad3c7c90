"""What the staff are told of guessing: which kiosk, and how many cards; never which."""

from datetime import timedelta

import pytest

from kiosk.central.service import Service
from kiosk.domain.patrons import CardNumber
from kiosk.domain.staff import Role
from tests.central.clock import TurnedClock
from tests.central.staff.browser import CounterBrowser
from tests.central.staff.conftest import NUMBERS, PASSWORD

SHELVER = NUMBERS[Role.SHELVING]


def guess_many_cards(service: Service, kiosk: str) -> None:
    for nth in range(service.policy.attempts.per_kiosk):
        service.passwords.attempts.begin(CardNumber(f"{30_000_000 + nth}"), kiosk)


def guess_one_card(service: Service, card: CardNumber) -> None:
    for place in range(service.policy.attempts.per_card):
        service.passwords.attempts.begin(card, f"9{place:02}")


@pytest.mark.rule("L7")
def test_a_kiosk_that_is_slowed_is_reported(librarian: CounterBrowser, service: Service) -> None:
    guess_many_cards(service, "004")
    librarian.open("/")
    assert "1 パスワードちがいで遅くしている検索機" in librarian.text
    librarian.open("/guessing")
    assert f"004 {service.policy.attempts.per_kiosk}" in librarian.text


def test_without_guesses_nothing_is_reported(librarian: CounterBrowser) -> None:
    librarian.open("/guessing")
    assert "遅くしている検索機はありません" in librarian.text
    assert "パスワードを止めているカード 0" in librarian.text


def test_how_many_cards_are_closed_is_told_and_none_is_named(
    librarian: CounterBrowser, service: Service
) -> None:
    guess_one_card(service, CardNumber("00000002"))
    guess_one_card(service, CardNumber("88888888"))
    librarian.open("/guessing")
    assert "パスワードを止めているカード 2" in librarian.text
    assert "00000002" not in librarian.text


@pytest.mark.rule("L7")
def test_a_staff_number_waits_and_closes_like_a_card(
    browser: CounterBrowser, service: Service, clock: TurnedClock
) -> None:
    for _ in range(service.policy.attempts.free_tries + 1):
        browser.sign_in(SHELVER, "wrong-password")
    browser.sign_in(SHELVER, PASSWORD)
    assert "あと1秒待ってから" in browser.said()
    for _ in range(service.policy.attempts.per_card):
        clock.turn(timedelta(minutes=5))
        browser.sign_in(SHELVER, "wrong-password")
    clock.turn(timedelta(minutes=5))
    browser.sign_in(SHELVER, PASSWORD)
    assert "いまログインできません" in browser.said()


def test_a_new_password_from_a_supervisor_opens_a_closed_number(
    browser: CounterBrowser, supervisor: CounterBrowser, service: Service, clock: TurnedClock
) -> None:
    for _ in range(service.policy.attempts.per_card):
        clock.turn(timedelta(minutes=5))
        browser.sign_in(SHELVER, "wrong-password")
    supervisor.sign_in(NUMBERS[Role.SUPERVISOR], PASSWORD)
    supervisor.open("/staff")
    supervisor.post("/staff/password", number=SHELVER, password="kaede-no-ki")
    assert browser.sign_in(SHELVER, "kaede-no-ki").url.path == "/"
