"""A password that is known is changed, one that is forgotten is reset (rule L5)."""

from datetime import timedelta

import pytest

from kiosk.central.notices.card_changes import Where
from kiosk.central.service import Service
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import (
    CardOrPasswordWrong,
    CodeWrong,
    PasswordNotAllowed,
    SessionEnded,
    TriedTooOften,
)
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind
from kiosk.domain.patrons import CardNumber, SessionToken
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.details.conftest import HARUKA, Letterbox, give_email
from tests.central.patrons import CARD, PASSWORD, sign_in

KIOSK, NEW, JAPANESE = "001", "momiji2026", Language.JAPANESE
STRANGER = CardNumber("99999999")


def change(library: Service, token: str, old: str, new: str = NEW) -> None:
    signed = library.sessions.find(SessionToken(token), KIOSK)
    library.own_password.change(signed, old, new, KIOSK)


def ask_reset(library: Service, card: CardNumber = CARD) -> None:
    """Both parts: what is done before the answer, and after it."""
    library.own_password.ask_reset(card, KIOSK)
    library.own_password.send_code(card, JAPANESE)


def opens(library: Service, password: str) -> bool:
    try:
        library.passwords.sign_in(CARD, password, KIOSK)
    except CardOrPasswordWrong:
        return False
    return True


def test_who_knows_the_old_password_sets_another(library: Service, kiosk: Caller) -> None:
    mine, elsewhere = sign_in(kiosk), sign_in(kiosk)
    change(library, mine, PASSWORD)
    assert opens(library, NEW)
    assert not opens(library, PASSWORD)
    library.sessions.find(SessionToken(mine), KIOSK)
    with pytest.raises(SessionEnded):
        library.sessions.find(SessionToken(elsewhere), KIOSK)


def test_the_same_change_again_changes_nothing(library: Service, kiosk: Caller) -> None:
    mine = sign_in(kiosk)
    change(library, mine, PASSWORD)
    change(library, mine, PASSWORD)
    assert opens(library, NEW)


@pytest.mark.rule("L7")
def test_guessing_the_old_password_is_counted(library: Service, kiosk: Caller) -> None:
    mine = sign_in(kiosk)
    for _ in range(library.policy.attempts.free_tries + 1):
        with pytest.raises(CardOrPasswordWrong):
            change(library, mine, "wrong1234")
    with pytest.raises(TriedTooOften):
        change(library, mine, PASSWORD)


@pytest.mark.rule("L3", "L4")
@pytest.mark.parametrize(("new", "reason"), [("abc", "length"), ("45750401", "initial")])
def test_a_new_password_keeps_the_rules(
    library: Service, kiosk: Caller, new: str, reason: str
) -> None:
    with pytest.raises(PasswordNotAllowed) as refused:
        change(library, sign_in(kiosk), PASSWORD, new)
    assert refused.value.reason == reason


@pytest.mark.rule("L5")
def test_with_an_address_on_file_the_patron_resets_it(
    library: Service, letters: Letterbox, kiosk: Caller
) -> None:
    give_email(library)
    elsewhere = sign_in(kiosk)
    ask_reset(library)
    [letter] = letters.all()
    assert (letter.kind, letter.to_address) == (LetterKind.PASSWORD_RESET, "haruka@example.jp")
    library.own_password.reset(CARD, letters.last_code(), NEW, KIOSK)
    assert opens(library, NEW)
    with pytest.raises(SessionEnded):
        library.sessions.find(SessionToken(elsewhere), KIOSK)


@pytest.mark.rule("L5", "L7")
@pytest.mark.parametrize("card", [CARD, STRANGER])
def test_without_an_address_nothing_is_sent_and_nothing_is_told(
    library: Service, letters: Letterbox, card: CardNumber
) -> None:
    ask_reset(library, card)
    assert letters.all() == []
    with pytest.raises(CodeWrong):
        library.own_password.reset(card, "123456", NEW, KIOSK)


@pytest.mark.rule("L5")
def test_an_address_that_was_never_confirmed_resets_nothing(
    library: Service, letters: Letterbox
) -> None:
    library.details.set_email(HARUKA, "haruka@example.jp", JAPANESE)
    ask_reset(library)
    assert [letter.kind for letter in letters.all()] == [LetterKind.CONFIRM_EMAIL]
    with pytest.raises(CodeWrong):
        library.own_password.reset(CARD, letters.last_code(), NEW, KIOSK)


def test_a_code_resets_once_and_a_lost_answer_harms_nobody(
    library: Service, letters: Letterbox
) -> None:
    give_email(library)
    ask_reset(library)
    code = letters.last_code()
    library.own_password.reset(CARD, code, NEW, KIOSK)
    library.own_password.reset(CARD, code, NEW, KIOSK)
    with pytest.raises(CodeWrong):
        library.own_password.reset(CARD, code, "another26", KIOSK)
    assert opens(library, NEW)


def test_a_password_that_is_not_allowed_leaves_the_code_good(
    library: Service, letters: Letterbox
) -> None:
    give_email(library)
    ask_reset(library)
    with pytest.raises(PasswordNotAllowed):
        library.own_password.reset(CARD, letters.last_code(), "abc", KIOSK)
    library.own_password.reset(CARD, letters.last_code(), NEW, KIOSK)
    assert opens(library, NEW)


@pytest.mark.parametrize("card", [CARD, STRANGER])
def test_letters_for_one_card_are_few_whether_it_exists_or_not(
    library: Service, clock: TurnedClock, card: CardNumber
) -> None:
    give_email(library)
    for _ in range(5):
        ask_reset(library, card)
    with pytest.raises(TriedTooOften):
        ask_reset(library, card)
    clock.turn(timedelta(hours=1))
    ask_reset(library, card)


@pytest.mark.rule("L5", "L3")
def test_at_the_counter_the_initial_password_opens_once_more(
    library: Service, kiosk: Caller
) -> None:
    mine = sign_in(kiosk)
    library.own_password.back_to_initial(HARUKA, Where.at_counter(BranchId("minato")))
    with pytest.raises(SessionEnded):
        library.sessions.find(SessionToken(mine), KIOSK)
    session = library.passwords.sign_in(CARD, "45750401", KIOSK)
    assert session.must_choose_password
