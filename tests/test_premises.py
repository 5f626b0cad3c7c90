"""What is known of the kiosk itself, as its devices come and go."""

import pytest

from kiosk.domain.devices import Condition, Device, Health
from kiosk.events import HealthChanged
from kiosk.premises import Premises

UNPLUGGED = Health(Device.CARD_READER, Condition.GONE, "not_plugged_in")


def test_a_device_that_said_nothing_yet_is_not_doubted() -> None:
    assert Premises().works(Device.CARD_READER)


def test_a_device_is_used_no_more_when_it_is_pulled_and_again_when_it_is_plugged_in() -> None:
    pulled = Premises().after(HealthChanged(UNPLUGGED))
    assert not pulled.works(Device.CARD_READER)
    assert pulled.works(Device.SCANNER)
    plugged = pulled.after(HealthChanged(Health(Device.CARD_READER, Condition.READY)))
    assert plugged.works(Device.CARD_READER)


@pytest.mark.parametrize(
    ("why", "works"),
    [("paper_low", True), ("no_permission", False), ("held_by_another_program", False)],
)
def test_a_degraded_device_is_used_where_something_comes_of_it(
    why: str,
    works: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert Health(Device.SCANNER, Condition.DEGRADED, why).works is works
