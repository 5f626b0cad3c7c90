"""Whatever breaks in a dialogue: no try is wasted, no half answer believed, nothing else asked."""

import re
from dataclasses import dataclass

import pytest

from kiosk.domain.errors import (
    CardGone,
    CardSilent,
    CertificateNotAccepted,
    LastTryKept,
    LibraryError,
    NotMyNumberCard,
    OldResidentCard,
    PhoneNotRead,
    PinLocked,
    PinNotFourDigits,
    PinWrong,
    SigningCertificateMissing,
    SigningPasswordMalformed,
)
from kiosk.domain.my_number import CardSecret
from tests.devices.allowed import strays
from tests.devices.talks import CHALLENGE, ITEMS, PIN, SIGNING, SIGNING_IN, TALKS, Talk, lay
from tests.devices.virtual_card import (
    AUTH_CERTIFICATE,
    NUMBER,
    SIGN_CERTIFICATE,
    SIGN_PASSWORD,
    Fault,
    VirtualCard,
    at,
    at_verify,
    carries_pin,
)


@dataclass(frozen=True)
class Moment:
    """One command of one dialogue."""

    talk: Talk
    count: int

    def __str__(self) -> str:
        return f"{self.talk.name} {self.count}"


def commands_of(talk: Talk) -> int:
    card = VirtualCard.of_the_test_authority(PIN)
    talk.speak(lay(card)[1], talk.right)
    return len(card.log)


MOMENTS = [Moment(talk, count) for talk in TALKS for count in range(commands_of(talk))]
of_each_talk = pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk.name)
at_each_moment = pytest.mark.parametrize("moment", MOMENTS, ids=str)


@pytest.fixture
def card() -> VirtualCard:
    return VirtualCard.of_the_test_authority(PIN)


@pytest.mark.parametrize("kind", ["gone before", "gone after", "gone once answered"])
@at_each_moment
def test_a_card_pulled_at_any_command_is_told_and_goes_on_when_laid_down_again(
    card: VirtualCard, moment: Moment, kind: str
) -> None:
    talk = moment.talk
    card.faults.append(at(moment.count, kind))
    field, my_number = lay(card)
    if kind == "gone once answered" and moment.count == commands_of(talk) - 1:
        talk.speak(my_number, talk.right)
    else:
        with pytest.raises(CardGone):
            talk.speak(my_number, talk.right)
    assert len(card.verifies) <= 1
    field.take_away()
    field.lay_down(card)
    assert my_number.tries_left(talk.secret) == talk.pin(card).tries
    assert talk.speak(my_number, talk.right)
    assert strays(card.log) == []


@pytest.mark.parametrize("kind", ["half", "6F00", "6982", "6700"])
@at_each_moment
def test_half_an_answer_is_never_taken_for_a_whole_one(
    card: VirtualCard, moment: Moment, kind: str
) -> None:
    card.faults.append(at(moment.count, kind))
    with pytest.raises((CardGone, NotMyNumberCard)):
        moment.talk.speak(lay(card)[1], moment.talk.right)
    assert len(card.verifies) <= 1
    assert moment.talk.pin(card).tries_left == moment.talk.pin(card).tries


@pytest.mark.parametrize("kind", ["short", "long"])
@at_each_moment
def test_an_answer_of_another_length_never_changes_what_comes_of_it(
    card: VirtualCard, moment: Moment, kind: str
) -> None:
    undisturbed = moment.talk.speak(
        lay(VirtualCard.of_the_test_authority(PIN))[1], moment.talk.right
    )
    card.faults.append(at(moment.count, kind))
    try:
        told: object = moment.talk.speak(lay(card)[1], moment.talk.right)
    except (CardGone, NotMyNumberCard):
        told = undisturbed
    assert told == undisturbed
    assert len(card.verifies) <= 1


@pytest.mark.parametrize("kind", ["half", "silent", "6F00"])
@of_each_talk
def test_a_wrong_secret_whose_answer_was_lost_is_told_from_the_tries(
    card: VirtualCard, talk: Talk, kind: str
) -> None:
    card.faults.append(at_verify(kind))
    with pytest.raises(PinWrong) as wrong:
        talk.speak(lay(card)[1], talk.wrong)
    assert wrong.value.tries_left == talk.pin(card).tries_left == talk.pin(card).tries - 1
    assert len(card.verifies) == 1
    asked = card.log[card.log.index(card.verifies[0]) + 1 :]
    assert asked[-1] == bytes.fromhex("00200080"), "the tries, and nothing after them"


@of_each_talk
def test_a_card_that_fell_silent_at_the_right_secret_is_told_as_silent(
    card: VirtualCard, talk: Talk
) -> None:
    card.faults.append(at_verify("silent"))
    with pytest.raises(CardSilent):
        talk.speak(lay(card)[1], talk.right)
    assert len(card.verifies) == 1


