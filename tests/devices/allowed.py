"""What a card may ever hear from us, written again from the card's side and by nobody's table."""

import re

_APPLICATIONS = {
    bytes.fromhex("00A4040C0AD392F000260100000001"): "signatures",
    bytes.fromhex("00A4040C0AD3921000310001010408"): "items",
}
_READ = re.compile(rb"\x00\xb0[\x00-\x7f]..", re.DOTALL)
_PIN = re.compile(rb"\x00\x20\x00\x80(\x04[0-9]{4})?")
_PASSWORD = re.compile(
    rb"\x00\x20\x00\x80("
    + b"|".join(bytes([length]) + b"[0-9A-Z]{%d}" % length for length in range(6, 17))
    + rb")?"
)
_SIGN = re.compile(
    rb"\x80\x2a\x00\x80(\x33\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00"
    rb"\x04\x20.{32}|\x30.{48})\x00",
    re.DOTALL,
)
_NOTHING = re.compile(b"(?!)")
_FILES = {
    ("signatures", "0006"): _READ,
    ("signatures", "000A"): _READ,
    ("signatures", "0001"): _READ,
    ("signatures", "0018"): _PIN,
    ("signatures", "001B"): _PASSWORD,
    ("signatures", "0017"): _SIGN,
    ("signatures", "001A"): _SIGN,
    ("items", "0011"): _PIN,
    ("items", "0002"): _READ,
}
_SELECT_FILE = re.compile(rb"\x00\xa4\x02\x0c\x02(..)", re.DOTALL)


def strays(log: list[bytes]) -> list[bytes]:
    """Those commands of a card's log that it should never have heard."""
    found, application, may = [], "", _NOTHING
    for command in log:
        if command in _APPLICATIONS:
            application, may = _APPLICATIONS[command], _NOTHING
        elif select := _SELECT_FILE.fullmatch(command):
            place = (application, select[1].hex().upper())
            may = _FILES.get(place, _NOTHING)
            found += [] if place in _FILES else [command]
        elif not may.fullmatch(command):
            found.append(command)
    return found
