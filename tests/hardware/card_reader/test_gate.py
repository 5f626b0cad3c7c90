"""The gate before a card: what passes, and what never does."""

import pytest

from kiosk.domain.errors import CardGone, LastTryKept, PinLocked
from kiosk.hardware.card_reader import apdu
from kiosk.hardware.card_reader.gate import Gate
from kiosk.hardware.card_reader.guard import ApduRefused
from kiosk.hardware.card_reader.my_number_files import MY_NUMBER_CARD as FILES
from kiosk.hardware.card_reader.my_number_files import RSA
from tests.devices.virtual_card import Fault, VirtualCard

TEXT_INPUT, FACE, RESIDENT = (
    bytes.fromhex(aid)
    for aid in ("D3921000310001010408", "D3921000310001010402", "D3921000310001010401")
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
    gate(apdu.select_application(FILES.application))
    return gate


@pytest.mark.parametrize("aid", [TEXT_INPUT, FACE, RESIDENT, FILES.application[:8]])
def test_no_other_application_is_ever_selected(card: VirtualCard, gate: Gate, aid: bytes) -> None:
    with pytest.raises(ApduRefused):
        gate(apdu.select_application(aid))
    assert len(card.log) == 1


@pytest.mark.parametrize("file", ["0001", "0002", "000B", "0014", "001A", "001B"])
def test_files_that_a_sign_in_does_not_need_stay_closed(
    card: VirtualCard, gate: Gate, file: str
) -> None:
    with pytest.raises(ApduRefused):
        gate(apdu.select_file(bytes.fromhex(file)))
    assert len(card.log) == 1


@pytest.mark.parametrize(
    "command",
    [
        "00240180083132333435363738",  # CHANGE PIN
        "00B0810000",  # READ BINARY of a file named within the command
        "00B0000000FF",
        "00B2010400",  # READ RECORD
        "00CA000000",
        "FFCA000000",
        "",
    ],
)
def test_commands_off_the_list_never_reach_the_card(
    card: VirtualCard, gate: Gate, command: str
) -> None:
    gate(apdu.select_file(FILES.certificate_file))
    with pytest.raises(ApduRefused):
        gate(bytes.fromhex(command))
    assert len(card.log) == 2


def test_a_pin_goes_to_its_own_file_only(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(FILES.pin_file))
    gate(apdu.ask_tries())
    gate(apdu.select_file(FILES.key_file))
    with pytest.raises(ApduRefused):
        gate(apdu.verify("1234"))
    assert not card.verifies


def test_no_pin_goes_before_the_tries_were_asked(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(FILES.pin_file))
    with pytest.raises(ApduRefused):
        gate(apdu.verify("1234"))
    assert not card.verifies


def test_no_second_pin_goes_over_one_connection(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(FILES.pin_file))
    gate(apdu.ask_tries())
    gate(apdu.verify("0000"))
    gate(apdu.ask_tries())
    with pytest.raises(ApduRefused):
        gate(apdu.verify("1234"))
    assert len(card.verifies) == 1


@pytest.mark.parametrize(("tries", "why"), [(1, LastTryKept), (0, PinLocked)])
def test_the_last_try_is_kept_at_the_gate_itself(
    card: VirtualCard, gate: Gate, tries: int, why: type[Exception]
) -> None:
    card.auth_pin.tries_left = tries
    gate(apdu.select_file(FILES.pin_file))
    gate(apdu.ask_tries())
    with pytest.raises(why):
        gate(apdu.verify("1234"))
    assert not card.verifies


def test_a_select_that_failed_leaves_nothing_selected(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(FILES.certificate_file))
    card.faults.append(Fault("6F00", lambda _before, _command: True))
    gate(apdu.select_file(FILES.token_file))
    with pytest.raises(ApduRefused):
        gate(apdu.read_binary(0, 32))


def test_only_a_hash_of_the_right_form_is_signed(card: VirtualCard, gate: Gate) -> None:
    gate(apdu.select_file(FILES.key_file))
    for to_sign in (b"pay the bearer", RSA.digest_info, RSA.digest_info + bytes(33), bytes(51)):
        with pytest.raises(ApduRefused):
            gate(apdu.sign(to_sign))
    assert len(card.log) == 2


def test_a_refusal_tells_nothing_of_the_command(gate: Gate) -> None:
    with pytest.raises(ApduRefused) as refused:
        gate(apdu.verify("1234"))
    assert "1234" not in repr(refused.value)
    assert "31323334" not in repr(refused.value).lower()
