"""Whatever a patron does and whatever breaks: no try is wasted and nothing else is asked."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.errors import (
    CardGone,
    CertificateNotAccepted,
    LibraryError,
    NotMyNumberCard,
    PinLocked,
    PinWrong,
)
from kiosk.hardware.card_reader.gate import Gate
from kiosk.hardware.card_reader.guard import ApduRefused
from kiosk.hardware.card_reader.my_number import ConnectedMyNumberCard
from kiosk.hardware.card_reader.my_number_files import MY_NUMBER_CARD
from tests.devices.allowed import strays
from tests.devices.memory_field import MemoryField
from tests.devices.test_my_number import CHALLENGE, assert_proves
from tests.devices.virtual_card import AUTH_CERTIFICATE, Fault, VirtualCard, at, at_verify

PIN, WRONG = "1234", "0000"


def lay(card: VirtualCard) -> tuple[MemoryField, ConnectedMyNumberCard]:
    field = MemoryField()
    field.lay_down(card)
    return field, ConnectedMyNumberCard(field)


def commands_of_a_sign_in() -> int:
    card = VirtualCard.of_the_test_authority(PIN)
    lay(card)[1].prove(PIN, CHALLENGE)
    return len(card.log)


COMMANDS = commands_of_a_sign_in()
kinds = st.sampled_from(["gone before", "gone after", "half", "6F00", "6A82", "6982", "6700"])
faults = st.builds(at, st.integers(0, 60), kinds)
acts = st.one_of(
    st.just("tries"),
    st.sampled_from([PIN, WRONG, "1111", "123", "abcd", "１２３４"]),
    faults,
)


@pytest.mark.parametrize("kind", ["gone before", "gone after"])
@pytest.mark.parametrize("count", range(COMMANDS))
def test_a_card_pulled_at_any_command_is_told_and_signs_when_laid_down_again(
    count: int, kind: str
) -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    card.faults.append(at(count, kind))
    field, my_number = lay(card)
    with pytest.raises(CardGone):
        my_number.prove(PIN, CHALLENGE)
    assert len(card.verifies) <= 1
    field.lay_down(card)
    assert_proves(my_number.prove(PIN, CHALLENGE), CHALLENGE)


@pytest.mark.parametrize("kind", ["half", "6F00"])
@pytest.mark.parametrize("count", range(COMMANDS))
def test_half_an_answer_is_never_taken_for_a_whole_one(count: int, kind: str) -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    card.faults.append(at(count, kind))
    with pytest.raises((CardGone, NotMyNumberCard)):
        lay(card)[1].prove(PIN, CHALLENGE)
    assert len(card.verifies) <= 1
    assert card.auth_pin.tries_left == 3


def test_a_wrong_pin_whose_answer_was_lost_is_told_from_the_tries() -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    card.faults.append(at_verify("half"))
    with pytest.raises(PinWrong) as wrong:
        lay(card)[1].prove(WRONG, CHALLENGE)
    assert wrong.value.tries_left == 2
    assert len(card.verifies) == 1


def test_a_card_that_locks_itself_at_the_pin_is_told_as_locked() -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    card.faults.append(at_verify("6983"))
    with pytest.raises(PinLocked):
        lay(card)[1].prove(PIN, CHALLENGE)


def test_a_card_without_a_certificate_for_signing_in_is_told_so() -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    del card.files[AUTH_CERTIFICATE]
    with pytest.raises(CertificateNotAccepted):
        lay(card)[1].prove(PIN, CHALLENGE)
    assert not card.verifies


@pytest.mark.parametrize("content", [bytes(1500), bytes.fromhex("3082FFFF") + bytes(1500)])
def test_a_file_that_holds_no_certificate_is_not_read_on(content: bytes) -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    card.files[AUTH_CERTIFICATE] = content
    with pytest.raises(CertificateNotAccepted):
        lay(card)[1].prove(PIN, CHALLENGE)
    assert len(card.log) == 5
    assert not card.verifies


@pytest.mark.parametrize("token", [b"JPKIAPICCTOKEN", b"JPKIAPGPSETOKEN", b""])
def test_an_old_resident_card_and_a_smartphone_are_no_my_number_card(token: bytes) -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    card.token = token
    with pytest.raises(NotMyNumberCard):
        lay(card)[1].prove(PIN, CHALLENGE)
    assert not card.verifies


@settings(deadline=None, max_examples=200)
@given(script=st.lists(acts, max_size=12), tries=st.integers(0, 3))
def test_no_script_of_acts_and_faults_wastes_a_try(script: list[str | Fault], tries: int) -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    card.auth_pin.tries_left = tries
    field, my_number = lay(card)
    for act in script:
        if isinstance(act, Fault):
            card.faults = [at(len(card.log) + commands_before(act), act.kind)]
            continue
        field.take_away()
        field.lay_down(card)
        play(act, card, my_number)
    assert card.auth_pin.tries_left >= min(tries, 1)
    assert strays(card.log) == []


def commands_before(fault: Fault) -> int:
    return next(count for count in range(61) if fault.when(count, b""))


def play(act: str, card: VirtualCard, my_number: ConnectedMyNumberCard) -> None:
    """One call sends at most one PIN, the one it was given, and never the last try."""
    before, sent = card.auth_pin.tries_left, len(card.verifies)
    with suppress(LibraryError):
        if act == "tries":
            my_number.tries_left()
        else:
            assert_proves(my_number.prove(act, CHALLENGE), CHALLENGE)
    new = [command[5:].decode() for command in card.verifies[sent:]]
    assert new in ([], [act])
    assert not new or before > 1


commands = st.one_of(
    st.binary(max_size=40),
    st.builds(
        lambda head, body: head + body,
        st.sampled_from(
            [
                bytes.fromhex("00A4040C0A"),
                bytes.fromhex("00A4020C02"),
                bytes.fromhex("00200080"),
                bytes.fromhex("00B0"),
                bytes.fromhex("802A0080"),
                bytes.fromhex("00240180"),
            ]
        ),
        st.binary(max_size=12),
    ),
    st.sampled_from(
        [bytes.fromhex("00A4040C0AD392F000260100000001")]
        + [bytes.fromhex(f"00A4020C02{file}") for file in ("0006", "000A", "0017", "0018", "0001")]
        + [bytes.fromhex(f"00200080{pin}") for pin in ("", "0431323334", "0430303030")]
        + [bytes.fromhex("00B0000000"), bytes.fromhex("00B0810000")]
    ),
)


@settings(deadline=None, max_examples=300)
@given(script=st.lists(commands, max_size=25), tries=st.integers(0, 3))
def test_no_bytes_whatever_pass_the_gate_but_those_on_the_list(
    script: list[bytes], tries: int
) -> None:
    card = VirtualCard.of_the_test_authority(PIN)
    card.auth_pin.tries_left = tries
    field, _ = lay(card)
    with field.connect() as transmit:
        gate = Gate(transmit, MY_NUMBER_CARD)
        for command in script:
            with suppress(LibraryError, ApduRefused):
                gate(command)
    assert strays(card.log) == []
    assert len(card.verifies) <= 1
    assert card.auth_pin.tries_left >= min(tries, 1)
