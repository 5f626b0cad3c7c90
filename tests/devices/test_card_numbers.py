"""IC cards that call themselves by a number: which are taken for one, and what is never asked."""

import logging

import pytest

from kiosk.domain.codes import NotOurs
from kiosk.domain.errors import IcNumberNotUnderstood
from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.events import (
    Event,
    HealthChanged,
    IcCardPresented,
    IcCardRemoved,
    MyNumberCardPresented,
    UnknownCodeScanned,
)
from kiosk.hardware.card_reader.card_number import NumberGate
from kiosk.hardware.card_reader.guard import ApduRefused
from tests.devices.card_desks import FARE_CARD, CardDesk, PcscDesk
from tests.devices.number_card import (
    CLASSIC,
    FELICA,
    GET_NUMBER,
    IDM,
    PUPI,
    SMART_A,
    SMART_A_OF_EIGHT,
    SMART_B,
    STORED_B,
    TAG,
    UID,
    NumberCard,
)
from tests.devices.test_presence import Watched
from tests.devices.virtual_card import ATR, OK, at

NO_NUMBER = UnknownCodeScanned(NotOurs.IC_CARD)


def presented(number: bytes) -> IcCardPresented:
    kind = IcKind.FELICA if number == IDM else IcKind.UID
    return IcCardPresented(IcIdentifier(kind, number.hex().upper()))


def told(card: NumberCard, looks: int = 1) -> list[Event]:
    watched = Watched()
    watched.looks()
    watched.field.lay_down(card)
    return watched.looks(looks)


@pytest.mark.parametrize(
    ("atr", "number"),
    [(FELICA, IDM), (CLASSIC, UID[:4]), (CLASSIC, UID), (SMART_A, UID), (SMART_A, UID[:4])],
)
def test_a_number_that_stays_the_same_is_told(atr: bytes, number: bytes) -> None:
    assert told(NumberCard.of(atr, number), 5) == [presented(number)]


@pytest.mark.parametrize(
    ("atr", "number"),
    [
        (CLASSIC, bytes.fromhex("08A1B2C3")),  # random at each touch
        (SMART_A, bytes.fromhex("08A1B2C3")),
        (FELICA, bytes.fromhex("01FEA1B2C3D4E5F6")),  # one device that talks to another
        (FELICA, bytes.fromhex("02FEA1B2C3D4E5F6")),  # an app of a phone, which may change it
        (SMART_B, PUPI),
        (SMART_A_OF_EIGHT, PUPI),  # may as well be type B
        (STORED_B, PUPI),
        (TAG, bytes.fromhex("E004010012345678")),  # as long as an IDm, and none
        (FELICA, bytes(8)),
        (CLASSIC, UID + bytes(3)),
        (FELICA, b""),
        (ATR, IDM),  # in a slot with contacts: nobody is asked
    ],
)
def test_what_need_not_stay_the_same_is_never_taken_for_a_number(atr: bytes, number: bytes) -> None:
    assert told(NumberCard.of(atr, number), 5) == [NO_NUMBER]


def test_a_long_number_of_type_a_is_told_whatever_the_card_says_of_itself() -> None:
    assert told(NumberCard.of(SMART_A_OF_EIGHT, UID)) == [presented(UID)]


def test_the_number_is_asked_once_it_is_clear_that_it_is_no_my_number_card() -> None:
    smart, felica = NumberCard.of(SMART_A, UID), NumberCard.felica()
    told(smart)
    told(felica)
    first, last = smart.log
    assert first.startswith(bytes.fromhex("00A4040C0AD392F0"))
    assert last == GET_NUMBER
    assert felica.log == [GET_NUMBER]  # it takes no commands at all


def test_a_my_number_card_is_never_asked_for_a_number() -> None:
    watched = Watched()
    watched.card.atr = SMART_B
    watched.field.lay_down(watched.card)
    assert MyNumberCardPresented() in watched.looks(3)
    assert GET_NUMBER not in watched.card.log


def test_the_gate_lets_nothing_else_through() -> None:
    sent: list[bytes] = []

    def transmit(command: bytes) -> bytes:
        sent.append(command)
        return IDM + OK

    gate = NumberGate(transmit)
    for other in ("FFCA010000", "FFCA000008", "FF82000006", "00A4040C00", "00200080", ""):
        with pytest.raises(ApduRefused):
            gate(bytes.fromhex(other))
    assert gate(GET_NUMBER).data == IDM
    assert sent == [GET_NUMBER]


def test_half_a_number_is_asked_again() -> None:
    card = NumberCard.felica()
    card.faults = [at(0, "half")]
    assert told(card, 3) == [presented(IDM)]


def test_a_card_that_leaves_while_it_is_asked_was_never_there() -> None:
    card = NumberCard.felica()
    card.faults = [at(0, "gone before")]
    assert told(card, 3) == []


# ---- with each make of reader
def test_a_fare_card_is_told_once_and_its_leaving_too(desk: CardDesk) -> None:
    desk.lay_down_a_fare_card()
    desk.take_away()
    said = [event for event in desk.heard.events if not isinstance(event, HealthChanged)]
    assert said == [IcCardPresented(FARE_CARD), IcCardRemoved()]


def test_two_cards_are_refused_whichever_they_are(desk: CardDesk) -> None:
    desk.lay_down()
    desk.heard.forget()
    desk.put_beside()
    desk.heard.wait_for(UnknownCodeScanned(NotOurs.TWO_CARDS))
    assert not any(isinstance(event, IcCardPresented) for event in desk.heard.events)


def test_over_pcscd_nothing_but_the_question_reaches_the_reader(pcsc_desk: PcscDesk) -> None:
    card = NumberCard.felica()
    pcsc_desk.put(card)
    pcsc_desk.heard.wait_for(IcCardPresented(FARE_CARD))
    assert card.log == [GET_NUMBER]


def test_a_number_is_nowhere_written(desk: CardDesk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    desk.lay_down_a_fare_card()
    desk.take_away()
    written = caplog.text + repr(desk.heard.events) + repr(FARE_CARD)
    assert FARE_CARD.number not in written.upper()


# ---- typed at the counter
@pytest.mark.parametrize(
    "typed", ["012E4CD8A9B1C203", "012e 4cd8 a9b1 c203", "０１２Ｅ4CD8A9B1C203"]
)
def test_a_number_is_understood_as_readers_and_people_type_it(typed: str) -> None:
    assert IcIdentifier.typed(typed) == FARE_CARD


@pytest.mark.parametrize(
    "typed", ["", "0123456789", "さくら", "08A1B2C3", "02FEA1B2C3D4E5F6", "012"]
)
def test_what_is_no_steady_number_is_not_understood(typed: str) -> None:
    with pytest.raises(IcNumberNotUnderstood) as refused:
        IcIdentifier.typed(typed)
    assert refused.value.__cause__ is None
