"""When a way is open: small claims about the visit, and about the event that asks."""

from kiosk.domain.details import ContactKind
from kiosk.domain.related import is_waited_for
from kiosk.events import (
    AuthorityFound,
    ContactChosen,
    Event,
    MyLibraryFound,
    RenewAsked,
    ReservationOpened,
    SignedIn,
    TitleOpened,
)
from kiosk.visit import BindMyNumber, ReserveThis, SeeSlip, Visit


def is_signed(visit: Visit, _event: Event) -> bool:
    return visit.signed is not None


def is_stranger(visit: Visit, _event: Event) -> bool:
    return visit.signed is None


def has_called(visit: Visit, _event: Event) -> bool:
    return visit.premises.calling.call is not None


def has_listed(visit: Visit, _event: Event) -> bool:
    return bool(visit.listed.titles)


def is_closed(visit: Visit, _event: Event) -> bool:
    return visit.premises.is_closed


def is_stranger_shut_out(visit: Visit, _event: Event) -> bool:
    return visit.signed is None and visit.premises.is_shut_out


def needs_set_up(visit: Visit, _event: Event) -> bool:
    return visit.premises.setting_up.is_needed


def waits_without_staff(visit: Visit, event: Event) -> bool:
    return needs_set_up(visit, event) and has_no_staff(visit, event)


def has_no_staff(visit: Visit, _event: Event) -> bool:
    return visit.staff_card is None


def has_a_city(visit: Visit, _event: Event) -> bool:
    return visit.premises.setting_up.service is not None


def is_believed(_visit: Visit, event: Event) -> bool:
    assert isinstance(event, AuthorityFound)
    return event.authority.is_believed


def has_confirmed(visit: Visit, _event: Event) -> bool:
    return visit.premises.setting_up.may_enter_code


def must_choose_password(_visit: Visit, event: Event) -> bool:
    return isinstance(event, SignedIn) and event.session.must_choose_password


def wants_to_reserve(visit: Visit, _event: Event) -> bool:
    return isinstance(visit.purpose, ReserveThis)


def wants_to_bind(visit: Visit, _event: Event) -> bool:
    """Signed in with card and password, after a My Number card that nobody has bound."""
    has_proved_it = visit.card is not None and visit.card.is_my_number
    return isinstance(visit.purpose, BindMyNumber) and not has_proved_it


def wants_slip(visit: Visit, _event: Event) -> bool:
    return isinstance(visit.purpose, SeeSlip)


def has_chosen_all(visit: Visit, _event: Event) -> bool:
    signed = visit.signed
    return signed is not None and signed.pickup is not None and signed.notice is not None


def can_undo(visit: Visit, _event: Event) -> bool:
    return visit.signed is not None and visit.signed.undoable is not None


def wants_again(visit: Visit, _event: Event) -> bool:
    """To reserve what was cancelled, from the list in My Library."""
    return isinstance(visit.purpose, ReserveThis) and visit.purpose.is_again


def is_listed(visit: Visit, event: Event) -> bool:
    return (
        isinstance(event, ReservationOpened)
        and visit.signed is not None
        and visit.signed.library.reservation(event.reservation) is not None
    )


def can_be_changed(visit: Visit, event: Event) -> bool:
    assert isinstance(event, ReservationOpened)
    signed = visit.signed
    listed = signed.library.reservation(event.reservation) if signed is not None else None
    return listed is not None and listed.can_change


def is_lent(visit: Visit, event: Event) -> bool:
    return (
        isinstance(event, RenewAsked)
        and visit.signed is not None
        and visit.signed.library.loan(event.loan) is not None
    )


def has_chosen_otherwise(visit: Visit, _event: Event) -> bool:
    """Another pickup branch or another notice than the reservation has."""
    signed = visit.signed
    opened = signed.library.opened_reservation if signed is not None else None
    if signed is None or opened is None or signed.library.changes is None:
        return False
    return (signed.pickup, signed.notice) != (opened.pickup.id, opened.notice)


def is_open_still(visit: Visit, event: Event) -> bool:
    """The reservation that is looked at stands in the list that was read now."""
    assert isinstance(event, MyLibraryFound)
    opened = visit.signed.library.opened if visit.signed is not None else None
    return any(each.id == opened for each in event.reservations)


def is_email(_visit: Visit, event: Event) -> bool:
    return isinstance(event, ContactChosen) and event.kind is ContactKind.EMAIL


def knows_card_number(visit: Visit, _event: Event) -> bool:
    """Not where an IC card was laid down: a password is reset for a card's number."""
    return visit.card is not None and visit.card.number is not None


def may_bind_ic_card(visit: Visit, _event: Event) -> bool:
    found = visit.signed.details.found if visit.signed is not None else None
    return found is not None and found.offers_ic_card


def ic_card_lies_there(visit: Visit, _event: Event) -> bool:
    return visit.signed is not None and visit.signed.details.lying is not None


def has_typed(visit: Visit, _event: Event) -> bool:
    return bool(visit.search.query.text)


def is_set(visit: Visit, _event: Event) -> bool:
    """A set or a magazine is looked at: what has items are its volumes or issues."""
    return bool(visit.search.related.parts)


def has_items(visit: Visit, event: Event) -> bool:
    return visit.search.chosen is not None and not is_set(visit, event)


def has_editions(visit: Visit, _event: Event) -> bool:
    options = visit.signed.options if visit.signed is not None else None
    return options is not None and options.editions > 0


def others_wait_for_it(visit: Visit, event: Event) -> bool:
    """For the title that is opened, as far as this kiosk knows; without the line none is asked."""
    assert isinstance(event, TitleOpened)
    return not visit.premises.is_line_down and is_waited_for(event.title, event.related)


def others_wait_here(visit: Visit, _event: Event) -> bool:
    chosen = visit.search.chosen
    return chosen is not None and is_waited_for(chosen, visit.search.related)


def found_nothing(visit: Visit, _event: Event) -> bool:
    return visit.search.found is not None and visit.search.found.total == 0
