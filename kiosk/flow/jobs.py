"""What is done meanwhile, beside the GUI thread: takes the visit and the event, gives an event."""

from kiosk.events import (
    Event,
    IsbnScanned,
    MyReservationsFound,
    NewPasswordEntered,
    NewTitlesFound,
    OptionsFound,
    PasswordChosen,
    PasswordEntered,
    PinEntered,
    ReservationCancelled,
    Reserved,
    SignedIn,
    SignedOut,
    SignHung,
    SlipPrinted,
    StaffDoorOpened,
    StaffPinEntered,
    SuggestionsFound,
    TitleChosen,
    TitleOpened,
    TitlesFound,
    TriesRead,
)
from kiosk.ports import Kit
from kiosk.visit import ReserveThis, Signed, Visit

NEW_TITLES_SHOWN = 12


def find_new_titles(_visit: Visit, kit: Kit, _event: Event) -> Event:
    return NewTitlesFound(kit.catalogue.new_titles(NEW_TITLES_SHOWN))


def suggest(visit: Visit, kit: Kit, _event: Event) -> Event:
    query = visit.search.query
    return SuggestionsFound(kit.catalogue.suggest(query.text, query.scope))


def search(visit: Visit, kit: Kit, _event: Event) -> Event:
    return TitlesFound(kit.catalogue.search(visit.search.query))


def open_title(_visit: Visit, kit: Kit, chosen: Event) -> Event:
    assert isinstance(chosen, TitleChosen)
    return TitleOpened(kit.catalogue.title(chosen.title))


def open_by_isbn(_visit: Visit, kit: Kit, scanned: Event) -> Event:
    assert isinstance(scanned, IsbnScanned)
    return TitleOpened(kit.catalogue.by_isbn(scanned.isbn))


def sign_in(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, PasswordEntered)
    assert visit.card is not None, "a password is asked only after a card"
    assert visit.card.number is not None, "a My Number card is asked for its PIN"
    return SignedIn(kit.accounts.sign_in(visit.card.number, entered.password))


def read_tries(_visit: Visit, kit: Kit, _event: Event) -> Event:
    return TriesRead(kit.my_number.tries_left())


def prove(_visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, PinEntered)
    challenge = kit.accounts.challenge()
    proof = kit.my_number.prove(entered.pin, challenge)
    return SignedIn(kit.accounts.sign_in_with_my_number(proof))


def choose_password(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, NewPasswordEntered)
    kit.accounts.choose_password(_signed(visit).session, entered.password)
    return PasswordChosen()


def sign_out(visit: Visit, kit: Kit, _event: Event) -> Event:
    if visit.signed is not None:
        kit.accounts.sign_out(visit.signed.session)
    return SignedOut()


def find_options(visit: Visit, kit: Kit, _event: Event) -> Event:
    assert isinstance(visit.purpose, ReserveThis), "options are asked for one title"
    return OptionsFound(kit.reservations.options(_signed(visit).session, visit.purpose.title))


def reserve(visit: Visit, kit: Kit, _event: Event) -> Event:
    signed = _signed(visit)
    assert signed.options is not None, "the chart confirms only what was offered"
    assert signed.pickup is not None, "the chart confirms only a chosen branch"
    assert signed.notice is not None, "the chart confirms only a chosen notice"
    reservation = kit.reservations.reserve(signed.options, signed.pickup, signed.notice)
    return Reserved(reservation, kit.slips.reservation(reservation, visit.look.language))


def print_slip(visit: Visit, kit: Kit, _event: Event) -> Event:
    slip = _signed(visit).slip
    assert slip is not None, "a slip is printed only after reserving"
    kit.printer.print(slip)
    return SlipPrinted()


def undo_reservation(visit: Visit, kit: Kit, _event: Event) -> Event:
    signed = _signed(visit)
    assert signed.last_reservation is not None, "only what was done is undone"
    kit.reservations.cancel(signed.session, signed.last_reservation.id)
    return ReservationCancelled(signed.last_reservation.id)


def find_my_reservations(visit: Visit, kit: Kit, _event: Event) -> Event:
    return MyReservationsFound(kit.reservations.mine(_signed(visit).session))


def open_staff_door(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, StaffPinEntered)
    assert visit.staff_card is not None, "a staff PIN is asked only after a staff card"
    kit.staff_door.open(visit.staff_card, entered.pin)
    return StaffDoorOpened()


def hang_out_the_sign(_visit: Visit, kit: Kit, _event: Event) -> Event:
    kit.sign.put_up()
    return SignHung()


def take_down_the_sign(_visit: Visit, kit: Kit, _event: Event) -> Event:
    kit.sign.take_down()
    return SignHung()


def _signed(visit: Visit) -> Signed:
    assert visit.signed is not None, "the chart leads here only when signed in"
    return visit.signed