def test_another_card_laid_down_meanwhile_is_not_asked_for_the_first_ones_tries(
    card: VirtualCard,
) -> None:
    other = VirtualCard.of_the_test_authority(PIN, tries_left=2)
    field, my_number = lay(card)

    def is_verify(_before: int, command: bytes) -> bool:
        if carries_pin(command):
            field.take_away()
            field.lay_down(other)
        return carries_pin(command)

    card.faults.append(Fault("silent", is_verify))
    with pytest.raises(CardSilent):
        my_number.prove("0000", CHALLENGE)
    assert other.log == []


@of_each_talk
def test_a_card_that_locks_itself_at_the_secret_is_told_as_locked(
    card: VirtualCard, talk: Talk
) -> None:
    card.faults.append(at_verify("6983"))
    with pytest.raises(PinLocked):
        talk.speak(lay(card)[1], talk.right)


@pytest.mark.parametrize(("tries", "why"), [(1, LastTryKept), (0, PinLocked)])
@of_each_talk
def test_neither_the_last_try_nor_a_locked_secret_is_sent(
    card: VirtualCard, talk: Talk, tries: int, why: type[LibraryError]
) -> None:
    talk.pin(card).tries_left = tries
    with pytest.raises(why):
        talk.speak(lay(card)[1], talk.right)
    assert not card.verifies
    assert lay(card)[1].tries_left(talk.secret) == tries


@pytest.mark.parametrize("pin", ["", "123", "12345", "12a4", "１２３４", "12 4"])
@pytest.mark.parametrize("talk", [SIGNING_IN, ITEMS], ids=lambda talk: talk.name)
def test_what_is_not_four_digits_does_not_even_wake_the_card(
    card: VirtualCard, talk: Talk, pin: str
) -> None:
    with pytest.raises(PinNotFourDigits):
        talk.speak(lay(card)[1], pin)
    assert card.log == []


@pytest.mark.parametrize(
    "password", ["", "ABC12", "A" * 17, "ABC-123", "ＡＢＣ123", "ABC 123", "straße"]
)
def test_what_is_no_signing_password_does_not_even_wake_the_card(
    card: VirtualCard, password: str
) -> None:
    with pytest.raises(SigningPasswordMalformed):
        lay(card)[1].sign(password, b"me")
    assert card.log == []


def test_the_signing_password_goes_out_in_capitals(card: VirtualCard) -> None:
    lay(card)[1].sign("abc123", b"me")
    assert card.verifies == [bytes.fromhex("0020008006") + b"ABC123"]


def test_the_number_itself_is_never_read(card: VirtualCard) -> None:
    _, my_number = lay(card)
    items = my_number.basic_four(PIN)
    assert items.name == "港　花󠄀子"
    assert NUMBER.decode() not in f"{items.name}{items.address}"
    assert strays(card.log) == []


def test_a_card_without_a_certificate_for_signing_in_is_told_so(card: VirtualCard) -> None:
    del card.files[AUTH_CERTIFICATE]
    with pytest.raises(CertificateNotAccepted):
        lay(card)[1].prove(PIN, CHALLENGE)
    assert not card.verifies


def test_a_card_without_a_signing_certificate_keeps_its_tries(card: VirtualCard) -> None:
    del card.files[SIGN_CERTIFICATE]
    with pytest.raises(SigningCertificateMissing):
        lay(card)[1].sign(SIGNING.right, b"me")
    assert not card.verifies


def test_a_card_without_a_signing_password_has_no_signing_certificate_either(
    card: VirtualCard,
) -> None:
    del card.pins[SIGN_PASSWORD]
    with pytest.raises(SigningCertificateMissing):
        lay(card)[1].tries_left(CardSecret.SIGNING)


@pytest.mark.parametrize("content", [bytes(1500), bytes.fromhex("3082FFFF") + bytes(1500)])
def test_a_file_that_holds_no_certificate_is_not_read_on(card: VirtualCard, content: bytes) -> None:
    card.files[AUTH_CERTIFICATE] = content
    with pytest.raises(CertificateNotAccepted):
        lay(card)[1].prove(PIN, CHALLENGE)
    assert len(card.log) == 5
    assert not card.verifies


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        (b"JPKIAPICCTOKEN", OldResidentCard),
        (b"JPKIAPGPSETOKEN", PhoneNotRead),
        (b"", NotMyNumberCard),
    ],
)
@of_each_talk
def test_an_old_resident_card_and_a_smartphone_are_told_apart_and_hear_no_secret(
    card: VirtualCard, talk: Talk, token: bytes, kind: type[LibraryError]
) -> None:
    card.token = token
    with pytest.raises(NotMyNumberCard) as other:
        talk.speak(lay(card)[1], talk.right)
    assert type(other.value) is kind
    assert not card.verifies


@of_each_talk
def test_what_a_dialogue_gives_shows_nothing_when_it_is_written_down(
    card: VirtualCard, talk: Talk
) -> None:
    written = repr(talk.speak(lay(card)[1], talk.right))
    assert re.fullmatch(r"\w+\(\)", written)
