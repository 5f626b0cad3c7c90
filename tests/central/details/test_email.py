"""An address is used once the code that was sent there was typed (rule L6)."""

from datetime import timedelta

import pytest

from kiosk.central.service import Service
from kiosk.domain.details import ContactKind
from kiosk.domain.errors import CodeWrong, ContactMissing, TriedTooOften
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind
from tests.central.clock import TurnedClock
from tests.central.details.conftest import HARUKA, Letterbox, give_email

JAPANESE, ENGLISH = Language.JAPANESE, Language.ENGLISH
ADDRESS, OTHER = "haruka@example.jp", "minato@example.jp"


@pytest.mark.rule("L6")
def test_an_address_is_not_used_before_it_is_confirmed(
    library: Service, letters: Letterbox
) -> None:
    details = library.details.set_email(HARUKA, ADDRESS, ENGLISH)
    assert (details.email, details.email_pending) == ("", "ha•••@example.jp")
    [letter] = letters.all()
    assert (letter.kind, letter.to_address) == (LetterKind.CONFIRM_EMAIL, ADDRESS)
    assert letter.language is ENGLISH
    details = library.details.confirm_email(HARUKA, letters.last_code(), JAPANESE)
    assert (details.email, details.email_pending) == ("ha•••@example.jp", "")


@pytest.mark.rule("L6")
def test_the_former_address_stays_until_the_new_one_is_confirmed_and_is_told(
    library: Service, letters: Letterbox
) -> None:
    give_email(library, OTHER)
    assert library.details.set_email(HARUKA, ADDRESS, JAPANESE).email == "mi•••@example.jp"
    library.details.confirm_email(HARUKA, letters.last_code(), JAPANESE)
    told = [letter for letter in letters.all() if letter.kind is LetterKind.EMAIL_CHANGED]
    assert [letter.to_address for letter in told] == [OTHER]


def test_a_code_typed_twice_is_right_twice_and_a_lost_answer_harms_nobody(
    library: Service, letters: Letterbox
) -> None:
    library.details.set_email(HARUKA, ADDRESS, JAPANESE)
    code = letters.last_code()
    first = library.details.confirm_email(HARUKA, code, JAPANESE)
    assert library.details.confirm_email(HARUKA, code, JAPANESE) == first


def test_five_wrong_codes_spend_the_right_one(library: Service, letters: Letterbox) -> None:
    library.details.set_email(HARUKA, ADDRESS, JAPANESE)
    right = letters.last_code()
    wrong = f"{(int(right) + 1) % 10**6:06}"
    for _ in range(5):
        with pytest.raises(CodeWrong):
            library.details.confirm_email(HARUKA, wrong, JAPANESE)
    with pytest.raises(CodeWrong):
        library.details.confirm_email(HARUKA, right, JAPANESE)


def test_four_wrong_codes_do_not(library: Service, letters: Letterbox) -> None:
    library.details.set_email(HARUKA, ADDRESS, JAPANESE)
    right = letters.last_code()
    for _ in range(4):
        with pytest.raises(CodeWrong):
            library.details.confirm_email(HARUKA, "no code", JAPANESE)
    assert library.details.confirm_email(HARUKA, right, JAPANESE).email


@pytest.mark.parametrize(("minutes", "is_good"), [(29, True), (30, False)])
def test_a_code_is_good_for_half_an_hour(
    library: Service, letters: Letterbox, clock: TurnedClock, minutes: int, *, is_good: bool
) -> None:
    library.details.set_email(HARUKA, ADDRESS, JAPANESE)
    clock.turn(timedelta(minutes=minutes))
    if is_good:
        assert library.details.confirm_email(HARUKA, letters.last_code(), JAPANESE).email
    else:
        with pytest.raises(CodeWrong):
            library.details.confirm_email(HARUKA, letters.last_code(), JAPANESE)


def test_the_code_of_an_earlier_address_confirms_nothing(
    library: Service, letters: Letterbox
) -> None:
    library.details.set_email(HARUKA, OTHER, JAPANESE)
    earlier = letters.last_code()
    library.details.set_email(HARUKA, ADDRESS, JAPANESE)
    codes = {letter.facts["code"] for letter in letters.all() if letter.facts}
    if len(codes) == 2:  # one in a million draws the same code twice
        with pytest.raises(CodeWrong):
            library.details.confirm_email(HARUKA, earlier, JAPANESE)


def test_the_same_address_again_within_a_minute_is_written_to_once(
    library: Service, letters: Letterbox, clock: TurnedClock
) -> None:
    library.details.set_email(HARUKA, ADDRESS, JAPANESE)
    library.details.set_email(HARUKA, ADDRESS, JAPANESE)
    assert len(letters.all()) == 1
    clock.turn(timedelta(minutes=1))
    library.details.set_email(HARUKA, ADDRESS, JAPANESE)
    assert len(letters.all()) == 2


def test_five_letters_an_hour_and_no_sixth(library: Service, clock: TurnedClock) -> None:
    for nth in range(5):
        library.details.set_email(HARUKA, f"haruka{nth}@example.jp", JAPANESE)
    with pytest.raises(TriedTooOften):
        library.details.set_email(HARUKA, ADDRESS, JAPANESE)
    clock.turn(timedelta(hours=1))
    assert library.details.set_email(HARUKA, ADDRESS, JAPANESE).email_pending


def test_an_address_that_is_taken_away_is_told_and_its_code_is_dead(
    library: Service, letters: Letterbox
) -> None:
    give_email(library)
    library.details.set_email(HARUKA, OTHER, JAPANESE)
    details = library.details.remove(HARUKA, ContactKind.EMAIL, JAPANESE)
    assert (details.email, details.email_pending) == ("", "")
    assert letters.all()[-1].kind is LetterKind.EMAIL_CHANGED
    with pytest.raises(CodeWrong):
        library.details.confirm_email(HARUKA, letters.last_code(), JAPANESE)
    assert library.details.remove(HARUKA, ContactKind.EMAIL, JAPANESE) == details


@pytest.mark.rule("V3")
def test_a_test_email_goes_to_the_confirmed_address_only(
    library: Service, letters: Letterbox
) -> None:
    library.details.set_email(HARUKA, OTHER, JAPANESE)
    with pytest.raises(ContactMissing):
        library.details.send_test_email(HARUKA, JAPANESE)
    give_email(library)
    library.details.send_test_email(HARUKA, ENGLISH)
    letter = letters.all()[-1]
    assert (letter.kind, letter.to_address) == (LetterKind.TEST_EMAIL, ADDRESS)
    assert library.details.mine(HARUKA).sender_address == "toshokan@library.example"


def test_numbers_are_used_as_they_are_given(library: Service) -> None:
    details = library.details.set_number(HARUKA, ContactKind.TELEPHONE, "09012345678")
    assert details.telephone == "090-••••-5678"
    details = library.details.set_number(HARUKA, ContactKind.FAX, "0862234567")
    assert details.fax == "086-•••-4567"
    assert library.details.remove(HARUKA, ContactKind.FAX, JAPANESE).fax == ""
    assert library.details.mine(HARUKA).telephone == "090-••••-5678"


def test_a_reading_history_is_kept_for_who_asks_for_one(library: Service) -> None:
    assert library.details.mine(HARUKA).keeps_history is False
    assert library.details.keep_history(HARUKA, keeps=True).keeps_history is True
    assert library.details.history(HARUKA) == ()
    assert library.details.keep_history(HARUKA, keeps=False).keeps_history is False
