"""What a device said, as a table for JSON: nothing that tells who a card belongs to."""

from datetime import datetime

from kiosk.domain.devices import Device
from kiosk.events import (
    CardPresented,
    Event,
    HealthChanged,
    IcCardPresented,
    IcCardRemoved,
    IsbnScanned,
    ItemScanned,
    MyNumberCardPresented,
    SlipScanned,
    StaffCardPresented,
    TitlesScanned,
    UnknownCodeScanned,
)

Table = dict[str, object]

_OF_THE_READER = (IcCardPresented, IcCardRemoved, MyNumberCardPresented)


def told(device: Device, event: Event, at: datetime) -> Table:
    """When, which device, what happened, and of a number its kind and length alone."""
    if isinstance(event, HealthChanged):
        device = event.health.device
    elif isinstance(event, _OF_THE_READER):
        device = Device.CARD_READER
    name = type(event).__name__
    return {"time": at.isoformat(), "device": device, "event": name, **_about(event)}


def _about(event: Event) -> Table:
    match event:
        case HealthChanged(health):
            return {"condition": health.condition, "why": health.why}
        case CardPresented(number):
            return {"kind": "library card", "length": len(number)}
        case StaffCardPresented(code):
            return {"kind": "staff card", "length": len(code)}
        case IcCardPresented(identifier):
            return {"kind": identifier.kind, "bytes": len(identifier.number) // 2}
        case SlipScanned(number):
            return {"kind": "slip", "length": len(number)}
        case ItemScanned(barcode):
            return {"kind": "item", "length": len(barcode)}
        case IsbnScanned(isbn):
            return {"isbn": isbn}
        case TitlesScanned(titles):
            return {"titles": len(titles)}
        case UnknownCodeScanned(what):
            return {"what": what}
    return {}
