"""The gate before a card: what passes, and what never does."""

import pytest

from kiosk.domain.errors import (
    CardGone,
    LastTryKept,
    PinLocked,
    PinNotFourDigits,
    SigningPasswordMalformed,
)
from kiosk.hardware.card_reader import apdu
from kiosk.hardware.card_reader.gate import Gate
from kiosk.hardware.card_reader.guard import ApduRefused
from kiosk.hardware.card_reader.my_number_files import MY_NUMBER_CARD as FILES
from kiosk.hardware.card_reader.signing_kinds import P384, RSA
from tests.devices.virtual_card import Fault, VirtualCard

JPKI, ITEMS, FACE, RESIDENT, COMMON = (
    bytes.fromhex(aid)
    for aid in (
        "D392F000260100000001",
        "D3921000310001010408",
        "D3921000310001010402",
        "D3921000310001010401",
        "D3921000310001010100",
    )
)
TOKEN, CERTIFICATE, PIN, KEY, PASSWORD, ITEMS_PIN, BASIC_FOUR = (
    bytes.fromhex(file) for file in ("0006", "000A", "0018", "0017", "001B", "0011", "0002")
)


def answering(card: VirtualCard) -> apdu.Transmit:
    def transmit(command: bytes) -> bytes:
        answer = card.answer(command)
        if answer is None:
            raise CardGone
        return answer

    return transmit


@pytest.fixture
def card() -> VirtualCard:
    return VirtualCard.of_the_test_authority("1234")


@pytest.fixture
def gate(card: VirtualCard) -> Gate:
    gate = Gate(answering(card), FILES)
    gate(apdu.select_application(JPKI))
    return gate


@pytest.fixture
def items_gate(card: VirtualCard) -> Gate:
    gate = Gate(answering(card), FILES)
    gate(apdu.select_application(ITEMS))
    return gate


@pytest.mark.parametrize("aid", [FACE, RESIDENT, COMMON, JPKI[:8], ITEMS[:8], JPKI + b"\0"])
def test_no_other_application_is_ever_selected(card: VirtualCard, gate: Gate, aid: bytes) -> None:
    with pytest.raises(ApduRefused):
        gate(apdu.select_application(aid))
    assert len(card.log) == 1


@pytest.mark.parametrize("file", ["0002", "000B", "0011", "0014", "0015", "0005", "0019"])
def test_files_that_we_do_not_need_stay_closed(card: VirtualCard, gate: Gate, file: str) -> None:
    with pytest.raises(ApduRefused):
        gate(apdu.select_file(bytes.fromhex(file)))
    assert len(card.log) == 1


@pytest.mark.parametrize(
    "file", ["0001", "0003", "0004", "0005", "0006", "0007", "000A", "0013", "0014", "0015", "0018"]
)
def test_the_number_and_all_beside_the_basic_four_stay_closed(
    card: VirtualCard, items_gate: Gate, file: str
) -> None:
    with pytest.raises(ApduRefused):
        items_gate(apdu.select_file(bytes.fromhex(file)))
    assert len(card.log) == 1


def test_a_file_of_one_application_is_not_opened_in_the_other(
    card: VirtualCard, gate: Gate
) -> None:
    gate(apdu.select_application(ITEMS))
    with pytest.raises(ApduRefused):
        gate(apdu.select_file(bytes.fromhex("0001")))  # a certificate there, the number here
    assert len(card.log) == 2


@pytest.mark.parametrize(
    "command",
    [
        "00240180083132333435363738",  # CHANGE PIN
        "002C0180083132333435363738",  # RESET RETRY COUNTER
        "00B0810000",  # READ BINARY of a file named within the command
        "00B0000000FF",
        "00B2010400",  # READ RECORD
        "00CA000000",
        "FFCA000000",
        "00D6000001FF",  # UPDATE BINARY
        "00840000",
        "0020008104",
        "",
    ],
)
@pytest.mark.parametrize("file", [CERTIFICATE, PIN, KEY, PASSWORD])
def test_commands_off_the_list_never_reach_the_card(
    card: VirtualCard, gate: Gate, file: bytes, command: str
) -> None:
    gate(apdu.select_file(file))
    with pytest.raises(ApduRefused):
        gate(bytes.fromhex(command))
    assert len(card.log) == 2


