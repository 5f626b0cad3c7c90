"""Jobs around an IC card that is known by its number: take it for a sign-in, bind it, let it go."""

from kiosk.domain.errors import IcCardNotOffered
from kiosk.events import DetailsFound, Event, IcCardPresented, IcPasswordAsked, SignedIn
from kiosk.flow.jobs.signed import signed_part
from kiosk.ports import Kit
from kiosk.visit import Visit


def take_ic_card(_visit: Visit, kit: Kit, presented: Event) -> Event:
    """Where a password is asked, nothing of the card leaves the kiosk before it is typed."""
    assert isinstance(presented, IcCardPresented)
    rules = kit.accounts.ic_card_rules()
    if not rules.is_offered:
        raise IcCardNotOffered
    if rules.asks_password:
        return IcPasswordAsked()
    return SignedIn(kit.accounts.sign_in_with_ic_card(presented.identifier, ""))


def bind_ic_card(visit: Visit, kit: Kit, _event: Event) -> Event:
    signed = signed_part(visit)
    assert signed.details.lying is not None, "the chart binds only a card that lies there"
    return DetailsFound(kit.details.bind_ic_card(signed.session, signed.details.lying))


def let_ic_card_go(visit: Visit, kit: Kit, _event: Event) -> Event:
    return DetailsFound(kit.details.let_ic_card_go(signed_part(visit).session))
