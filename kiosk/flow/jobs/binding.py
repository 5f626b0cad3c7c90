"""Jobs by which patrons join a My Number card to the library card, and let it go."""

from kiosk.events import DetailsFound, Event, MyNumberBound, PinEntered
from kiosk.flow.jobs.signed import signed_part
from kiosk.ports import Kit
from kiosk.visit import Visit


def bind_my_number(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, PinEntered)
    session = signed_part(visit).session
    challenge = kit.accounts.challenge()
    proof = kit.my_number.prove(entered.pin, challenge)
    return MyNumberBound(kit.accounts.bind_my_number(session, proof))


def let_my_number_go(visit: Visit, kit: Kit, _event: Event) -> Event:
    session = signed_part(visit).session
    kit.accounts.let_my_number_go(session)
    return DetailsFound(kit.details.mine(session))
