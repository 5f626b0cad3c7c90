"""What is scanned, laid down or taken away before the panel: somebody is there."""

from kiosk.events.scanning import (
    IsbnScanned,
    ItemScanned,
    PriceRowScanned,
    SlipScanned,
    TitlesScanned,
    UnknownCodeScanned,
)
from kiosk.events.signing_in import (
    CardPresented,
    IcCardPresented,
    IcCardRemoved,
    MyNumberCardPresented,
)
from kiosk.events.staff import StaffCardPresented

AT_THE_DESK = (
    CardPresented,
    IcCardPresented,
    IcCardRemoved,
    IsbnScanned,
    ItemScanned,
    MyNumberCardPresented,
    PriceRowScanned,
    SlipScanned,
    StaffCardPresented,
    TitlesScanned,
    UnknownCodeScanned,
)
