"""Contactless cards with a number of their own, and the reader that tells it, in one."""

from dataclasses import dataclass

from tests.devices.card_contents import authority_of_tests
from tests.devices.virtual_card import NO_SUCH_COMMAND, NOT_FOUND, OK, VirtualCard

IDM = bytes.fromhex("012E4CD8A9B1C203")
UID = bytes.fromhex("04A1B2C3D4E5F6")
PUPI = bytes.fromhex("5E01F2A9")  # of type B: another at each activation
GET_NUMBER = bytes.fromhex("FFCA000000")
NO_SUCH_FUNCTION = bytes.fromhex("6A81")
# PC/SC part 3: 11 003B FeliCa, 03 0001 MIFARE Classic, 07 type B, 0B an ISO 15693 tag
FELICA, CLASSIC, STORED_B, TAG = (
    bytes.fromhex(f"3B8F8001804F0CA000000306{kind}00000000{check}")
    for kind, check in (("11003B", "42"), ("030001", "6A"), ("070000", "6F"), ("0B0014", "77"))
)
SMART_A = bytes.fromhex("3B81800180" + "80")
SMART_A_OF_EIGHT = bytes.fromhex("3B888001" + "4A434F5033315632" + "49")
SMART_B = bytes.fromhex("3B888001" + "0000000033818100" + "3A")


@dataclass(slots=True)
class NumberCard(VirtualCard):
    number: bytes = b""  # empty: the reader has none to tell

    @classmethod
    def of(cls, atr: bytes, number: bytes) -> "NumberCard":
        key, _certificate, _authority = authority_of_tests()
        return cls(key, {}, {}, is_my_number=False, atr=atr, number=number)

    @classmethod
    def felica(cls, idm: bytes = IDM) -> "NumberCard":
        return cls.of(FELICA, idm)

    def _answer(self, command: bytes) -> bytes:
        if command == GET_NUMBER:
            return self.number + OK if self.number else NO_SUCH_FUNCTION
        return NOT_FOUND if command.startswith(b"\x00\xa4") else NO_SUCH_COMMAND
