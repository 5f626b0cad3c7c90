"""The scanner without a cable, and what its codes become."""

from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy
from kiosk.events import (
    CardPresented,
    Event,
    IsbnScanned,
    PriceRowScanned,
    StaffCardPresented,
    UnknownCodeScanned,
)
from kiosk.hardware.barcode_scanner.simulated import SimulatedBarcodeScanner
from kiosk.hardware.understanding import Understanding


def test_what_is_scanned_becomes_what_happened() -> None:
    said: list[Event] = []
    scanner = SimulatedBarcodeScanner()
    scanner.start(Understanding(said.append, CardPolicy(), {"STAFF-0001"}.__contains__))
    for code in ("A01234567B", "9784101010014", "STAFF-0001", "1920193005504", "hello"):
        scanner.scan(code)
    assert said == [
        CardPresented(CardNumber("01234567")),
        IsbnScanned("9784101010014"),
        StaffCardPresented("STAFF-0001"),
        PriceRowScanned(),
        UnknownCodeScanned(),
    ]


def test_a_stopped_scanner_says_nothing() -> None:
    heard: list[str] = []
    scanner = SimulatedBarcodeScanner()
    scanner.start(heard.append)
    scanner.stop()
    scanner.scan("01234567")
    assert heard == []
