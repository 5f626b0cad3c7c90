"""Devices that are pulled and plugged in again in the midst of a visit."""

from kiosk.domain.devices import Condition, Device, Health
from kiosk.events import (
    HealthChanged,
    IcCardRemoved,
    MyNumberCardPresented,
    ScreenName,
    SignInAsked,
)
from tests.flow.conftest import Walk

GONE = HealthChanged(Health(Device.CARD_READER, Condition.GONE, "not_plugged_in"))
READY = HealthChanged(Health(Device.CARD_READER, Condition.READY))


def test_a_reader_that_is_pulled_while_the_patron_looks_leaves_them_where_they_are(
    walk: Walk,
) -> None:
    walk(SignInAsked(), GONE)
    assert walk.screen is ScreenName.SIGN_IN
    assert not walk.visit.premises.works(Device.CARD_READER)
    walk(READY)
    assert walk.screen is ScreenName.SIGN_IN
    assert walk.visit.premises.works(Device.CARD_READER)


def test_a_reader_that_is_pulled_with_the_card_on_it_leads_back_to_signing_in(walk: Walk) -> None:
    walk(MyNumberCardPresented())
    assert walk.screen is ScreenName.PIN
    walk(IcCardRemoved(), GONE)
    assert walk.screen is ScreenName.SIGN_IN
    assert not walk.visit.premises.works(Device.CARD_READER)
