"""Name, address, day of birth and sex, as cards write them and as broken files do."""

from datetime import date

import pytest

from kiosk.domain.errors import CardNotUnderstood
from kiosk.domain.my_number import BasicFour, Sex
from kiosk.hardware.card_reader.basic_four import read_basic_four
from kiosk.hardware.card_reader.my_number_files import MY_NUMBER_CARD
from tests.devices.card_contents import basic_four

TAGS = MY_NUMBER_CARD.item_tags


def read(content: bytes) -> BasicFour:
    return read_basic_four(content, TAGS)


def test_the_four_are_read_and_what_follows_them_is_not() -> None:
    items = read(basic_four("港　花子", "東京都みなと市1", "19880405", "2") + b"\x00\xff")
    assert items == BasicFour("港　花子", "東京都みなと市1", date(1988, 4, 5), Sex.FEMALE)


@pytest.mark.parametrize("letters", [1, 40, 45, 80, 90, 400])
def test_a_long_address_has_a_longer_length(letters: int) -> None:
    """Lengths count bytes: 127, 255 and more of them are written in one, two and three bytes."""
    address = "あ" * letters
    assert read(basic_four(address=address)).address == address


def test_a_variant_of_a_character_stays_what_it_is() -> None:
    name = "葛󠄀城　邉󠄂子"  # each with the selector of its variant
    assert read(basic_four(name=name)).name == name
    assert len(name) == 7


@pytest.mark.parametrize(
    ("digit", "sex"),
    [
        ("1", Sex.MALE),
        ("2", Sex.FEMALE),
        ("9", Sex.NOT_APPLICABLE),
        ("0", Sex.NOT_KNOWN),
        ("7", Sex.NOT_KNOWN),
        ("x", Sex.NOT_KNOWN),
    ],
)
def test_sex_is_told_as_the_norm_counts(digit: str, sex: Sex) -> None:
    assert read(basic_four(sex=digit)).sex is sex


@pytest.mark.parametrize("born", ["19500000", "1950    ", "20230229"])
def test_a_day_that_is_no_day_is_none(born: str) -> None:
    assert read(basic_four(born=born)).born is None


@pytest.mark.parametrize("born", ["", "1988", "198804050", "1988-4-5", "昭和六三"])
def test_what_is_no_date_at_all_is_not_guessed(born: str) -> None:
    with pytest.raises(CardNotUnderstood):
        read(basic_four(born=born))


def test_no_part_of_the_file_is_taken_for_the_whole() -> None:
    whole = basic_four().removesuffix(bytes.fromhex("9000FFFF"))
    assert read(whole).name
    for length in range(len(whole)):
        with pytest.raises(CardNotUnderstood):
            read(whole[:length])


@pytest.mark.parametrize(
    "content",
    [
        bytes.fromhex("FF30820000"),  # another object
        bytes.fromhex("FF208200" + "03" + "DF2100"),  # no item
        bytes.fromhex("FF2080") + bytes(9),  # a length that nobody knows
        bytes.fromhex("FF2085000000000100"),
        basic_four().replace(b"\xdf\x23", b"\xdf\x2f"),
        basic_four().replace("港".encode(), b"\xff\xfe\xfd"),
    ],
)
def test_a_file_of_another_form_is_not_understood(content: bytes) -> None:
    with pytest.raises(CardNotUnderstood):
        read(content)


def test_nobody_is_named_when_it_is_written_down() -> None:
    assert repr(read(basic_four())) == "BasicFour()"