def test_a_pin_goes_to_its_own_file_only(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(PIN))
    gate(apdu.ask_tries())
    gate(apdu.select_file(KEY))
    with pytest.raises(ApduRefused):
        gate(apdu.verify("1234"))
    assert not card.verifies


def test_no_pin_goes_before_the_tries_were_asked(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(PIN))
    with pytest.raises(ApduRefused):
        gate(apdu.verify("1234"))
    assert not card.verifies


def test_the_tries_of_one_secret_let_no_other_through(card: VirtualCard, gate: Gate) -> None:
    card.sign_password.tries_left = 1
    gate(apdu.select_file(PIN))
    gate(apdu.ask_tries())
    gate(apdu.select_file(PASSWORD))
    with pytest.raises(ApduRefused):
        gate(apdu.verify("ABC123"))
    assert not card.verifies


def test_no_second_pin_goes_over_one_connection(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(PIN))
    gate(apdu.ask_tries())
    gate(apdu.verify("0000"))
    gate(apdu.ask_tries())
    with pytest.raises(ApduRefused):
        gate(apdu.verify("1234"))
    gate(apdu.select_file(PASSWORD))
    gate(apdu.ask_tries())
    with pytest.raises(ApduRefused):
        gate(apdu.verify("ABC123"))
    assert len(card.verifies) == 1


@pytest.mark.parametrize(("tries", "why"), [(1, LastTryKept), (0, PinLocked)])
@pytest.mark.parametrize(("file", "secret"), [(PIN, "1234"), (PASSWORD, "ABC123")])
def test_the_last_try_is_kept_at_the_gate_itself(
    card: VirtualCard, gate: Gate, tries: int, why: type[Exception], file: bytes, secret: str
) -> None:
    card.auth_pin.tries_left = card.sign_password.tries_left = tries
    gate(apdu.select_file(file))
    gate(apdu.ask_tries())
    with pytest.raises(why):
        gate(apdu.verify(secret))
    assert not card.verifies


def test_letters_are_no_pin_at_the_gate_itself(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(PIN))
    gate(apdu.ask_tries())
    with pytest.raises(PinNotFourDigits):
        gate(apdu.verify("ABCD"))
    assert not card.verifies


@pytest.mark.parametrize(
    ("secret", "why"),
    [
        ("ABC12-", SigningPasswordMalformed),
        ("abc123", ApduRefused),  # a card knows capitals only: whoever sends small ones errs
        ("ABC12", ApduRefused),
        ("A" * 17, ApduRefused),
        ("1234", ApduRefused),
    ],
)
def test_no_malformed_password_passes_the_gate_itself(
    card: VirtualCard, gate: Gate, secret: str, why: type[Exception]
) -> None:
    gate(apdu.select_file(PASSWORD))
    gate(apdu.ask_tries())
    with pytest.raises(why):
        gate(apdu.verify(secret))
    assert not card.verifies


def test_a_select_that_failed_leaves_nothing_selected(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(CERTIFICATE))
    card.faults.append(Fault("6F00", lambda _before, _command: True))
    gate(apdu.select_file(TOKEN))
    with pytest.raises(ApduRefused):
        gate(apdu.read_binary(0, 32))


def test_only_a_hash_of_the_right_form_is_signed(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(KEY))
    hashes = (RSA.digest_info, RSA.digest_info + bytes(33), bytes(51), bytes(47), bytes(300))
    for to_sign in (b"pay the bearer", *hashes):
        with pytest.raises(ApduRefused):
            gate(apdu.SIGN + bytes([len(to_sign) % 256]) + to_sign + b"\x00")
    assert len(card.log) == 2


def test_later_keys_are_given_their_longer_hash(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(KEY))
    gate(apdu.sign(P384.to_sign(b"a challenge")))
    assert card.log[-1] == apdu.SIGN + b"\x30" + P384.to_sign(b"a challenge") + b"\x00"


def test_a_refusal_tells_nothing_of_the_command(gate: Gate) -> None:
    with pytest.raises(ApduRefused) as refused:
        gate(apdu.verify("1234"))
    assert "1234" not in repr(refused.value)
    assert "31323334" not in repr(refused.value).lower()
