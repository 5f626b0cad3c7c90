"""Jobs by which a title is reserved."""

from kiosk.events import (
    Event,
    OptionsFound,
    Reserved,
    SlipPrinted,
)
from kiosk.flow.jobs.signed import signed_part
from kiosk.ports import Kit
from kiosk.visit import ReserveThis, Visit


def find_options(visit: Visit, kit: Kit, _event: Event) -> Event:
    assert isinstance(visit.purpose, ReserveThis), "options are asked for one title"
    return OptionsFound(kit.reservations.options(signed_part(visit).session, visit.purpose.title))


def reserve(visit: Visit, kit: Kit, _event: Event) -> Event:
    signed = signed_part(visit)
    assert signed.options is not None, "the chart confirms only what was offered"
    assert signed.pickup is not None, "the chart confirms only a chosen branch"
    assert signed.notice is not None, "the chart confirms only a chosen notice"
    reservation = kit.reservations.reserve(
        signed.options, signed.pickup, signed.notice, any_edition=signed.any_edition
    )
    return Reserved(reservation, kit.slips.reservation(reservation, visit.look.language))


def print_slip(visit: Visit, kit: Kit, _event: Event) -> Event:
    slip = signed_part(visit).slip
    assert slip is not None, "a slip is printed only after reserving"
    kit.printer.print(slip)
    return SlipPrinted()
