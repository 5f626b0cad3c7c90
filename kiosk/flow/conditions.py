"""When a way is open: small claims about the visit, and about the event that asks."""

from kiosk.events import Event, SignedIn
from kiosk.visit import ReserveThis, Visit


def is_signed(visit: Visit, _event: Event) -> bool:
    return visit.signed is not None


def is_stranger(visit: Visit, _event: Event) -> bool:
    return visit.signed is None


def is_closed(visit: Visit, _event: Event) -> bool:
    return visit.premises.is_closed


def must_choose_password(_visit: Visit, event: Event) -> bool:
    return isinstance(event, SignedIn) and event.session.must_choose_password


def wants_to_reserve(visit: Visit, _event: Event) -> bool:
    return isinstance(visit.purpose, ReserveThis)


def has_chosen_all(visit: Visit, _event: Event) -> bool:
    signed = visit.signed
    return signed is not None and signed.pickup is not None and signed.notice is not None


def can_undo(visit: Visit, _event: Event) -> bool:
    return visit.signed is not None and visit.signed.can_undo


def has_typed(visit: Visit, _event: Event) -> bool:
    return bool(visit.search.query.text)


def found_nothing(visit: Visit, _event: Event) -> bool:
    return visit.search.found is not None and visit.search.found.total == 0
