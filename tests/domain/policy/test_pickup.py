"""Places on the hold shelf, and branches that refuse a material."""

import pytest

from kiosk.domain.branches import BranchId
from kiosk.domain.policy import HoldShelfPolicy, PickupPolicy
from kiosk.domain.titles import Material

SHELF = HoldShelfPolicy(letters="AB", places=2)
ISLAND = BranchId("ijima")


@pytest.mark.parametrize(
    ("taken", "place"),
    [
        ((), "A-01"),
        (("A-01",), "A-02"),
        (("A-02",), "A-01"),
        (("A-01", "A-02"), "B-01"),
        (("A-01", "A-02", "B-01", "B-02"), "B-03"),
        (("", "somewhere"), "A-01"),
    ],
)
def test_the_first_free_place_is_taken(taken: tuple[str, ...], place: str) -> None:
    assert SHELF.place(taken) == place


@pytest.mark.rule("R6")
def test_a_branch_refuses_only_what_it_does_not_hand_out() -> None:
    policy = PickupPolicy(no_audiovisual_at=(ISLAND,))
    assert policy.refusing(Material.DVD) == (ISLAND,)
    assert policy.refusing(Material.BOOK) == ()
